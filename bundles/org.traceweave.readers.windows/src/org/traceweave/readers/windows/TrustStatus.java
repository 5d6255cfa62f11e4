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

    private TrustStatus() {
    }

    /** The names of the error bits that are set, lowest first; a bit without a known name as {@code 0x...}. */
    public static List<String> errorNames(long bits) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < 64; bit++) {
            if ((bits >>> bit & 1) != 0) {
                String name = bit < ERRORS.length ? ERRORS[bit] : "";
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
}
