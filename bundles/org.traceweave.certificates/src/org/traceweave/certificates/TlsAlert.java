package org.traceweave.certificates;

import java.util.Map;
import java.util.Optional;

/**
 * A TLS alert (RFC 8446 section 6, RFC 5246 section 7.2): how one side told the other why it stops.
 *
 * @param level 1 warning, 2 fatal
 * @param description the number on the wire, as SCHANNEL events print it
 * @param offset byte offset of its record in the bytes read
 */
public record TlsAlert(int level, int description, int offset) {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"), Map.entry(10, "unexpected_message"), Map.entry(20, "bad_record_mac"),
            Map.entry(21, "decryption_failed"), Map.entry(22, "record_overflow"), Map.entry(30, "decompression_failure"),
            Map.entry(40, "handshake_failure"), Map.entry(41, "no_certificate"), Map.entry(42, "bad_certificate"),
            Map.entry(43, "unsupported_certificate"), Map.entry(44, "certificate_revoked"), Map.entry(45, "certificate_expired"),
            Map.entry(46, "certificate_unknown"), Map.entry(47, "illegal_parameter"), Map.entry(48, "unknown_ca"),
            Map.entry(49, "access_denied"), Map.entry(50, "decode_error"), Map.entry(51, "decrypt_error"),
            Map.entry(60, "export_restriction"), Map.entry(70, "protocol_version"), Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"), Map.entry(86, "inappropriate_fallback"), Map.entry(90, "user_canceled"),
            Map.entry(100, "no_renegotiation"), Map.entry(109, "missing_extension"), Map.entry(110, "unsupported_extension"),
            Map.entry(111, "certificate_unobtainable"), Map.entry(112, "unrecognized_name"),
            Map.entry(113, "bad_certificate_status_response"), Map.entry(114, "bad_certificate_hash_value"),
            Map.entry(115, "unknown_psk_identity"), Map.entry(116, "certificate_required"),
            Map.entry(120, "no_application_protocol"), Map.entry(121, "ech_required"));

    public boolean fatal() {
        return level == 2;
    }

    /** The RFC's name of the description, or {@code alert N} for a number no RFC gives. */
    public String name() {
        return name(description);
    }

    /** The RFC's name of alert {@code number}, or {@code alert N}. */
    public static String name(int number) {
        return NAMES.getOrDefault(number, "alert " + number);
    }

    /** {@code 46 (certificate_unknown)}, or {@code 99 (undocumented)} where no specification names the number. */
    public static String described(long number) {
        String known = number < 0 || number > 255 ? null : NAMES.get((int) number);
        return number + (known == null ? " (undocumented)" : " (" + known + ")");
    }

    /** The number of an alert by its RFC name. */
    public static Optional<Integer> number(String name) {
        return NAMES.entrySet().stream().filter(entry -> entry.getValue().equals(name)).map(Map.Entry::getKey).findFirst();
    }
}
