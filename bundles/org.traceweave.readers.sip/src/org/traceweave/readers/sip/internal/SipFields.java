package org.traceweave.readers.sip.internal;

import static org.traceweave.readers.ByteSearch.startsWithIgnoreCase;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.readers.ByteSearch;
import org.traceweave.readers.RecordDraft;

/**
 * Finds what records are searched by in the lines of a block or message: a few names are looked for, by the first letter of each line.
 * Reused; for one thread.
 */
final class SipFields {

    private static final byte[] START_LINE = key("start-line:");
    private static final byte[] SEVERITY = key("severity:");
    private static final byte[] SIP_START_LINE = key("sip-start-line:");
    private static final byte[] SIP_CALL_ID = key("sip-call-id:");
    private static final byte[] SIP_CSEQ = key("sip-cseq:");
    private static final byte[] DIRECTION = key("direction:");
    private static final byte[] DATA = key("data:");
    private static final byte[] PEER = key("peer:");
    private static final byte[] PEER_IP = key("peer-ip:");
    private static final byte[] PEER_FQDN = key("peer-fqdn:");
    private static final byte[] FROM = key("from:");
    private static final byte[] TO = key("to:");
    private static final byte[] TEXT = key("text:");
    private static final byte[] CORRELATION = key("trace-correlation-id:");
    private static final byte[] CALL_ID = key("call-id:");
    private static final byte[] CSEQ = key("cseq:");
    private static final byte[] CONNECTION_ID = key("connection-id:");
    private static final byte[] USER_AGENT = key("user-agent:");
    private static final byte[] MESSAGE_BODY = key("message-body:");
    private static final byte[] DIAGNOSTICS = key("ms-diagnostics:");
    private static final byte[] PUBLIC_DIAGNOSTICS = key("ms-diagnostics-public:");
    private static final byte[] RESULT_CODE = key("result-code:");
    private static final byte[] LOCAL_IP = key("local-ip:");
    private static final byte[] WEB_DIAGNOSTICS = key("x-ms-diagnostics:");
    private static final byte[] WEB_CORRELATION = key("x-ms-correlation-id:");
    private static final byte[] SIP_VERSION = Chars.ascii("SIP/2.0 ");
    private static final byte[] HTTP_VERSION = Chars.ascii("HTTP/");
    private static final int MOST_DIAGNOSTICS = 4;

    private final Strings strings;

    /** Set by the caller before {@link #write}, where the trace tells them outside the lines. */
    @Nullable String direction;
    @Nullable String peer;
    @Nullable String correlation;

    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String callId;
    private @Nullable String cseq;
    private @Nullable String method;
    private @Nullable String device;
    private @Nullable String hresult;
    private int status;
    private final long[] diagnostics = new long[MOST_DIAGNOSTICS];
    private int diagnosticCount;
    private boolean response;
    private boolean sip;
    private boolean http;
    private boolean aboutSip;
    private boolean connection;
    private boolean text;
    private boolean result;

    private byte[] b = new byte[0];
    private int end;
    private int valueFrom;
    private int valueTo;

    SipFields(Strings strings) {
        this.strings = strings;
    }

    void clear() {
        direction = null;
        peer = null;
        correlation = null;
        from = null;
        to = null;
        callId = null;
        cseq = null;
        method = null;
        device = null;
        hresult = null;
        status = -1;
        diagnosticCount = 0;
        response = false;
        sip = false;
        http = false;
        aboutSip = false;
        connection = false;
        text = false;
        result = false;
    }

    boolean isHttp() {
        return http;
    }

    @Nullable String failureCodeFound() {
        return hresult;
    }

    /** Looks at the lines in {@code [start, limit)}. {@code bare}: they are headers, which an empty line ends, not a block. */
    void read(byte[] bytes, int start, int limit, boolean bare) {
        b = bytes;
        end = limit;
        int at = start;
        while (at < limit) {
            int feed = ByteSearch.indexOf(bytes, at, limit, (byte) '\n');
            int lineEnd = feed > at && bytes[feed - 1] == '\r' ? feed - 1 : feed;
            if (lineEnd == at ? bare : line(at, lineEnd)) {
                return;
            }
            at = feed + 1;
        }
    }

