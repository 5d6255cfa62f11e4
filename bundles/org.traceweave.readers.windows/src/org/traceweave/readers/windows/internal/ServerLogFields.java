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

    private static final Pattern HEX_CODE = Pattern.compile("(?:0x|\\b)([8C]00[0-9A-Fa-f]{5})\\b");
    private static final Pattern DECIMAL_CODE = Pattern.compile("(?i)(?:error|code|hresult)[^0-9\\r\\n]{0,12}\\b(\\d{10}|-\\d{9,10})\\b");
    private static final Pattern THUMBPRINT = Pattern.compile("(?i)\\b(?:[0-9a-f]{40}|[0-9a-f]{2}(?: [0-9a-f]{2}){19})\\b");
    private static final Pattern SUBJECT = Pattern.compile("(?i)\\bsubject(?: name)?\\s*[:=]\\s*\"?([^\"\\r\\n;]+)");
    private static final Pattern HOST =
            Pattern.compile("(?i)\\b(?:server|peer|host|fqdn|target)(?: name)?\\s*[:=]\\s*\"?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)");
    private static final Pattern PEER = Pattern.compile("\\b(\\d{1,3}(?:\\.\\d{1,3}){3}:\\d{1,5})\\b");
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
            return HResult.parseHex(hex.group(1));
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

    public static Optional<String> sipUser(String text) {
        return first(SIP_USER, text).map(user -> user.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
