package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/** A client's subscription to presence. Each method plans a request and its answer, and answers when the client can go on. */
final class Subscription {

    private static final long ANSWERED = 11 * Wire.MILLI;

    private final Day day;
    private final Endpoint endpoint;
    private final int port;
    private final String callId;
    private final String tag;
    private final SeededRandom random;
    private int cseq;

    Subscription(Day day, Endpoint endpoint, int port, SeededRandom random) {
        this.day = day;
        this.endpoint = endpoint;
        this.port = port;
        this.random = random;
        callId = random.hex(32);
        tag = random.hex(10);
    }

    /** The server knows the client's security association no longer, and offers every scheme again. */
    long challenged(long time) {
        String targetName = endpoint.person.home.fqdn;
        String realm = "realm=\"SIP Communications Service\", ";
        return exchange(time, date -> SipMessage.response(401, "Unauthorized").header("Date", date)
                .header("WWW-Authenticate", "NTLM " + realm + "targetname=\"" + targetName + "\", version=4")
                .header("WWW-Authenticate", "Kerberos " + realm + "targetname=\"sip/" + targetName + "\", version=4")
                .header("WWW-Authenticate", "TLS-DSK " + realm + "targetname=\"" + targetName + "\", version=4"));
    }

    long accepted(long time) {
        return exchange(time, date -> SipMessage.response(200, "OK").header("Expires", "28800").header("Event", "presence")
                .header("subscription-state", "active;expires=28800"));
    }

    /** Makes an answer's first lines. */
    @FunctionalInterface
    private interface Answer {
        SipMessage make(String date);
    }

    private long exchange(long time, Answer answer) {
        Host host = endpoint.person.home;
        day.agenda.at(time, () -> {
            cseq++;
            String authorization = "TLS-DSK qop=\"auth\", realm=\"SIP Communications Service\", opaque=\"" + random.hex(8) + "\", targetname=\"" + host.fqdn
                    + "\", crand=\"" + random.hex(8) + "\", cnum=\"" + (40 + cseq) + "\", response=\"" + random.hex(64) + "\", version=4";
            day.wire.toServer(endpoint, port, host, time, dialogue(SipMessage.request("SUBSCRIBE", "sip:" + endpoint.person.address)
                    .header("Max-Forwards", "70").header("Event", "presence").header("User-Agent", endpoint.userAgent)
                    .header("Authorization", authorization)).toBytes(), Optional.empty());
        });
        long answered = time + ANSWERED;
        day.agenda.at(answered, () -> day.wire.toClient(endpoint, port, host, answered, dialogue(answer.make(Day.date(answered))).toBytes(), Optional.empty()));
        return answered + 30 * Wire.MILLI;
    }

    private SipMessage dialogue(SipMessage message) {
        return message.header("Via", "SIP/2.0/TLS " + endpoint.address + ":" + port).header("From", endpoint.from(tag))
                .header("To", "<sip:" + endpoint.person.address + ">").header("Call-ID", callId).header("CSeq", cseq + " SUBSCRIBE");
    }
}
