package org.traceweave.readers.windows.internal;

import java.util.Map;
import java.util.Set;

/** Kerberos' error codes (RFC 4120, 7.5.9) in words, as far as they meet a sign-in. */
public final class KerberosErrors {

    private static final Map<Long, String> ERRORS = Map.ofEntries(
            Map.entry(0x3L, "KDC_ERR_BAD_PVNO: the protocol version is not supported"),
            Map.entry(0x6L, "KDC_ERR_C_PRINCIPAL_UNKNOWN: the account does not exist"),
            Map.entry(0x7L, "KDC_ERR_S_PRINCIPAL_UNKNOWN: the service principal name is not known"),
            Map.entry(0x8L, "KDC_ERR_PRINCIPAL_NOT_UNIQUE: several accounts share the name"),
            Map.entry(0x9L, "KDC_ERR_NULL_KEY: the account has no key"),
            Map.entry(0xbL, "KDC_ERR_NEVER_VALID: the times asked for make no sense"),
            Map.entry(0xcL, "KDC_ERR_POLICY: a policy or restriction forbids the logon"),
            Map.entry(0xdL, "KDC_ERR_BADOPTION: the option cannot be granted"),
            Map.entry(0xeL, "KDC_ERR_ETYPE_NOSUPP: the encryption type is not supported"),
            Map.entry(0xfL, "KDC_ERR_SUMTYPE_NOSUPP: the checksum type is not supported"),
            Map.entry(0x10L, "KDC_ERR_PADATA_TYPE_NOSUPP: the kind of pre-authentication is not supported"),
            Map.entry(0x12L, "KDC_ERR_CLIENT_REVOKED: the account is disabled, locked out or expired"),
            Map.entry(0x17L, "KDC_ERR_KEY_EXPIRED: the password has expired"),
            Map.entry(0x18L, "KDC_ERR_PREAUTH_FAILED: the password is wrong"),
            Map.entry(0x19L, "KDC_ERR_PREAUTH_REQUIRED: pre-authentication is asked for, which is ordinary"),
            Map.entry(0x1bL, "KDC_ERR_MUST_USE_USER2USER: user-to-user authentication is needed"),
            Map.entry(0x1dL, "KDC_ERR_SVC_UNAVAILABLE: the service is not available"),
            Map.entry(0x1fL, "KRB_AP_ERR_BAD_INTEGRITY: the integrity check failed"),
            Map.entry(0x20L, "KRB_AP_ERR_TKT_EXPIRED: the ticket has expired"),
            Map.entry(0x21L, "KRB_AP_ERR_TKT_NYV: the ticket is not yet valid"),
            Map.entry(0x22L, "KRB_AP_ERR_REPEAT: the request was seen before"),
            Map.entry(0x23L, "KRB_AP_ERR_NOT_US: the ticket is for another server"),
            Map.entry(0x24L, "KRB_AP_ERR_BADMATCH: ticket and authenticator do not match"),
            Map.entry(0x25L, "KRB_AP_ERR_SKEW: the clocks differ too much"),
            Map.entry(0x29L, "KRB_AP_ERR_MODIFIED: the ticket is for another key"),
            Map.entry(0x34L, "KRB_ERR_RESPONSE_TOO_BIG: the answer is too big for UDP, which is ordinary"),
            Map.entry(0x3cL, "KRB_ERR_GENERIC: an error without further words"),
            Map.entry(0x3eL, "KDC_ERR_CLIENT_NOT_TRUSTED: the client's certificate is not trusted"),
            Map.entry(0x44L, "KDC_ERR_WRONG_REALM: the account belongs to another realm"),
            Map.entry(0x46L, "KDC_ERR_CANT_VERIFY_CERTIFICATE: the client's certificate chain cannot be verified"));
    /** With these an exchange goes on. */
    private static final Set<Long> ORDINARY = Set.of(0L, 0x19L, 0x34L);

    private KerberosErrors() {
    }

    /** The error in words; its number, called undocumented, where RFC 4120 has none. */
    public static String reason(long code) {
        String known = ERRORS.get(code);
        return known != null ? known : "Kerberos error 0x" + Long.toHexString(code) + " (undocumented)";
    }

    /** Whether the code is part of exchanges that succeed, or is none. */
    public static boolean isOrdinary(long code) {
        return ORDINARY.contains(code);
    }
}
