package org.traceweave.readers.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One diagnostic of a server or client: {@code id[.sub];reason="...";source="fqdn";name="value"} (MS-OCER 2.2.1). {@code header}: the
 * header's name as written ({@code ms-diagnostics}, {@code ms-diagnostics-public}, {@code X-Ms-diagnostics}, {@code
 * ms-client-diagnostics}); {@code offset}: where its value begins, in bytes from the beginning of the text parsed. Parameter names in
 * lower case.
 */
public record MsDiagnostics(String header, int id, Optional<Integer> subId, Map<String, String> parameters, int offset) {

    public MsDiagnostics {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Why, in the words of whoever wrote it. */
    public Optional<String> reason() {
        return parameter("reason");
    }

    /** The server that wrote it; a public diagnostic has none. */
    public Optional<String> source() {
        return parameter("source");
    }

    /** One of its parameters, secrets masked. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(java.util.Locale.ROOT))).map(Masking::mask);
    }

    /** The HRESULT among its parameters, as {@code 0x80090325}. */
    public Optional<String> hresult() {
        for (String value : parameters.values()) {
            Optional<String> found = Hresults.find(value);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What the number means by MS-OCER, whatever the reason says; empty where it is not in our table. */
    public Optional<String> meaning() {
        return MsDiagnosticsTable.meaning(id);
    }

    /** Reads a header's value; one header may hold several, separated by commas. What begins with no number is passed over. */
    static List<MsDiagnostics> parse(String header, String value, int offset) {
        List<MsDiagnostics> found = new ArrayList<>(1);
        int at = 0;
        while (at < value.length()) {
            int end = endOfOne(value, at);
            one(header, value, at, end, offset).ifPresent(found::add);
            at = end + 1;
        }
        return found;
    }

    private static Optional<MsDiagnostics> one(String header, String value, int from, int to, int offset) {
        int at = from;
        while (at < to && value.charAt(at) <= ' ') {
            at++;
        }
        int start = at;
        while (at < to && isDigit(value.charAt(at))) {
            at++;
        }
        if (at == start || at - start > 7) {
            return Optional.empty();
        }
        int id = Integer.parseInt(value, start, at, 10);
        Optional<Integer> sub = Optional.empty();
        if (at < to && value.charAt(at) == '.') {
            int subStart = ++at;
            while (at < to && isDigit(value.charAt(at))) {
                at++;
            }
            sub = at > subStart && at - subStart <= 7 ? Optional.of(Integer.parseInt(value, subStart, at, 10)) : sub;
        }
        int semicolon = value.indexOf(';', at);
        Map<String, String> parameters = semicolon < 0 || semicolon >= to ? Map.of()
                : Parameters.parse(value.substring(semicolon + 1, to), ';');
        return Optional.of(new MsDiagnostics(header, id, sub, parameters, offset + start));
    }

    /** The comma outside quotes that is followed by another number, or the end. */
    private static int endOfOne(String value, int from) {
        boolean quoted = false;
        for (int at = from; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                int next = at + 1;
                while (next < value.length() && value.charAt(next) <= ' ') {
                    next++;
                }
                if (next < value.length() && isDigit(value.charAt(next))) {
                    return at;
                }
            }
        }
        return value.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
