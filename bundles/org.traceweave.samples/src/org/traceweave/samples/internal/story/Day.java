package org.traceweave.samples.internal.story;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;

/** What every part of a story needs: the deployment, the agenda, the wire, the truth. */
final class Day {

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    final Deployment deployment;
    final Agenda agenda;
    final Wire wire;
    final Truth truth;
    final SeededRandom random;

    Day(Deployment deployment, Agenda agenda, Wire wire, Truth truth, SeededRandom random) {
        this.deployment = deployment;
        this.agenda = agenda;
        this.wire = wire;
        this.truth = truth;
        this.random = random;
    }

    long now() {
        return agenda.now();
    }

    /** These certificates go over the wire, in the attempt's handshake. */
    void deployed(Optional<Attempt> attempt, List<IssuedCertificate> chain) {
        attempt.ifPresent(a -> a.carried(chain));
        truth.shows(chain);
    }

    /** A time as the Date header writes it. */
    static String date(long nanos) {
        return HTTP.format(LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), 0, ZoneOffset.UTC));
    }
}