    /** @return whether the headers end here */
    private boolean line(int at, int lineEnd) {
        switch (b[at] | 0x20) {
            case 's' -> sLine(at, lineEnd);
            case 'd' -> dLine(at, lineEnd);
            case 'p' -> pLine(at, lineEnd);
            case 'f' -> {
                if (from == null && sip && (is(FROM, at, lineEnd) || isCompact(at, lineEnd))) {
                    from = address();
                }
            }
            case 't' -> tLine(at, lineEnd);
            case 'c' -> cLine(at, lineEnd);
            case 'i' -> {
                if (callId == null && isCompact(at, lineEnd)) {
                    callId = value();
                }
            }
            case 'u' -> {
                if (device == null && is(USER_AGENT, at, lineEnd)) {
                    device = value();
                }
            }
            case 'm' -> {
                if (startsWithIgnoreCase(b, at, lineEnd, MESSAGE_BODY)) {
                    return true;
                }
                if (is(DIAGNOSTICS, at, lineEnd) || is(PUBLIC_DIAGNOSTICS, at, lineEnd)) {
                    diagnostic();
                }
            }
            case 'r' -> {
                if (is(RESULT_CODE, at, lineEnd)) {
                    result = true;
                    failureCode();
                }
            }
            case 'l' -> connection |= is(LOCAL_IP, at, lineEnd);
            case 'x' -> {
                if (is(WEB_DIAGNOSTICS, at, lineEnd)) {
                    diagnostic();
                } else if (correlation == null && is(WEB_CORRELATION, at, lineEnd)) {
                    correlation = value();
                }
            }
            default -> {
            }
        }
        return false;
    }

    private void sLine(int at, int lineEnd) {
        if (!sip && !http && is(START_LINE, at, lineEnd)) {
            startLine(valueFrom, valueTo);
        } else if (is(SIP_START_LINE, at, lineEnd)) {
            aboutSip = true;
            startOf(valueFrom, valueTo);
        } else if (is(SIP_CALL_ID, at, lineEnd)) {
            aboutSip = true;
            callId = value();
        } else if (is(SIP_CSEQ, at, lineEnd)) {
            aboutSip = true;
            cseq = value();
        } else if (is(SEVERITY, at, lineEnd)) {
            text = true;
        }
    }

    private void dLine(int at, int lineEnd) {
        if (direction == null && !sip && is(DIRECTION, at, lineEnd)) {
            direction = valueFrom < valueTo && (b[valueFrom] | 0x20) == 'i' ? "in" : "out";
        } else if (hresult == null && is(DATA, at, lineEnd)) {
            failureCode();
        }
    }

    private void pLine(int at, int lineEnd) {
        if (sip) {
            return;
        }
        if (is(PEER_IP, at, lineEnd)) {
            connection = true;
            peer = value();
        } else if (peer == null && (is(PEER, at, lineEnd) || is(PEER_FQDN, at, lineEnd))) {
            peer = value();
        }
    }

    private void tLine(int at, int lineEnd) {
        if (sip) {
            if (to == null && (is(TO, at, lineEnd) || isCompact(at, lineEnd))) {
                to = address();
            }
        } else if (correlation == null && is(CORRELATION, at, lineEnd)) {
            correlation = value();
        } else {
            text |= is(TEXT, at, lineEnd);
        }
    }

    private void cLine(int at, int lineEnd) {
        if (callId == null && is(CALL_ID, at, lineEnd)) {
            callId = value();
        } else if (cseq == null && is(CSEQ, at, lineEnd)) {
            cseq = value();
        } else if (!sip) {
            connection |= is(CONNECTION_ID, at, lineEnd);
        }
    }

    /** Takes a message's first line, {@code SIP/2.0 401 Unauthorized} or {@code REGISTER sip:contoso.com SIP/2.0}, or HTTP's. */
    void startLine(int lineFrom, int lineTo) {
        http = ByteSearch.startsWith(b, lineFrom, lineTo, HTTP_VERSION)
                || lineTo - lineFrom > 8 && ByteSearch.startsWith(b, lineTo - 8, lineTo, HTTP_VERSION);
        sip = !http;
        startOf(lineFrom, lineTo);
    }

    void startLine(byte[] bytes, int lineFrom, int lineTo) {
        b = bytes;
        end = lineTo;
        startLine(lineFrom, lineTo);
    }

    private void startOf(int lineFrom, int lineTo) {
        int space = ByteSearch.indexOf(b, lineFrom, lineTo, (byte) ' ');
        response = ByteSearch.startsWith(b, lineFrom, lineTo, SIP_VERSION) || ByteSearch.startsWith(b, lineFrom, lineTo, HTTP_VERSION);
        if (!response) {
            method = space < lineTo ? strings.of(b, lineFrom, space) : null;
        } else if (space + 4 <= lineTo && Chars.isDigit(b[space + 1]) && Chars.isDigit(b[space + 2]) && Chars.isDigit(b[space + 3])) {
            status = (b[space + 1] - '0') * 100 + (b[space + 2] - '0') * 10 + b[space + 3] - '0';
        }
    }

    private boolean is(byte[] key, int at, int lineEnd) {
        if (!startsWithIgnoreCase(b, at, lineEnd, key)) {
            return false;
        }
        setValue(at + key.length, lineEnd);
        return true;
    }

