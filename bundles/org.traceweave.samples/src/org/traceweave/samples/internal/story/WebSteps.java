package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;
import org.traceweave.model.RelatedKind;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/** Plans the web requests of one attempt: discovery, web ticket, certificate provisioning, each answered within a fraction of a second. */
final class WebSteps {

    private static final String FORBIDDEN = "403";

    private final Day day;
    private final Endpoint endpoint;
    private final Host host;
    private final Attempt attempt;
    private final SeededRandom random;

    WebSteps(Day day, Endpoint endpoint, Host host, Attempt attempt, SeededRandom random) {
        this.day = day;
        this.endpoint = endpoint;
        this.host = host;
        this.attempt = attempt;
        this.random = random;
    }

    /**
     * Plans all from {@code start} on; answers when the last answer has come.
     *
     * @param refused whether provisioning is refused, with IIS's words about credentials
     */
    long plan(long start, boolean refused) {
        long corr = 2_147_483_648L + random.below(1_000_000_000);
        WebMessages messages = new WebMessages(endpoint, host, corr, random);
        long time = exchange(start, corr, messages::discover, date -> messages.discovered(date), Phase.DISCOVERY, "200");
        long ticket = corr + 1;
        WebMessages tickets = new WebMessages(endpoint, host, ticket, random);
        time = exchange(time + 60 * Wire.MILLI, ticket, () -> tickets.ticketRequest(""), tickets::askForCredentials, Phase.WEB_TICKET, "401");
        long asked = time;
        time = exchange(time + 40 * Wire.MILLI, ticket, () -> tickets.ticketRequest(tickets.credentials(asked)), tickets::ticket,
                Phase.WEB_TICKET, "200");
        long provisioning = corr + 2;
        WebMessages certificates = new WebMessages(endpoint, host, provisioning, random);
        if (refused) {
            return exchange(time + 55 * Wire.MILLI, provisioning, certificates::certificateRequest, certificates::denied, Phase.PROVISIONING, "401");
        }
        return exchange(time + 55 * Wire.MILLI, provisioning, certificates::certificateRequest,
                date -> certificates.certificate(day.deployment, date), Phase.PROVISIONING, "200");
    }

    /** Plans all up to the service that refuses; answers when the refusal has come. @param id the reason, as web services number them */
    long refused(long start, Phase phase, String status, int id, String reason) {
        long corr = 2_147_483_648L + random.below(1_000_000_000);
        WebMessages messages = new WebMessages(endpoint, host, corr, random);
        long time = exchange(start, corr, messages::discover, messages::discovered, Phase.DISCOVERY, "200");
        WebMessages tickets = new WebMessages(endpoint, host, corr + 1, random);
        time = exchange(time + 60 * Wire.MILLI, corr + 1, () -> tickets.ticketRequest(""), tickets::askForCredentials, Phase.WEB_TICKET, "401");
        long asked = time;
        if (phase == Phase.WEB_TICKET) {
            return exchange(time + 40 * Wire.MILLI, corr + 1, () -> tickets.ticketRequest(tickets.credentials(asked)),
                    date -> tickets.refused(status, id, reason, date), phase, status.substring(0, 3));
        }
        time = exchange(time + 40 * Wire.MILLI, corr + 1, () -> tickets.ticketRequest(tickets.credentials(asked)), tickets::ticket, Phase.WEB_TICKET, "200");
        WebMessages certificates = new WebMessages(endpoint, host, corr + 2, random);
        return exchange(time + 55 * Wire.MILLI, corr + 2, certificates::certificateRequest, date -> certificates.refused(status, id, reason, date), phase,
                status.substring(0, 3));
    }

    /** Makes the request when its time has come. */
    @FunctionalInterface
    private interface Request {
        SipMessage make();
    }

    /** Makes the answer when its time has come. */
    @FunctionalInterface
    private interface Answer {
        SipMessage make(String date);
    }

    private long exchange(long time, long corr, Request request, Answer answer, Phase phase, String result) {
        long answered = time + (20 + random.below(90)) * Wire.MILLI;
        day.agenda.at(time, () -> day.wire.http(Direction.IN, endpoint, host, time, corr, "TL_INFO", request.make(), Optional.of(attempt)));
        boolean denied = phase == Phase.PROVISIONING && "401".equals(result);
        day.agenda.at(answered, () -> {
            Evidence evidence = day.wire.http(Direction.OUT, endpoint, host, answered, corr, denied ? "TL_WARN" : "TL_INFO",
                    answer.make(Day.date(answered)), Optional.of(attempt));
            attempt.step(phase, answered, result);
            if (result.compareTo(FORBIDDEN) >= 0) {
                attempt.explainedBy(RelatedKind.HTTP, evidence);
            }
        });
        return answered;
    }
}
