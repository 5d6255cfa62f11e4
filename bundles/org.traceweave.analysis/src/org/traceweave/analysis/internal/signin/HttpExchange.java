package org.traceweave.analysis.internal.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.Phase;

/**
 * What one HTTP message of a web component says, read from a record's text: for a request the step of the sign-in its path belongs to,
 * the client program, and the user it names; for an answer its status, and the reason that web services state for a refusal (in the header
 * X-Ms-diagnostics, or as a SOAP fault; MS-OCAUTHWS 3.2.4.1).
 */
public record HttpExchange(boolean isRequest, Optional<Phase> phase, Optional<String> userAgent, Optional<String> user, int status, OptionalInt diagnosticId,
        Optional<String> reason) {

    private static final int FIRST_REFUSAL = 400;
    private static final int MOST_DIGITS = 9;
    private static final Pattern REQUEST_LINE = Pattern.compile("(?:^|\\n|Start-Line: )(?:GET|POST|HEAD|PUT|OPTIONS) (\\S+) HTTP/");
    private static final Pattern STATUS_LINE = Pattern.compile("(?:^|\\n|Start-Line: )HTTP/\\d(?:\\.\\d)? (\\d{3})");
    private static final Pattern USER_AGENT = Pattern.compile("(?i)\\nUser-Agent: ([^\\r\\n]+)");
    private static final Pattern DIAGNOSTICS = Pattern.compile("(?i)(?:^|\\n)X-Ms-diagnostics: *(\\d+)(?:[.;][^\\r\\n]*?reason=\"([^\"]*)\")?");
    private static final Pattern FAULT = Pattern.compile("<(?:\\w+:)?Ms-Diagnostics-Fault[^>]*>\\s*<(?:\\w+:)?ErrorId>(\\d+)</(?:\\w+:)?ErrorId>(?:\\s*<(?:\\w+:)?Reason>([^<]*)<)?");
    private static final Pattern USER = Pattern.compile("(?i)(?:Entity=\"(?:sip:)?|sip:|originalDomain=sip:)([\\w.+%-]+@[\\w.-]+)");

    public static HttpExchange read(String text) {
        Matcher status = STATUS_LINE.matcher(text);
        if (status.find()) {
            return answer(text, Integer.parseInt(status.group(1)));
        }
        Matcher request = REQUEST_LINE.matcher(text);
        boolean found = request.find();
        return new HttpExchange(found, phase(found ? request.group(1) : text), first(USER_AGENT, text), first(USER, text), 0,
                OptionalInt.empty(), Optional.empty());
    }

    private static HttpExchange answer(String text, int status) {
        Matcher stated = DIAGNOSTICS.matcher(text);
        boolean found = status >= FIRST_REFUSAL && stated.find();
        if (!found && status >= FIRST_REFUSAL) {
            stated = FAULT.matcher(text);
            found = stated.find();
        }
        OptionalInt id = found && stated.group(1).length() < MOST_DIGITS ? OptionalInt.of(Integer.parseInt(stated.group(1))) : OptionalInt.empty();
        Optional<String> reason = found ? Optional.ofNullable(stated.group(2)).map(String::strip).filter(words -> !words.isEmpty()) : Optional.empty();
        return new HttpExchange(false, phase(text), Optional.empty(), first(USER, text), status, id, reason);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()).map(found -> pattern == USER ? found.toLowerCase(Locale.ROOT) : found)
                : Optional.empty();
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
