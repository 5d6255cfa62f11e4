package org.traceweave.cases.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.UtcTime;

/**
 * Finds records that were indexed before: in an earlier part of their own source (a second search appended to the same export) or in
 * another source of the same format (overlapping exports). A duplicate has the same time, so a record is looked up only in those
 * finished parts whose times reach over its own and that hold its host; mostly there are none. Fingerprints of finished parts are kept
 * in memory up to a bound; those of others are read from their source again when they are needed. Safe for use by several threads.
 */
final class DuplicateSearch {

    // formats that number their records, so that two equal ones are one; in others a line may truly be repeated within a moment
    private static final Set<String> NUMBERED = Set.of("cls", "ocslogger", "evtx", "event-xml");
    static final long MOMENT = UtcTime.NANOS_PER_SECOND;
    private static final long KEPT_PRINTS = 6_000_000;
    // hosts whose clocks differ write by turns in stretches that lie apart
    private static final int STRETCHES = 8;

    /** Reads the fingerprints of a finished part again. */
    interface Rereading {
        PartPrints prints(SourceEntry entry, int part);
    }

    /** A finished part. */
    private record Covered(SourceEntry entry, int part, String format, long min, long max) {
    }

    /** A stretch of time over which the same finished parts reach. */
    private record Stretch(long from, long to, Covered[] candidates, Map<LogStream, Covered[]> byStream) {

        Covered[] withStream(LogStream stream) {
            return Arrays.stream(candidates).filter(covered -> covered.entry.hasStream(stream)).toArray(Covered[]::new);
        }
    }

    private final Rereading rereading;
    private final List<Covered> finished = new ArrayList<>();
    private final Map<Covered, long[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptPrints;

    DuplicateSearch(Rereading rereading) {
        this.rereading = rereading;
    }

    static boolean isNumbered(String format) {
        return NUMBERED.contains(format);
    }

    /** A part that was finished in an earlier import. */
    synchronized void addFinished(SourceEntry entry, int part) {
        long[] times = entry.partTimes(part);
        entry.format().ifPresent(format -> finished.add(new Covered(entry, part, format, times[0], times[1])));
    }

    /** A part that is finished now. */
    synchronized void addFinished(SourceEntry entry, int part, String format, long min, long max, long[] sortedPrints) {
        Covered covered = new Covered(entry, part, format, min, max);
        finished.add(covered);
        keep(covered, sortedPrints);
    }

    private void keep(Covered covered, long[] prints) {
        kept.put(covered, prints);
        keptPrints += prints.length;
        Iterator<long[]> oldest = kept.values().iterator();
        while (keptPrints > KEPT_PRINTS && kept.size() > 1) {
            keptPrints -= oldest.next().length;
            oldest.remove();
        }
    }

    private long[] prints(Covered covered) {
        synchronized (this) {
            long[] prints = kept.get(covered);
            if (prints != null) {
                return prints;
            }
        }
        long[] prints = rereading.prints(covered.entry, covered.part).sorted();
        synchronized (this) {
            if (!kept.containsKey(covered)) {
                keep(covered, prints);
            }
        }
        return prints;
    }

    /** A lookup in what is finished now, for the thread that reads one part. */
    synchronized Lookup lookup(SourceEntry entry, String format) {
        return new Lookup(entry, format, finished.stream().filter(covered -> covered.format.equals(format)).toList(), finished.size());
    }

    /** One part's lookup. For one thread. */
    final class Lookup {

        private final SourceEntry entry;
        private final boolean numbered;
        private final String format;
        private final List<Covered> parts;
        private final int seen;
        private final Stretch[] stretches = new Stretch[STRETCHES];
        private int nextStretch;

        private Lookup(SourceEntry entry, String format, List<Covered> parts, int seen) {
            this.entry = entry;
            this.format = format;
            this.numbered = isNumbered(format);
            this.parts = parts;
            this.seen = seen;
        }

        /** The number of the source that has the record already, or -1. */
        int original(long print, long time, @Nullable String host, @Nullable String channel) {
            if (time == UtcTime.UNKNOWN) {
                return -1;
            }
            Stretch stretch = stretch(time);
            if (stretch.candidates.length == 0) {
                return -1;
            }
            LogStream stream = LogStream.of(host, channel);
            for (Covered covered : stretch.byStream.computeIfAbsent(stream, stretch::withStream)) {
                if (counts(covered, time) && Arrays.binarySearch(prints(covered), print) >= 0) {
                    return covered.entry.number();
                }
            }
            return -1;
        }

        private Stretch stretch(long time) {
            for (Stretch stretch : stretches) {
                if (stretch != null && time >= stretch.from && time < stretch.to) {
                    return stretch;
                }
            }
            Stretch found = find(time);
            stretches[nextStretch] = found;
            nextStretch = (nextStretch + 1) % STRETCHES;
            return found;
        }

        private boolean counts(Covered covered, long time) {
            return numbered || covered.entry != entry || time < covered.max - MOMENT;
        }

        private Stretch find(long time) {
            long from = Long.MIN_VALUE;
            long to = Long.MAX_VALUE;
            List<Covered> over = new ArrayList<>();
            for (Covered covered : parts) {
                if (covered.min == UtcTime.UNKNOWN) {
                    continue;
                }
                if (covered.min > time) {
                    to = Math.min(to, covered.min);
                } else if (covered.max < time) {
                    from = Math.max(from, covered.max + 1);
                } else {
                    from = Math.max(from, covered.min);
                    to = Math.min(to, covered.max + 1);
                    over.add(covered);
                }
            }
            return new Stretch(from, to, over.toArray(Covered[]::new), new HashMap<>());
        }

        /**
         * What this lookup could not see, as it was read at the same time: the index of each record of this part that a part finished
         * since then holds too, with the number of that source.
         */
        Map<Integer, Integer> late(PartPrints own, SourceTally tally) {
            List<Covered> since;
            synchronized (DuplicateSearch.this) {
                since = List.copyOf(finished.subList(seen, finished.size()));
            }
            Map<Integer, Integer> late = new LinkedHashMap<>();
            for (Covered covered : since) {
                if (overlaps(covered, tally)) {
                    long[] prints = prints(covered);
                    for (int i = 0; i < own.count(); i++) {
                        if (Arrays.binarySearch(prints, own.print(i)) >= 0) {
                            late.putIfAbsent(i, covered.entry.number());
                        }
                    }
                }
            }
            return late;
        }

        private boolean overlaps(Covered covered, SourceTally tally) {
            if (!covered.format.equals(format) || covered.min == UtcTime.UNKNOWN || tally.first() == UtcTime.UNKNOWN
                    || covered.max < tally.first() || covered.min > tally.last()) {
                return false;
            }
            if (covered.entry == entry && !numbered && tally.first() >= covered.max - MOMENT) {
                return false;
            }
            return covered.entry == entry || covered.entry.tally().sharesStream(tally);
        }
    }
}
