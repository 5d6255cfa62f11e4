package org.traceweave.readers.sip.internal.capture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.certificates.TlsRecords;

/**
 * What stands in clear at the beginning of a stream: TLS records up to where encryption begins, also behind a proxy's or mail server's words, or a SIP
 * message. {@code from}, {@code to}: where, in the stream's bytes.
 */
record Clear(Kind kind, int from, int to) {

    enum Kind {
        /** A handshake that reaches encryption, an alert, or its end. */
        TLS,
        /** One SIP message. */
        SIP,
        /** More bytes are needed to tell. */
        WAIT,
        /** Nothing that can be read. */
        NOTHING
    }

    /** A message may stand behind the end of another, of which only that was captured. */
    private static final Pattern START_LINE = Pattern.compile("(?m)^(?:SIP/2\\.0 [1-6]\\d\\d |[A-Z]{3,12} sips?:[^ \\r\\n]+ SIP/2\\.0\\r?$)");
    private static final Pattern REQUEST = Pattern.compile("^[A-Z]{3,12} sips?:[^\\r\\n]*$");
    private static final Pattern LENGTH = Pattern.compile("(?im)^(?:Content-Length|l)\\s*:\\s*(\\d{1,7})");
    private static final int SEARCHED = 4096;
    private static final Clear WAIT = new Clear(Kind.WAIT, 0, 0);
    private static final Clear NOTHING = new Clear(Kind.NOTHING, 0, 0);

    /** @param last whether no more will come */
    static Clear in(byte[] bytes, boolean last) {
        Optional<Clear> sip = sip(bytes, last);
        if (sip.isPresent()) {
            return sip.get();
        }
        int start = handshake(bytes);
        if (start < 0) {
            return bytes.length >= SEARCHED || last ? NOTHING : WAIT;
        }
        int at = start;
        while (at + 5 <= bytes.length) {
            int end = at + 5 + ((bytes[at + 3] & 0xff) << 8 | bytes[at + 4] & 0xff);
            boolean handshake = TlsRecords.isRecord(bytes, at) && bytes[at] == 22;
            if (!handshake) {
                boolean alert = TlsRecords.isRecord(bytes, at) && bytes[at] == 21 && end <= bytes.length;
                return new Clear(Kind.TLS, start, alert ? end : at);
            }
            if (end > bytes.length) {
                return last ? new Clear(Kind.TLS, start, bytes.length) : WAIT;
            }
            at = end;
        }
        return last ? new Clear(Kind.TLS, start, bytes.length) : WAIT;
    }

    /** Where a record with the beginning of a handshake message stands; -1 if nowhere. */
    private static int handshake(byte[] bytes) {
        for (int at = 0; at + 9 <= Math.min(bytes.length, SEARCHED); at++) {
            boolean alert = bytes[at] == 21 && bytes[at + 3] == 0 && bytes[at + 4] == 2 && at == 0;
            boolean message = bytes[at] == 22 && (bytes[at + 5] == 1 || bytes[at + 5] == 2 || at == 0 && bytes[at + 5] == 11);
            if ((alert || message) && TlsRecords.isRecord(bytes, at)) {
                return at;
            }
        }
        return bytes.length >= 7 && bytes[0] == 21 && TlsRecords.isRecord(bytes, 0) ? 0 : -1;
    }

    private static Optional<Clear> sip(byte[] bytes, boolean last) {
        String head = new String(bytes, 0, Math.min(bytes.length, 64 << 10), StandardCharsets.ISO_8859_1);
        Matcher line = START_LINE.matcher(head);
        if (!line.find()) {
            boolean begins = head.length() < 4096 && REQUEST.matcher(head).find();
            return begins && !last ? Optional.of(WAIT) : Optional.empty();
        }
        int start = line.start();
        head = head.substring(start);
        int headers = head.indexOf("\r\n\r\n");
        if (headers < 0) {
            return last ? Optional.of(new Clear(Kind.SIP, start, bytes.length)) : Optional.of(WAIT);
        }
        Matcher length = LENGTH.matcher(head.substring(0, headers));
        int end = start + headers + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
        return end > bytes.length && !last ? Optional.of(WAIT) : Optional.of(new Clear(Kind.SIP, start, Math.min(end, bytes.length)));
    }
}
