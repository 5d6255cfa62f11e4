package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/** The presence traffic of a client whose own log is in the case; traced on both sides. */
final class ClientChatter {

    private static final long MINUTE = 60_000 * Wire.MILLI;

    private final Day day;
    private final Endpoint client;
    private final SeededRandom random;

    ClientChatter(Day day, Endpoint client, SeededRandom random) {
        this.day = day;
        this.client = client;
        this.random = random;
    }

    void plan(long from, long to) {
        for (long at = from; at < to; at += MINUTE + random.below(180) * 1000 * Wire.MILLI) {
            long time = at;
            day.agenda.at(time, () -> notification(time));
        }
    }

    private void notification(long time) {
        Person other = day.deployment.people.get(random.below(day.deployment.people.size()));
        Host host = client.person.home;
        String body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><categories xmlns=\"http://schemas.microsoft.com/2006/09/sip/categories\" uri=\"sip:"
                + other.address + "\"><category name=\"state\" instance=\"1\" version=\"" + random.below(900) + "\" expireType=\"user\"><state "
                + "xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\"><availability>3500</availability></state></category></categories>";
        byte[] message = SipMessage.request("BENOTIFY", "sip:" + client.address + ":" + client.port + ";transport=tls;ms-opaque=" + client.id)
                .header("Via", "SIP/2.0/TLS " + host.address + ":5061;branch=z9hG4bK" + random.hex(8))
                .header("Max-Forwards", "70")
                .header("To", "<sip:" + client.person.address + ">;tag=" + random.hex(10) + ";epid=" + client.id)
                .header("From", "<sip:" + client.person.address + ">;tag=" + random.hex(10))
                .header("Call-ID", random.hex(32)).header("CSeq", random.between(2, 90) + " BENOTIFY").header("Event", "presence")
                .header("subscription-state", "active;expires=27000")
                .body("application/msrtc-event-categories+xml", body).toBytes();
        day.wire.toClient(client, client.port, host, time, message, Optional.empty());
    }
}