    /** Whether the header's name is one letter. */
    private boolean isCompact(int at, int lineEnd) {
        if (lineEnd - at < 2 || b[at + 1] != ':' || !sip) {
            return false;
        }
        setValue(at + 2, lineEnd);
        return true;
    }

    private void setValue(int valueStart, int lineEnd) {
        valueFrom = valueStart;
        valueTo = lineEnd;
        // folded: the value goes on in lines that begin with a blank
        int next = lineEnd;
        while (next < end && b[next] != '\n') {
            next++;
        }
        while (next + 1 < end && (b[next + 1] == ' ' || b[next + 1] == '\t')) {
            int feed = ByteSearch.indexOf(b, next + 1, end, (byte) '\n');
            valueTo = feed;
            next = feed;
        }
        while (valueFrom < valueTo && b[valueFrom] <= ' ' && b[valueFrom] >= 0) {
            valueFrom++;
        }
        while (valueTo > valueFrom && b[valueTo - 1] <= ' ' && b[valueTo - 1] >= 0) {
            valueTo--;
        }
    }

    private @Nullable String value() {
        if (valueFrom >= valueTo) {
            return null;
        }
        if (ByteSearch.indexOf(b, valueFrom, valueTo, (byte) '\n') < valueTo) {
            return new String(b, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8).replaceAll("\\s*\\n\\s+", " ");
        }
        return strings.of(b, valueFrom, valueTo);
    }

    /** The address in From or To: in lower case, without scheme and parameters. */
    private @Nullable String address() {
        int at = valueFrom;
        if (at < valueTo && b[at] == '"') {
            at = Math.min(valueTo, ByteSearch.indexOf(b, at + 1, valueTo, (byte) '"') + 1);
        }
        int open = ByteSearch.indexOf(b, at, valueTo, (byte) '<');
        return Addresses.bare(strings, b, open < valueTo ? open + 1 : valueFrom, valueTo);
    }

    private void diagnostic() {
        int id = 0;
        int at = valueFrom;
        while (at < valueTo && at - valueFrom < 7 && Chars.isDigit(b[at])) {
            id = id * 10 + b[at++] - '0';
        }
        boolean known = at == valueFrom || diagnosticCount == MOST_DIAGNOSTICS;
        for (int i = 0; i < diagnosticCount; i++) {
            known |= diagnostics[i] == id;
        }
        if (!known) {
            diagnostics[diagnosticCount++] = id;
        }
        failureCode();
    }

    private void failureCode() {
        if (hresult == null) {
            hresult = FailureCodes.find(strings, b, valueFrom, valueTo, false);
        }
    }

    /** What the lines make the record; null if they do not tell. */
    @Nullable RecordKind kind() {
        if (sip || http) {
            return sip ? RecordKind.SIP : RecordKind.HTTP;
        }
        if (aboutSip) {
            return RecordKind.SIP_DIAGNOSTIC;
        }
        if (connection) {
            return RecordKind.CONNECTION;
        }
        return text && result ? RecordKind.SIP_DIAGNOSTIC : null;
    }

    /**
     * Adds what was found to a record, in the order in which fields are printed. {@code client}: the trace is the client's own, so
     * that its user is whoever sends its requests and gets the others'.
     */
    void write(RecordDraft draft, boolean client) {
        if (sip && method == null) {
            methodOfCseq();
        }
        add(draft, RecordField.USER, user(client));
        add(draft, RecordField.FROM, from);
        add(draft, RecordField.TO, to);
        add(draft, RecordField.CALL_ID, callId);
        add(draft, RecordField.CSEQ, cseq);
        add(draft, RecordField.METHOD, method);
        if (response && status >= 0) {
            draft.add(RecordField.STATUS, status);
        }
        add(draft, RecordField.DIRECTION, direction);
        add(draft, RecordField.PEER, peer);
        add(draft, RecordField.DEVICE, device);
        for (int i = 0; i < diagnosticCount; i++) {
            draft.add(RecordField.DIAGNOSTIC_ID, diagnostics[i]);
        }
        add(draft, RecordField.HRESULT, hresult);
        add(draft, RecordField.CORRELATION, correlation);
    }

    private void methodOfCseq() {
        if (cseq != null) {
            int space = cseq.lastIndexOf(' ');
            method = space < 0 ? null : Methods.of(cseq.substring(space + 1));
        }
    }

    /** The sign-in address of whoever's client the message is about. */
    private @Nullable String user(boolean client) {
        if (!sip) {
            return null;
        }
        boolean toClient = client ? "in".equals(direction) != response : "NOTIFY".equals(method) || "BENOTIFY".equals(method);
        String address = toClient && direction != null ? to : from;
        return address != null && (address.indexOf('@') > 0 || address.startsWith("+")) ? address : null;
    }

    private static void add(RecordDraft draft, RecordField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            draft.add(field, value);
        }
    }

    private static byte[] key(String lower) {
        return Chars.ascii(lower);
    }
}
