package org.traceweave.readers.windows;

import java.util.Map;
import java.util.Optional;

/**
 * A TLS alert as RFC 5246, RFC 8446 and their extensions number it. {@code hresult}: the code Schannel returns for it, 0 where it has
 * none of its own.
 */
public record TlsAlert(int code, String name, long hresult) {

    private static final Map<Integer, TlsAlert> ALERTS = Map.ofEntries(
            alert(0, "close_notify", 0), alert(10, "unexpected_message", 0x80090326L), alert(20, "bad_record_mac", 0x8009030FL),
            alert(21, "decryption_failed", 0x80090330L), alert(22, "record_overflow", 0x80090326L),
            alert(30, "decompression_failure", 0x8009030FL), alert(40, "handshake_failure", 0x80090326L),
            alert(41, "no_certificate", 0), alert(42, "bad_certificate", 0x80090327L),
            alert(43, "unsupported_certificate", 0x80090327L), alert(44, "certificate_revoked", 0x80092010L),
            alert(45, "certificate_expired", 0x80090328L), alert(46, "certificate_unknown", 0x80090327L),
            alert(47, "illegal_parameter", 0x80090326L), alert(48, "unknown_ca", 0x80090325L),
            alert(49, "access_denied", 0x8009030CL), alert(50, "decode_error", 0x80090326L), alert(51, "decrypt_error", 0x80090330L),
            alert(60, "export_restriction", 0), alert(70, "protocol_version", 0x80090302L),
            alert(71, "insufficient_security", 0x80090331L), alert(80, "internal_error", 0x80090304L),
            alert(86, "inappropriate_fallback", 0), alert(90, "user_canceled", 0x80090333L), alert(100, "no_renegotiation", 0),
            alert(109, "missing_extension", 0), alert(110, "unsupported_extension", 0), alert(111, "certificate_unobtainable", 0),
            alert(112, "unrecognized_name", 0), alert(113, "bad_certificate_status_response", 0),
            alert(114, "bad_certificate_hash_value", 0), alert(115, "unknown_psk_identity", 0), alert(116, "certificate_required", 0),
            alert(120, "no_application_protocol", 0x80090367L));

    private static Map.Entry<Integer, TlsAlert> alert(int code, String name, long hresult) {
        return Map.entry(code, new TlsAlert(code, name, hresult));
    }

    public static Optional<TlsAlert> of(int code) {
        return Optional.ofNullable(ALERTS.get(code));
    }

    /** {@code 46 (certificate_unknown)}, or {@code 99 (undocumented)} where no specification names the number. */
    public static String described(long code) {
        TlsAlert known = code < 0 || code > 255 ? null : ALERTS.get((int) code);
        return code + (known == null ? " (undocumented)" : " (" + known.name + ")");
    }
}
