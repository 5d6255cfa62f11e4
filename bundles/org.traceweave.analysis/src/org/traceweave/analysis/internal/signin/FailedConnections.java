package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.SignIn;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.Masking;
import org.traceweave.readers.windows.HResult;

/**
 * Finds the connections of a case that died before SIP: a connection record that reports a failure, from an address and port from which
 * that host logged no SIP message while the connection can have lasted. Reference "Server and client traces", sections A and B3.
 */
public final class FailedConnections {

    private static final long SECOND = UtcTime.NANOS_PER_SECOND;
    /** A connection that carried SIP does so within this time before its end; a port is used again later than that. */
    private static final long LIFE = 600 * SECOND;
    /** Equal failures of one address this near to each other are told as one. */
    private static final long SAME = 300 * SECOND;
    private static final int PEERS_AT_ONCE = 1024;
    private static final List<RecordField> FIELDS = List.of(RecordField.PEER, RecordField.HRESULT);
    private static final String FAILURES = "kind:connection AND (level:fatal OR level:error OR level:warning)";
    private static final Pattern TEXT = Pattern.compile("(?m)^Text: *(.+?)\\s*$");
    private static final Pattern NAME = Pattern.compile("(?m)^Peer(?:-FQDN|-Name)?: *([A-Za-z][\\w.-]*\\.[A-Za-z]+)(?::\\d+)?\\s*$");
    private static final Pattern CODE = Pattern.compile("(?mi)^(?:Result-Code|Error|HRESULT|LastError): *(0x[0-9a-f]{8}|\\d{5,10})");
    private static final Pattern ALERT = Pattern.compile("(?i)\\balert\\D{0,16}(\\d{1,3})\\b");

    private final Case source;
    private final CancelSignal cancel;
    private final Map<String, Boolean> spoke = new HashMap<>();

    private FailedConnections(Case source, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
    }

    /**
     * By start.
     *
     * @param signIns those of the case, which tell who signs in from an address at other times
     */
    public static List<FailedConnection> of(Case source, List<SignIn> signIns, CancelSignal cancel) throws IOException {
        return new FailedConnections(source, cancel).find(users(signIns));
    }

    /** One failure as one record tells it. */
    private record Failure(long time, String peer, Optional<String> peerName, String host, String text, Optional<String> code, OptionalInt alert, Evidence evidence) {

        String address() {
            return HttpTraffic.withoutPort(peer);
        }

        /** What failures that are told as one have in common. */
        String kind() {
            return address() + "|" + host + "|" + text + "|" + code.orElse("") + "|" + alert;
        }
    }

    private static Map<String, TreeSet<String>> users(List<SignIn> signIns) {
        Map<String, TreeSet<String>> users = new HashMap<>();
        signIns.forEach(signIn -> signIn.clientAddress().map(HttpTraffic::withoutPort)
                .ifPresent(address -> users.computeIfAbsent(address, absent -> new TreeSet<>()).add(signIn.user())));
        return users;
    }

    private List<FailedConnection> find(Map<String, TreeSet<String>> users) throws IOException {
        List<Failure> failures = new ArrayList<>();
        try (IndexSnapshot snapshot = source.snapshot()) {
            RecordQuery failing = snapshot.parse(FAILURES).or(RecordQuery.kind(RecordKind.CONNECTION).and(RecordQuery.exists(RecordField.HRESULT)));
            List<IndexedRecord> reports = new ArrayList<>();
            Set<String> peers = new LinkedHashSet<>();
            snapshot.scan(failing, FIELDS, record -> {
                check();
                record.keyword(RecordField.PEER).filter(peer -> record.time() != UtcTime.UNKNOWN).ifPresent(peer -> {
                    reports.add(record);
                    peers.add(peer);
                });
                return true;
            });
            Set<String> spoken = new HashSet<>();
            List<String> all = List.copyOf(peers);
            for (int from = 0; from < all.size(); from += PEERS_AT_ONCE) {
                whoSpoke(snapshot, all.subList(from, Math.min(all.size(), from + PEERS_AT_ONCE)), spoken);
            }
            for (IndexedRecord report : reports) {
                failure(snapshot, report, spoken).ifPresent(failures::add);
            }
        } catch (QuerySyntaxException e) {
            throw new IllegalStateException("the query is a constant: " + FAILURES, e);
        }
        return grouped(failures, users);
    }

    private void check() {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
    }

