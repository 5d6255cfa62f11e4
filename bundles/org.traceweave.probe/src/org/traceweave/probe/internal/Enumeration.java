package org.traceweave.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.VersionSupport;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.tls.AlertException;
import org.traceweave.probe.internal.tls.ClientOffer;

/**
 * Finds out which versions an endpoint speaks and with which suites: it offers suites, strikes the one that the server picks, and offers the
 * rest again until nothing suits. One connection a question.
 */
final class Enumeration {

    /** Some old servers break off at longer lists. */
    private static final int BATCH = 60;
    private static final int PROTOCOL_VERSION = 70;

    private final Exchange exchange;
    private final Optional<String> serverName;
    private final Consumer<String> progress;

    Enumeration(Exchange exchange, Optional<String> serverName, Consumer<String> progress) {
        this.exchange = exchange;
        this.serverName = serverName;
        this.progress = progress;
    }

    List<VersionSupport> run() {
        return ClientOffer.ALL_VERSIONS.stream().map(this::version).toList();
    }

    private VersionSupport version(int version) {
        progress.accept("trying " + TlsRecords.versionName(version));
        List<Integer> candidates = version == ClientOffer.TLS_1_3 ? ClientOffer.SUITES_1_3 : before13();
        List<Integer> taken = new ArrayList<>();
        Optional<String> refusal = Optional.empty();
        for (int from = 0; from < candidates.size(); from += BATCH) {
            List<Integer> batch = new ArrayList<>(candidates.subList(from, Math.min(candidates.size(), from + BATCH)));
            Optional<ProbeException> end = strike(version, batch, taken);
            if (end.isPresent() && !refuses(end.get())) {
                // the connection is the trouble, not the offer: what follows would say nothing about the server
                return new VersionSupport(version, !taken.isEmpty(), taken, serverChooses(version, taken), Optional.of(end.get().getMessage()));
            }
            refusal = taken.isEmpty() ? end.map(Throwable::getMessage) : Optional.empty();
            if (taken.isEmpty() && end.filter(Enumeration::refusesVersion).isPresent()) {
                break;
            }
        }
        return new VersionSupport(version, !taken.isEmpty(), taken, serverChooses(version, taken), refusal);
    }

    /** Known suites, those of common use first, so that few batches hold something. */
    private static List<Integer> before13() {
        List<Integer> all = new ArrayList<>(ClientOffer.USUAL_SUITES);
        CipherSuite.all().stream().filter(suite -> !all.contains(suite) && suite >> 8 != 0x13
                && CipherSuite.name(suite).contains("_WITH_")).forEach(all::add);
        return all;
    }

    private Optional<ProbeException> strike(int version, List<Integer> batch, List<Integer> taken) {
        try {
            while (!batch.isEmpty()) {
                Integer suite = exchange.choose(new ClientOffer(List.of(version), batch, serverName)).suite();
                batch.remove(suite);
                taken.add(suite);
            }
            return Optional.empty();
        } catch (ProbeException e) {
            return Optional.of(e);
        }
    }

    /** Whether an exchange ended because the server does not like the offer. Old servers close or reset instead of sending an alert. */
    private static boolean refuses(ProbeException e) {
        Kind kind = e.failure().kind();
        return kind == Kind.ALERT || kind == Kind.CLOSED || kind == Kind.RESET || kind == Kind.UNSUPPORTED || kind == Kind.MALFORMED;
    }

    private static boolean refusesVersion(ProbeException e) {
        return e.failure().kind() == Kind.UNSUPPORTED || e instanceof AlertException alert && alert.description() == PROTOCOL_VERSION;
    }

    /** Offers two suites in both orders: a server with an order of its own picks the same. */
    private Optional<Boolean> serverChooses(int version, List<Integer> taken) {
        if (taken.size() < 2) {
            return Optional.empty();
        }
        try {
            int first = exchange.choose(new ClientOffer(List.of(version), List.of(taken.getFirst(), taken.getLast()), serverName)).suite();
            int second = exchange.choose(new ClientOffer(List.of(version), List.of(taken.getLast(), taken.getFirst()), serverName)).suite();
            return Optional.of(first == second);
        } catch (ProbeException e) {
            return Optional.empty(); // it took both a moment ago; no statement
        }
    }
}
