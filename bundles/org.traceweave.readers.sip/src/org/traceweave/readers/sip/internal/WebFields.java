package org.traceweave.readers.sip.internal;

import static org.traceweave.readers.ByteSearch.startsWithIgnoreCase;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.RecordField;
import org.traceweave.readers.ByteSearch;
import org.traceweave.readers.RecordDraft;

/**
 * Tells lines of web components that speak of an HTTP exchange (autodiscovery, web tickets, certificate provisioning), and finds
 * method, status, user, diagnostic and correlation in them. For one thread.
 */
final class WebFields {

    private static final String[] COMPONENTS = {"web", "cert", "autodiscover", "http", "ucwa", "reach", "lyncdiscover", "authbroker"};
    private static final byte[][] PATHS = {Chars.ascii("/certprov/"), Chars.ascii("/webticket/"), Chars.ascii("/autodiscover/"),
            Chars.ascii("/reach/"), Chars.ascii("/ucwa/"), Chars.ascii("/abs/"), Chars.ascii("/groupexpansion/")};
    private static final byte[] VERSION = Chars.ascii("http/");
    private static final byte[] STATUS = Chars.ascii("status");
    private static final byte[] SIP = Chars.ascii("sip:");
    private static final byte[] ENTITY = Chars.ascii("entity=\"");
    private static final byte[] DIAGNOSTICS = Chars.ascii("x-ms-diagnostics:");
    private static final byte[] ERROR_ID = Chars.ascii("errorid>");
    private static final byte[] CORRELATION = Chars.ascii("x-ms-correlation-id:");
    private static final byte[] USER_AGENT = Chars.ascii("user-agent:");
    private static final byte[][] METHODS = {Chars.ascii("GET "), Chars.ascii("POST "), Chars.ascii("PUT "), Chars.ascii("OPTIONS "),
            Chars.ascii("DELETE "), Chars.ascii("HEAD ")};
    /** How much of a long record is looked at. */
    private static final int MOST = 16 * 1024;

    private final Strings strings;
    private final Map<String, Boolean> components = new HashMap<>();

    private boolean path;
    private boolean version;
    private int status;
    private @Nullable String method;
    private @Nullable String user;
    private @Nullable String correlation;
    private @Nullable String device;
    private long diagnostic;

    WebFields(Strings strings) {
        this.strings = strings;
    }

    /** Whether a component's lines are about the web. */
    boolean isWebComponent(String component) {
        Boolean known = components.get(component);
        if (known == null) {
            String lower = component.toLowerCase(Locale.ROOT);
            boolean web = false;
            for (String word : COMPONENTS) {
                web |= lower.contains(word);
            }
            known = web;
            components.put(component, known);
        }
        return known;
    }

    /** Looks through a record's text. @return whether it speaks of an HTTP exchange */
    boolean read(byte[] b, int from, int limit) {
        path = false;
        version = false;
        status = -1;
        method = null;
        user = null;
        correlation = null;
        device = null;
        diagnostic = -1;
        int to = Math.min(limit, from + MOST);
        for (int at = from; at < to; at++) {
            switch (b[at] | 0x20) {
                case '/' -> path |= isPath(b, at, to);
                case 'h' -> version(b, at, to);
                case 's' -> sWord(b, at, to);
                case 'e' -> eWord(b, at, to);
                case 'x' -> xWord(b, at, to);
                case 'u' -> device(b, at, to);
                case 'g', 'p', 'o', 'd' -> method(b, at, from, to);
                default -> plainStatus(b, at, from, to);
            }
        }
        return path || version || status >= 0;
    }

    private static boolean isPath(byte[] b, int at, int to) {
        for (byte[] word : PATHS) {
            if (startsWithIgnoreCase(b, at, to, word)) {
                return true;
            }
        }
        return false;
    }

    private void version(byte[] b, int at, int to) {
        method(b, at, at, to);
        if (!startsWithIgnoreCase(b, at, to, VERSION)) {
            return;
        }
        version = true;
        int space = at + VERSION.length;
        while (space < to && (Chars.isDigit(b[space]) || b[space] == '.')) {
            space++;
        }
        setStatus(b, space, to);
    }

    private void sWord(byte[] b, int at, int to) {
        if (user == null && startsWithIgnoreCase(b, at, to, SIP)) {
            String address = Addresses.bare(strings, b, at, end(b, at, to));
            user = address != null && address.indexOf('@') > 0 ? address : null;
        } else if (status < 0 && startsWithIgnoreCase(b, at, to, STATUS)) {
            int next = at + STATUS.length;
            // Status: 401, StatusCode=401, status code 401
            while (next < to && next < at + 16 && !Chars.isDigit(b[next]) && b[next] != '\n') {
                next++;
            }
            setStatus(b, next - 1, to);
        }
    }

