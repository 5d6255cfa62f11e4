package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.List;

/** Names of the bits of CERT_TRUST_STATUS as wincrypt.h gives them, without the prefix CERT_TRUST_. */
public final class TrustStatus {

    public static final long IS_NOT_TIME_VALID = 0x1;
    public static final long IS_REVOKED = 0x4;
    public static final long IS_NOT_SIGNATURE_VALID = 0x8;
    public static final long IS_NOT_VALID_FOR_USAGE = 0x10;
    public static final long IS_UNTRUSTED_ROOT = 0x20;
    public static final long REVOCATION_STATUS_UNKNOWN = 0x40;
    public static final long IS_PARTIAL_CHAIN = 0x10000;
    public static final long HAS_WEAK_SIGNATURE = 0x100000;
    public static final long IS_OFFLINE_REVOCATION = 0x1000000;
    public static final long IS_EXPLICIT_DISTRUST = 0x4000000;

    /** Info bit of a self-signed certificate. */
    public static final long INFO_IS_SELF_SIGNED = 0x8;

    private static final String[] ERRORS = {
        "IS_NOT_TIME_VALID", "IS_NOT_TIME_NESTED", "IS_REVOKED", "IS_NOT_SIGNATURE_VALID",
        "IS_NOT_VALID_FOR_USAGE", "IS_UNTRUSTED_ROOT", "REVOCATION_STATUS_UNKNOWN", "IS_CYCLIC",
        "INVALID_EXTENSION", "INVALID_POLICY_CONSTRAINTS", "INVALID_BASIC_CONSTRAINTS", "INVALID_NAME_CONSTRAINTS",
        "HAS_NOT_SUPPORTED_NAME_CONSTRAINT", "HAS_NOT_DEFINED_NAME_CONSTRAINT", "HAS_NOT_PERMITTED_NAME_CONSTRAINT",
        "HAS_EXCLUDED_NAME_CONSTRAINT",
        "IS_PARTIAL_CHAIN", "CTL_IS_NOT_TIME_VALID", "CTL_IS_NOT_SIGNATURE_VALID", "CTL_IS_NOT_VALID_FOR_USAGE",
        "HAS_WEAK_SIGNATURE", "", "", "",
        "IS_OFFLINE_REVOCATION", "NO_ISSUANCE_CHAIN_POLICY", "IS_EXPLICIT_DISTRUST", "HAS_NOT_SUPPORTED_CRITICAL_EXT"};

    private static final String[] NOTES = {
        "HAS_EXACT_MATCH_ISSUER", "HAS_KEY_MATCH_ISSUER", "HAS_NAME_MATCH_ISSUER", "IS_SELF_SIGNED",
        "AUTO_UPDATE_CA_REVOCATION", "AUTO_UPDATE_END_REVOCATION", "NO_OCSP_FAILOVER_TO_CRL", "IS_KEY_ROLLOVER",
        "HAS_PREFERRED_ISSUER", "HAS_ISSUANCE_CHAIN_POLICY", "HAS_VALID_NAME_CONSTRAINTS", "IS_PEER_TRUSTED",
        "HAS_CRL_VALIDITY_EXTENDED", "IS_FROM_EXCLUSIVE_TRUST_STORE", "IS_CA_TRUSTED", "HAS_AUTO_UPDATE_WEAK_SIGNATURE",
        "IS_COMPLEX_CHAIN", "HAS_ALLOW_WEAK_SIGNATURE", "", "",
        "", "", "", "",
        "SSL_TIME_VALID", "NO_TIME_CHECK"};

    private TrustStatus() {
    }

    /** The names of the error bits that are set, lowest first; a bit without a known name as {@code 0x...}. */
    public static List<String> errorNames(long bits) {
        return names(bits, ERRORS);
    }

    /** The names of the information bits that are set, as {@link #errorNames}. */
    public static List<String> noteNames(long bits) {
        return names(bits, NOTES);
    }

    private static List<String> names(long bits, String[] known) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < 64; bit++) {
            if ((bits >>> bit & 1) != 0) {
                String name = bit < known.length ? known[bit] : "";
                names.add(name.isEmpty() ? "0x" + Long.toHexString(1L << bit) : name);
            }
        }
        return names;
    }

    /** The error bit of a name, with or without the prefix CERT_TRUST_; 0 where it is none. */
    public static long errorBit(String name) {
        String bare = name.startsWith("CERT_TRUST_") ? name.substring("CERT_TRUST_".length()) : name;
        for (int bit = 0; bit < ERRORS.length; bit++) {
            if (!bare.isEmpty() && ERRORS[bit].equals(bare)) {
                return 1L << bit;
            }
        }
        return 0;
    }

    /** What an error, by its name, means for a person; a bit without a name is said to be undocumented. */
    public static String meaning(String error) {
        return switch (error) {
            case "IS_NOT_TIME_VALID" -> "It was not valid at that time.";
            case "IS_NOT_TIME_NESTED" -> "It is valid for longer than its issuer.";
            case "IS_REVOKED" -> "Its issuer has revoked it.";
            case "IS_NOT_SIGNATURE_VALID" -> "Its signature is not accepted.";
            case "IS_NOT_VALID_FOR_USAGE" -> "It was not issued for this usage.";
            case "IS_UNTRUSTED_ROOT" -> "This machine does not trust the root.";
            case "REVOCATION_STATUS_UNKNOWN" -> "Whether it is revoked could not be found out.";
            case "IS_CYCLIC" -> "The chain leads back to itself.";
            case "INVALID_EXTENSION" -> "One of its extensions is invalid.";
            case "INVALID_POLICY_CONSTRAINTS" -> "It breaks the policy constraints of the chain.";
            case "INVALID_BASIC_CONSTRAINTS" -> "It was used to issue certificates without being allowed to.";
            case "INVALID_NAME_CONSTRAINTS", "HAS_NOT_PERMITTED_NAME_CONSTRAINT", "HAS_EXCLUDED_NAME_CONSTRAINT" ->
                "Its name is not allowed by the name constraints of the chain.";
            case "HAS_NOT_SUPPORTED_NAME_CONSTRAINT", "HAS_NOT_DEFINED_NAME_CONSTRAINT" -> "It has name constraints that Windows cannot apply.";
            case "IS_PARTIAL_CHAIN" -> "The issuer's certificate was not found, so the chain ends early.";
            case "CTL_IS_NOT_TIME_VALID" -> "The trust list was not valid at that time.";
            case "CTL_IS_NOT_SIGNATURE_VALID" -> "The signature of the trust list is not accepted.";
            case "CTL_IS_NOT_VALID_FOR_USAGE" -> "The trust list is not for this usage.";
            case "HAS_WEAK_SIGNATURE" -> "Its signature or key is weaker than this machine's policy allows.";
            case "IS_OFFLINE_REVOCATION" -> "The revocation server could not be reached.";
            case "NO_ISSUANCE_CHAIN_POLICY" -> "No issuance policy covers the chain.";
            case "IS_EXPLICIT_DISTRUST" -> "This machine is told not to trust it.";
            case "HAS_NOT_SUPPORTED_CRITICAL_EXT" -> "It has a critical extension that Windows does not know.";
            default -> "Error bit " + error + " is set, which is undocumented.";
        };
    }
}
