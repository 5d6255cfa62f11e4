package org.traceweave.readers.windows.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.RecordField;
import org.traceweave.readers.windows.HResult;

/** Recognises by their form what events of the server's own channel tell in text without names: codes, certificates, hosts, peers. */
public final class ServerLogFields {

    /** With a prefix any failure code, such as the SIP stack's own 0xC3E9....; without one only those of Windows, and no part of a GUID. */
    private static final Pattern HEX_CODE = Pattern.compile("0[xX]([89A-Fa-f][0-9A-Fa-f]{7})\\b|(?<![-{0-9A-Fa-f])([8C]00[0-9A-Fa-f]{5})\\b(?!-)");
    private static final Pattern DECIMAL_CODE = Pattern.compile("(?i)(?:error|code|hresult|status)[^0-9\\r\\n]{0,24}?(?<![0-9.])(\\d{10}|-\\d{9,10})(?![0-9.])");
    private static final Pattern THUMBPRINT = Pattern.compile("(?i)\\b(?:[0-9a-f]{40}|[0-9a-f]{2}(?: [0-9a-f]{2}){19})\\b");
    /** It ends with its line, or where the next thing is named on the same line. */
    private static final Pattern SUBJECT = Pattern.compile("(?i)\\bsubject(?: name)?\\s*[:=]\\s*\"?([^\"\\r\\n;]+?)"
            + "(?=\\.?\\s+(?:issuer|serial|thumbprint|hresult|error)\\b[a-z ]{0,12}[:=]|\\s*(?:[\"\\r\\n;]|$))");
    private static final Pattern HOST = Pattern.compile(
            "(?i)\\b(?:server|peer|host|fqdn|target)(?: name)?(?:\\s*[:=]\\s*\"?|\\s+\")([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*)");
    private static final Pattern PEER = Pattern.compile("\\b(\\d{1,3}(?:\\.\\d{1,3}){3}:\\d{1,5})\\b");
    private static final Pattern SERIAL =
            Pattern.compile("(?i)\\bserial(?: ?number)?\\b[^0-9a-f\\r\\n]{0,8}((?:0x)?[0-9a-f]{2}(?:[ :-]?[0-9a-f]{2}){3,31})\\b");
    private static final Pattern SPAN = Pattern.compile("(?i)\\bover the past (\\d{1,4}) (minute|hour)");
    private static final Pattern CALL_ID = Pattern.compile("(?i)\\bcall-?id\\s*[:=]\\s*\"?([^\\s\";,]{3,199}[^\\s\";,.)])");
    private static final Pattern CORRELATION = Pattern.compile("(?i)\\bcorrelation-?id\\s*[:=]\\s*\"?([0-9a-f-]{4,40})");
    private static final Pattern SIP_USER = Pattern.compile("(?i)\\bsip:([^\\s<>;\"',]+@[a-z0-9.-]+)");

    private ServerLogFields() {
    }

    static void add(String text, FieldValues values) {
        OptionalLong code = code(text);
        if (code.isPresent()) {
            values.add(RecordField.HRESULT, HResult.word(code.getAsLong()));
        }
        thumbprints(text).forEach(sha1 -> values.add(RecordField.THUMBPRINT, sha1));
        subject(text).ifPresent(subject -> values.add(RecordField.SUBJECT, subject));
        target(text).ifPresent(host -> values.add(RecordField.TARGET, host));
        peer(text).ifPresent(peer -> values.add(RecordField.PEER, peer));
    }

    /** An HRESULT in hex, or in decimal after the word error. */
    public static OptionalLong code(String text) {
        Matcher hex = HEX_CODE.matcher(text);
        if (hex.find()) {
            return HResult.parseHex(hex.group(1) != null ? hex.group(1) : hex.group(2));
        }
        Matcher decimal = DECIMAL_CODE.matcher(text);
        return decimal.find() ? HResult.parse(decimal.group(1)) : OptionalLong.empty();
    }

    /** SHA-1 values, run together or in pairs of digits, lower-case. */
    public static List<String> thumbprints(String text) {
        return THUMBPRINT.matcher(text).results().map(found -> found.group().replace(" ", "").toLowerCase(Locale.ROOT)).distinct()
                .toList();
    }

    public static Optional<String> subject(String text) {
        return first(SUBJECT, text);
    }

    public static Optional<String> target(String text) {
        return first(HOST, text);
    }

    public static Optional<String> peer(String text) {
        return first(PEER, text);
    }

    /** SIP addresses, lower-case, without scheme. */
    public static List<String> sipUsers(String text) {
        return SIP_USER.matcher(text).results().map(found -> found.group(1).toLowerCase(Locale.ROOT)).distinct().toList();
    }

    /** Serial numbers of certificates as printed, lower-case hex without separators; some events print them in reverse byte order. */
    public static List<String> serials(String text) {
        return SERIAL.matcher(text).results().map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .map(serial -> (serial.startsWith("0x") ? serial.substring(2) : serial).replaceAll("[ :-]", "")).distinct().toList();
    }

    /** How many seconds before it an event sums up; 0 where it tells of one happening. */
    public static long spanSeconds(String text) {
        Matcher span = SPAN.matcher(text);
        return span.find() ? Long.parseLong(span.group(1)) * (span.group(2).equalsIgnoreCase("hour") ? 3600 : 60) : 0;
    }

    public static Optional<String> callId(String text) {
        return first(CALL_ID, text);
    }

    /** The id of a web request that client and server share. */
    public static Optional<String> correlation(String text) {
        return first(CORRELATION, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