    private void eWord(byte[] b, int at, int to) {
        if (user == null && startsWithIgnoreCase(b, at, to, ENTITY)) {
            int from = at + ENTITY.length;
            user = Addresses.bare(strings, b, from, end(b, from, to));
        } else if (diagnostic < 0 && startsWithIgnoreCase(b, at, to, ERROR_ID)) {
            diagnostic = number(b, at + ERROR_ID.length, to);
        }
    }

    private void xWord(byte[] b, int at, int to) {
        if (diagnostic < 0 && startsWithIgnoreCase(b, at, to, DIAGNOSTICS)) {
            diagnostic = number(b, at + DIAGNOSTICS.length, to);
        } else if (correlation == null && startsWithIgnoreCase(b, at, to, CORRELATION)) {
            correlation = lineValue(b, at + CORRELATION.length, to);
        }
    }

    private void device(byte[] b, int at, int to) {
        if (device == null && startsWithIgnoreCase(b, at, to, USER_AGENT)) {
            device = lineValue(b, at + USER_AGENT.length, to);
        }
    }

    private void method(byte[] b, int at, int from, int to) {
        if (method != null || b[at] < 'A' || b[at] > 'Z' || at > from && Chars.isLetter(b[at - 1])) {
            return;
        }
        for (byte[] word : METHODS) {
            int next = at + word.length;
            if (ByteSearch.startsWith(b, at, to, word) && next < to && (b[next] == '/' || (b[next] | 0x20) == 'h')) {
                method = strings.of(b, at, next - 1);
                return;
            }
        }
    }

    /** {@code 401 - Unauthorized}, as the web server words it. */
    private void plainStatus(byte[] b, int at, int from, int to) {
        boolean candidate = status < 0 && (b[at] == '4' || b[at] == '5') && at + 7 < to && b[at + 3] == ' ' && b[at + 4] == '-' && b[at + 5] == ' '
                && Chars.isLetter(b[at + 6]) && (at == from || !Chars.isDigit(b[at - 1]) && b[at - 1] != '.');
        if (candidate) {
            setStatus(b, at - 1, to);
        }
    }

    /** Takes three digits behind {@code before}. */
    private void setStatus(byte[] b, int before, int to) {
        int at = before + 1;
        boolean number = status < 0 && at + 3 <= to && b[at] >= '1' && b[at] <= '5' && Chars.isDigit(b[at + 1]) && Chars.isDigit(b[at + 2])
                && (at + 3 == to || !Chars.isDigit(b[at + 3]) && !Chars.isLetter(b[at + 3]));
        if (number) {
            status = (b[at] - '0') * 100 + (b[at + 1] - '0') * 10 + b[at + 2] - '0';
        }
    }

    private static int end(byte[] b, int from, int to) {
        int at = from;
        while (at < to && b[at] != '"' && b[at] != '\'' && b[at] != '<' && b[at] != '&' && b[at] != ')' && b[at] != ']' && b[at] > ' ') {
            at++;
        }
        return at;
    }

    private static long number(byte[] b, int from, int to) {
        int at = from;
        while (at < to && b[at] == ' ') {
            at++;
        }
        long value = -1;
        for (int digits = 0; at < to && digits < 7 && Chars.isDigit(b[at]); digits++) {
            value = Math.max(0, value) * 10 + b[at++] - '0';
        }
        return value;
    }

    private @Nullable String lineValue(byte[] b, int from, int to) {
        int start = from;
        while (start < to && b[start] == ' ') {
            start++;
        }
        int end = start;
        while (end < to && b[end] != '\r' && b[end] != '\n') {
            end++;
        }
        return end > start ? strings.of(b, start, end) : null;
    }

    /** Adds what was found, and what the line or block around it told, in the order in which fields are printed. */
    void write(RecordDraft draft, @Nullable String direction, @Nullable String peer, @Nullable String hresult,
            @Nullable String lineCorrelation) {
        add(draft, RecordField.USER, user);
        add(draft, RecordField.METHOD, method);
        if (status >= 0) {
            draft.add(RecordField.STATUS, status);
        }
        add(draft, RecordField.DIRECTION, direction);
        add(draft, RecordField.PEER, peer);
        add(draft, RecordField.DEVICE, device);
        if (diagnostic >= 0) {
            draft.add(RecordField.DIAGNOSTIC_ID, diagnostic);
        }
        add(draft, RecordField.HRESULT, hresult);
        add(draft, RecordField.CORRELATION, lineCorrelation);
        if (correlation != null && !correlation.equals(lineCorrelation)) {
            draft.add(RecordField.CORRELATION, correlation);
        }
    }

    private static void add(RecordDraft draft, RecordField field, @Nullable String value) {
        if (value != null) {
            draft.add(field, value);
        }
    }
}
