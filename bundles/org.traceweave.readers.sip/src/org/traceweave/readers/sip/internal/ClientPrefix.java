package org.traceweave.readers.sip.internal;

import java.util.List;
import org.traceweave.readers.sip.SipHeader;

/**
 * The prefix of a client trace's lines, {@code 04/16/2013|03:17:30.168 1F68:C14 INFO  :: }, and its packet lines, in a text of one
 * char a byte.
 */
final class ClientPrefix {

    private ClientPrefix() {
    }

    /** Where the text after the prefix begins; -1 if the line has no such prefix. */
    static int textStart(String text, int from, int to) {
        if (to - from < 30 || !Character.isDigit(text.charAt(from)) || text.charAt(from + 10) != '|') {
            return -1;
        }
        int marks = text.indexOf("::", from + 23);
        if (marks < 0 || marks > from + 60 || marks + 2 > to) {
            return -1;
        }
        int start = marks + 2;
        return start < to && text.charAt(start) == ' ' ? start + 1 : start;
    }

    static boolean isEndOfMessage(String text, int from, int to) {
        int start = textStart(text, from, to);
        return start >= 0 && text.startsWith("End of ", start);
    }

    /** Adds {@code Direction}, {@code Peer} and {@code Local-Address} from {@code Sending Packet - peer (From Local Address: local) n bytes}. */
    static void packetHeaders(String text, int from, int to, List<SipHeader> target) {
        boolean sending = text.startsWith("Sending Packet -", from);
        if (!sending && !text.startsWith("Data Received -", from)) {
            return;
        }
        int word = sending ? "Sending Packet".length() : "Data Received".length();
        target.add(new SipHeader("Direction", sending ? "outgoing" : "incoming", from, word));
        int peer = text.indexOf('-', from) + 1;
        while (peer < to && text.charAt(peer) == ' ') {
            peer++;
        }
        int end = peer;
        while (end < to && text.charAt(end) != ' ') {
            end++;
        }
        target.add(new SipHeader("Peer", text.substring(peer, end), peer, end - peer));
        int local = text.indexOf("Local Address: ", end);
        if (local >= 0 && local < to) {
            int start = local + "Local Address: ".length();
            int close = text.indexOf(')', start);
            if (close > start && close < to) {
                target.add(new SipHeader("Local-Address", text.substring(start, close), start, close - start));
            }
        }
    }
}
