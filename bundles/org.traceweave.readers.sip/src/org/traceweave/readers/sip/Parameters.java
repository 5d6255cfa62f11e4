package org.traceweave.readers.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code name=value} lists as SIP and Microsoft's headers write them: quoted or not, with blanks around the sign, in any case. */
final class Parameters {

    /** One parameter; {@code offset} and {@code length}: its raw value (without quotes) in the text parsed. */
    record Parameter(String name, String value, boolean quoted, int offset, int length) {
    }

    private Parameters() {
    }

    static Map<String, String> parse(String text, char separator) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Parameter parameter : list(text, 0, separator)) {
            map.putIfAbsent(parameter.name(), parameter.value());
        }
        return map;
    }

    /** The parameters in their order, from {@code start} on. Names in lower case. */
    static List<Parameter> list(String text, int start, char separator) {
        List<Parameter> found = new ArrayList<>();
        int at = start;
        while (at < text.length()) {
            at = skipBlanks(text, at);
            int nameStart = at;
            while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != separator) {
                at++;
            }
            String name = text.substring(nameStart, at).strip().toLowerCase(Locale.ROOT);
            if (at >= text.length() || text.charAt(at) == separator) {
                if (!name.isEmpty()) {
                    found.add(new Parameter(name, "", false, at, 0));
                }
                at++;
                continue;
            }
            at = skipBlanks(text, at + 1);
            char quote = at < text.length() ? closing(text.charAt(at)) : 0;
            int from = quote == 0 ? at : at + 1;
            int to = quote == 0 ? indexOf(text, separator, from) : endOfQuoted(text, from, quote);
            String raw = text.substring(from, to);
            found.add(new Parameter(name, quote == 0 ? raw.strip() : unescape(raw), quote != 0, from, to - from));
            at = indexOf(text, separator, quote == 0 ? to : Math.min(to + 1, text.length())) + 1;
        }
        return found;
    }

    /** The mark that ends a value opened by {@code opening}; 0 if that opens none. Pasted traces hold typographic ones. */
    private static char closing(char opening) {
        return switch (opening) {
            case '"' -> '"';
            case '\u201c', '\u201d', '\u201e' -> '\u201d';
            default -> 0;
        };
    }

    private static int endOfQuoted(String text, int from, char quote) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && quote == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at += 2;
                continue;
            }
            if (c == quote || quote != '"' && (c == '\u201c' || c == '"')) {
                return at;
            }
            at++;
        }
        return text.length();
    }

    private static int indexOf(String text, char separator, int from) {
        int at = text.indexOf(separator, from);
        return at < 0 ? text.length() : at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static String unescape(String raw) {
        String value = raw.indexOf('\n') < 0 ? raw : raw.replaceAll("\\r?\\n[ \\t]*", "");
        return value.indexOf('\\') < 0 ? value : value.replace("\\\"", "\"");
    }

    static String unquote(String text) {
        boolean quoted = text.length() >= 2 && text.charAt(0) == '"' && text.charAt(text.length() - 1) == '"';
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
