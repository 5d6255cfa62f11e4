package org.traceweave.analysis.internal.signin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.Phase;
import org.traceweave.readers.sip.Masking;
import org.traceweave.readers.sip.MsDiagnostics;

/**
 * What one HTTP message of a web component says, read from a record's text: for a request the step of the sign-in its path belongs to,
 * the client program, and the user it names; for an answer its status, and the reason that web services state for a refusal (in the header
 * X-Ms-diagnostics, or as a SOAP fault; MS-OCAUTHWS 3.2.4.1).
 */
public record HttpExchange(boolean isRequest, Optional<Phase> phase, Optional<String> userAgent, Optional<String> user, int status, OptionalInt diagnosticId,
        Optional<String> reason) {

    private static final int FIRST_REFUSAL = 400;
    private static final int MOST_DIGITS = 9;
    private static final String PROTOCOL = "HTTP/";
    private static final String PSEUDO_HEADER = "Start-Line: ";
    private static final String USER_AGENT = "User-Agent: ";
    private static final Pattern REQUEST_LINE = Pattern.compile("(?:GET|POST|HEAD|PUT|OPTIONS) (\\S+) HTTP/");
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})");
    private static final Pattern DIAGNOSTICS = Pattern.compile("(?i)(?:^|\\n)X-Ms-diagnostics: *(\\d+)(?:[.;][^\\r\\n]*?reason=\"([^\"]*)\")?");
    private static final Pattern FAULT = Pattern.compile("<(?:\\w+:)?Ms-Diagnostics-Fault[^>]*>\\s*<(?:\\w+:)?ErrorId>(\\d+)</(?:\\w+:)?ErrorId>(?:\\s*<(?:\\w+:)?Reason>([^<]*)<)?");

    public static HttpExchange read(String text) {
        Optional<String> status = startLine(text, STATUS_LINE);
        if (status.isPresent()) {
            return answer(text, Integer.parseInt(status.get()));
        }
        Optional<String> path = startLine(text, REQUEST_LINE);
        return new HttpExchange(path.isPresent(), phase(path.orElse(text)), userAgent(text), user(text), 0, OptionalInt.empty(), Optional.empty());
    }

    /** What a pattern finds in the start line: a line of its own, or behind the pseudo-header. A search for the protocol's name is the quick part. */
    private static Optional<String> startLine(String text, Pattern pattern) {
        for (int at = text.indexOf(PROTOCOL); at >= 0; at = text.indexOf(PROTOCOL, at + 1)) {
            int line = text.lastIndexOf('\n', at) + 1;
            Matcher matcher = pattern.matcher(text).region(text.startsWith(PSEUDO_HEADER, line) ? line + PSEUDO_HEADER.length() : line, text.length());
            if (matcher.lookingAt()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static HttpExchange answer(String text, int status) {
        Matcher stated = DIAGNOSTICS.matcher(text);
        boolean found = status >= FIRST_REFUSAL && stated.find();
        if (!found && status >= FIRST_REFUSAL) {
            stated = FAULT.matcher(text);
            found = stated.find();
        }
        OptionalInt id = found && stated.group(1).length() < MOST_DIGITS ? OptionalInt.of(Integer.parseInt(stated.group(1))) : OptionalInt.empty();
        Optional<String> words = found ? Optional.ofNullable(stated.group(2)).map(String::strip).filter(each -> !each.isEmpty()).map(Masking::mask) : Optional.empty();
        Optional<String> reason = words.or(() -> id.isEmpty() ? Optional.empty() : meaning(id.getAsInt()));
        return new HttpExchange(false, phase(text), Optional.empty(), user(text), status, id, reason);
    }

    private static Optional<String> meaning(int id) {
        return new MsDiagnostics("X-Ms-diagnostics", id, Optional.empty(), Map.of(), 0).meaning();
    }

    private static Optional<String> userAgent(String text) {
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
            int from = feed + 1 + USER_AGENT.length();
            if (text.regionMatches(true, feed + 1, USER_AGENT, 0, USER_AGENT.length())) {
                int end = from;
                while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
                    end++;
                }
                return Optional.of(text.substring(from, end).strip()).filter(words -> !words.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The first address that is named as a SIP user or as the entity a request is about, in lower case. */
    private static Optional<String> user(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && isAddressPart(text.charAt(from - 1))) {
                from--;
            }
            int to = at + 1;
            while (to < text.length() && isNamePart(text.charAt(to))) {
                to++;
            }
            if (from < at && to > at + 1 && (endsWith(text, from, "sip:") || endsWith(text, from, "entity=\""))) {
                return Optional.of(text.substring(from, to).toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static boolean endsWith(String text, int end, String words) {
        return text.regionMatches(true, end - words.length(), words, 0, words.length());
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
    }

    private static boolean isAddressPart(char c) {
        return isNamePart(c) || c == '+' || c == '%';
    }

    private static Optional<Phase> phase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("/certprov/")) {
            return Optional.of(Phase.PROVISIONING);
        }
        if (lower.contains("/webticket/")) {
            return Optional.of(Phase.WEB_TICKET);
        }
        return lower.contains("autodiscover") || lower.contains("lyncdiscover") ? Optional.of(Phase.DISCOVERY) : Optional.empty();
    }
}
