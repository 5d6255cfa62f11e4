package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.traceweave.analysis.internal.TextLines;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;

/** Reads from a case what was installed on its machines: the Windows Installer's events, and listings of versions among its texts. */
final class InstalledSoftware {

    private final Case source;
    private final CancelSignal cancel;
    private final HostSoftware software = new HostSoftware();

    private InstalledSoftware(Case source, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
    }

    /**
     * @param machines those of clients, which events and listings may be about too
     * @param traceEnd the end of the case, by which a listing that bears no date was made
     */
    static HostSoftware of(Case source, IndexSnapshot snapshot, Set<String> machines, long traceEnd, CancelSignal cancel) throws IOException {
        InstalledSoftware reading = new InstalledSoftware(source, cancel);
        reading.events(snapshot);
        Set<String> hosts = new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        Stream.concat(source.sources().stream().flatMap(each -> each.hosts().stream()), machines.stream()).map(host -> host.toUpperCase(Locale.ROOT))
                .filter(host -> !host.isBlank()).forEach(hosts::add);
        for (Source each : source.sources()) {
            if (TextLines.mayBeListing(each)) {
                reading.listings(each, hosts, each.last().orElse(traceEnd));
            }
        }
        return reading.software;
    }

    private void events(IndexSnapshot snapshot) throws IOException {
        RecordQuery query = RecordQuery.kind(RecordKind.WINDOWS_EVENT).and(RecordQuery.keyword(RecordField.PROVIDER, Installation.PROVIDER))
                .and(RecordQuery.number(RecordField.EVENT_ID, Installation.EVENTS));
        snapshot.scan(query, record -> {
            check();
            if (record.time() != UtcTime.UNKNOWN && record.host().isPresent()) {
                event(record);
            }
            return true;
        });
    }

    private void event(IndexedRecord record) throws IOException {
        Optional<Installation> installation = Installation.read(source.windowsEvent(record));
        if (installation.filter(each -> HostSoftware.bearsOnSignIns(each.product())).isPresent()) {
            long time = record.time() - (long) (source.skewSeconds(record) * UtcTime.NANOS_PER_SECOND);
            software.installed(record.host().orElseThrow(), time, installation.get(), source.evidence(record));
        }
    }

    private void check() {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
    }

    private void listings(Source text, Set<String> hosts, long madeBy) throws IOException {
        check();
        TextLines lines = TextLines.of(source, text);
        Optional<String> ofPath = hosts.stream().filter(host -> names(text.source(), host)).findFirst();
        for (VersionListing.Listed listed : VersionListing.read(lines.texts())) {
            Optional<String> host = listed.host().map(InstalledSoftware::shortName).or(() -> ofPath);
            if (host.isPresent() && HostSoftware.bearsOnSignIns(listed.product())) {
                software.listed(host.get(), madeBy, listed.product(), listed.version(), lines.evidence(listed.line()));
            }
        }
    }

    private static String shortName(String host) {
        int dot = host.indexOf('.');
        return (dot > 0 ? host.substring(0, dot) : host).toUpperCase(Locale.ROOT);
    }

    /** Whether a path names a host as a word of its own: {@code FE01/versions.txt}, {@code patchversion-fe01.txt}. */
    private static boolean names(String path, String host) {
        String upper = path.toUpperCase(Locale.ROOT);
        for (int at = upper.indexOf(host); at >= 0; at = upper.indexOf(host, at + 1)) {
            int end = at + host.length();
            boolean word = (at == 0 || !Character.isLetterOrDigit(upper.charAt(at - 1))) && (end == upper.length() || !Character.isLetterOrDigit(upper.charAt(end)));
            if (word) {
                return true;
            }
        }
        return false;
    }
}
