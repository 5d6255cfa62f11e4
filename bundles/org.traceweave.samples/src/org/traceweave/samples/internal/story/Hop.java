package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;

/** What a server that passes messages on changes in them: the Via header lines. RFC 3261, section 16.6. */
final class Hop {

    /** The port from which an Edge Server reaches its next hop. */
    static final int PORT = 50_884;

    private Hop() {
    }

    /** The request with the server's own Via above the client's, which now tells where the message really came from. */
    static byte[] passedOn(byte[] message, Host through, Endpoint client, int port) {
        String text = new String(message, StandardCharsets.UTF_8);
        int via = text.indexOf("Via: ");
        int end = text.indexOf("\r\n", via);
        return (text.substring(0, via) + via(through, text) + text.substring(via, end) + ";received=" + client.address + ";ms-received-port=" + port
                + ";ms-received-cid=4F00" + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** The answer as it is before that server has taken its own Via off. */
    static byte[] onTheWayBack(byte[] message, Host through) {
        String text = new String(message, StandardCharsets.UTF_8);
        int via = text.indexOf("Via: ");
        return (text.substring(0, via) + via(through, text) + text.substring(via)).getBytes(StandardCharsets.UTF_8);
    }

    private static String via(Host through, String message) {
        return "Via: SIP/2.0/TLS " + through.address + ":" + PORT + ";branch=z9hG4bK" + Integer.toHexString(branch(message)) + ";branched=FALSE\r\n";
    }

    /** The same for a request and its answer. */
    private static int branch(String message) {
        int callId = message.indexOf("Call-ID: ");
        int sequence = message.indexOf("CSeq: ");
        return (message.substring(callId, message.indexOf("\r\n", callId)) + message.substring(sequence, message.indexOf("\r\n", sequence))).hashCode();
    }
}