    /**
     * Adds those of the peers that any host logged a SIP message of. Hardly any did: a scanner comes from another port each time, and is asked
     * for together with a thousand others.
     */
    private void whoSpoke(IndexSnapshot snapshot, List<String> peers, Set<String> spoken) throws IOException {
        check();
        if (snapshot.count(RecordQuery.kind(RecordKind.SIP).and(RecordQuery.keyword(RecordField.PEER, peers))) == 0) {
            return;
        }
        if (peers.size() == 1) {
            spoken.addAll(peers);
            return;
        }
        int half = peers.size() / 2;
        whoSpoke(snapshot, peers.subList(0, half), spoken);
        whoSpoke(snapshot, peers.subList(half, peers.size()), spoken);
    }

    private Optional<Failure> failure(IndexSnapshot snapshot, IndexedRecord record, Set<String> spoken) throws IOException {
        check();
        Optional<String> peer = record.keyword(RecordField.PEER);
        if (peer.isEmpty() || spoken.contains(peer.get()) && spoke(snapshot, record, peer.get())) {
            return Optional.empty();
        }
        String text = source.unmaskedText(record);
        Optional<String> code = code(text).or(() -> record.keyword(RecordField.HRESULT));
        Matcher alert = ALERT.matcher(text);
        Matcher stated = TEXT.matcher(text);
        Matcher named = NAME.matcher(text);
        return Optional.of(new Failure(record.time(), peer.get(), named.find() ? Optional.of(named.group(1)) : Optional.empty(), record.host().orElse(""),
                stated.find() ? Masking.mask(stated.group(1)) : "", code,
                alert.find() ? OptionalInt.of(Integer.parseInt(alert.group(1))) : OptionalInt.empty(), source.evidence(record)));
    }

    private static Optional<String> code(String text) {
        Matcher found = CODE.matcher(text);
        return found.find() ? HResult.parse(found.group(1)).stream().mapToObj(HResult::word).findFirst() : Optional.empty();
    }

    /** Whether the host logged a SIP message of that address and port while the connection can have lasted. */
    private boolean spoke(IndexSnapshot snapshot, IndexedRecord record, String peer) throws IOException {
        String key = peer + "|" + record.host().orElse("") + "|" + record.time() / LIFE;
        Boolean known = spoke.get(key);
        if (known == null) {
            RecordQuery sip = RecordQuery.kind(RecordKind.SIP).and(RecordQuery.keyword(RecordField.PEER, peer))
                    .within(new TimeRange(record.time() - LIFE, record.time() + SECOND));
            known = snapshot.count(record.host().map(RecordQuery::host).map(sip::and).orElse(sip)) > 0;
            spoke.put(key, known);
        }
        return known;
    }

    private static List<FailedConnection> grouped(List<Failure> failures, Map<String, TreeSet<String>> users) {
        Map<String, List<Failure>> running = new LinkedHashMap<>();
        List<FailedConnection> connections = new ArrayList<>();
        failures.sort(Comparator.comparingLong(Failure::time));
        for (Failure failure : failures) {
            List<Failure> alike = running.get(failure.kind());
            if (alike != null && failure.time() - alike.getLast().time() > SAME) {
                connections.add(connection(alike, users));
                alike = null;
            }
            if (alike == null) {
                alike = new ArrayList<>();
                running.put(failure.kind(), alike);
            }
            alike.add(failure);
        }
        running.values().forEach(alike -> connections.add(connection(alike, users)));
        connections.sort(Comparator.comparingLong(FailedConnection::start).thenComparing(FailedConnection::id));
        return connections;
    }

    private static FailedConnection connection(List<Failure> alike, Map<String, TreeSet<String>> users) {
        Failure first = alike.getFirst();
        boolean onePort = alike.stream().map(Failure::peer).distinct().count() == 1;
        return new FailedConnection("c-" + SignInId.of(first.evidence()).substring(2), onePort ? first.peer() : first.address(), first.peerName(), first.host(),
                first.time(), alike.getLast().time(), alike.size(), Optional.of(reason(first)).filter(words -> !words.isBlank()), first.alert(), first.code(),
                List.copyOf(users.getOrDefault(first.address(), new TreeSet<>())), alike.stream().map(Failure::evidence).toList(), List.of());
    }

    /** The record's own words, and what its code means. */
    private static String reason(Failure failure) {
        StringBuilder words = new StringBuilder(failure.text());
        failure.alert().ifPresent(number -> words.append(" (alert ").append(number).append(' ').append(TlsAlert.name(number)).append(')'));
        failure.code().flatMap(code -> HResult.parse(code).stream().mapToObj(HResult::described).findFirst())
                .ifPresent(described -> words.append(words.isEmpty() || words.toString().matches(".*[.?!]$") ? " " : ": ").append(described));
        return words.toString().strip();
    }
}
