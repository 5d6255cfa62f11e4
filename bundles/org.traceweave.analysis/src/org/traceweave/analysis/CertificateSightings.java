package org.traceweave.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordKind;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;

/**
 * Who saw a certificate, and when: the records that hold it, the sign-ins whose handshakes carried it, and the names it was asked to be for.
 *
 * @param places the first of them, in order of time; places without a time (certificate files) last
 * @param count all sightings, also those that are not among the places
 * @param first UTC nanoseconds of the earliest of the places
 * @param last of the latest
 * @param signIns sign-ins whose handshakes carried it, by start
 */
public record CertificateSightings(List<Place> places, long count, OptionalLong first, OptionalLong last, List<AskedName> asked, List<SignIn> signIns) {

    /** As many records are looked up for one certificate; looking up costs a query each. */
    private static final int MOST_PLACES = 200;
    /** In so many SIP messages a server's own name is looked for. */
    private static final int MOST_MESSAGES = 20;
    private static final Pattern TARGET_NAME = Pattern.compile("targetname=\"(?:sip/)?([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    /** One record that holds it. {@code time}: UTC nanoseconds, or {@link UtcTime#UNKNOWN}. */
    public record Place(Evidence evidence, long time, Optional<String> host, RecordKind kind) {
    }

    /**
     * A name a peer expected the certificate to be for.
     *
     * @param who the machine or sign-in that asked, in words; empty if not known
     * @param evidence where it is written
     */
    public record AskedName(String name, Asker asker, String who, Evidence evidence) {
    }

    /** Where a name that was asked is known from. */
    public enum Asker {
        /** Windows verified the chain for that name (CAPI2). */
        CAPI2,
        /** SCHANNEL reported a failure for that target. */
        SCHANNEL,
        /** The server named itself so in the message that carried its certificate. */
        TLS_DSK
    }

    public static final CertificateSightings NONE = new CertificateSightings(List.of(), 0, OptionalLong.empty(), OptionalLong.empty(), List.of(),
            List.of());

    public CertificateSightings {
        places = List.copyOf(places);
        asked = List.copyOf(asked);
        signIns = List.copyOf(signIns);
    }

    /** What {@code source} knows of one of its certificates. */
    public static CertificateSightings of(Certificate certificate, Case source, CaseAnalysis analysis, CancelSignal cancel) throws IOException {
        Looking looking = new Looking(certificate, source, cancel);
        List<Place> places = looking.places();
        looking.askedInMessages(places);
        String sha1 = certificate.sha1().orElse("");
        if (!sha1.isEmpty()) {
            looking.askedInEvents(sha1, analysis.chainBuilds(cancel), analysis.windowsFailures(cancel));
        }
        List<SignIn> signIns = sha1.isEmpty() ? List.of() : analysis.signIns(cancel).stream().filter(each -> each.certificates().contains(sha1)).toList();
        OptionalLong first = places.stream().mapToLong(Place::time).filter(time -> time != UtcTime.UNKNOWN).min();
        OptionalLong last = places.stream().mapToLong(Place::time).filter(time -> time != UtcTime.UNKNOWN).max();
        return new CertificateSightings(places, certificate.seenCount(), first, last, List.copyOf(looking.asked.values()), signIns);
    }

    /** The looking, step by step. */
    private static final class Looking {

        private final Certificate certificate;
        private final Case source;
        private final CancelSignal cancel;
        private final Map<String, AskedName> asked = new LinkedHashMap<>();

        Looking(Certificate certificate, Case source, CancelSignal cancel) {
            this.certificate = certificate;
            this.source = source;
            this.cancel = cancel;
        }

        List<Place> places() throws IOException {
            List<Place> places = new ArrayList<>();
            for (Evidence evidence : certificate.seen().subList(0, Math.min(MOST_PLACES, certificate.seen().size()))) {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                Optional<IndexedRecord> record = source.find(evidence);
                record.ifPresent(found -> places.add(new Place(evidence, found.time(), found.host(), found.kind())));
            }
            places.sort((one, other) -> Long.compare(order(one), order(other)));
            return places;
        }

        private static long order(Place place) {
            return place.time() == UtcTime.UNKNOWN ? Long.MAX_VALUE : place.time();
        }

        /** A client's messages repeat the server's name beside the client's own certificate, so only answers that carry a server's count. */
        void askedInMessages(List<Place> places) throws IOException {
            boolean server = certificate.isCa().filter(ca -> ca).isEmpty() && !certificate.subjectAltNames().isEmpty();
            if (!server) {
                return;
            }
            int read = 0;
            for (Place place : places) {
                if (place.kind() == RecordKind.SIP && read++ < MOST_MESSAGES) {
                    Matcher name = TARGET_NAME.matcher(source.text(place.evidence(), false));
                    if (name.find()) {
                        add(new AskedName(name.group(1), Asker.TLS_DSK, place.host().orElse(""), place.evidence()));
                    }
                }
            }
        }

        void askedInEvents(String sha1, List<ChainBuild> chains, List<WindowsFailure> failures) {
            for (ChainBuild chain : chains) {
                boolean about = !chain.elements().isEmpty() && chain.elements().getFirst().thumbprint().filter(sha1::equalsIgnoreCase).isPresent();
                if (about && chain.target().isPresent() && !chain.events().isEmpty()) {
                    add(new AskedName(chain.target().get(), Asker.CAPI2, chain.host().orElse(""), chain.events().getFirst()));
                }
            }
            for (WindowsFailure failure : failures) {
                boolean about = !failure.thumbprints().isEmpty() && failure.thumbprints().getFirst().equalsIgnoreCase(sha1);
                if (about && failure.target().isPresent()) {
                    add(new AskedName(failure.target().get(), Asker.SCHANNEL, failure.host().orElse(""), failure.evidence()));
                }
            }
        }

        private void add(AskedName name) {
            asked.putIfAbsent(name.name().toLowerCase(Locale.ROOT), name);
        }
    }
}
