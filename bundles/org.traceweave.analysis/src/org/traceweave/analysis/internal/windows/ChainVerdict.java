package org.traceweave.analysis.internal.windows;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.readers.windows.Capi2Revocation;
import org.traceweave.readers.windows.TrustStatus;

/**
 * What Windows decided about a chain: by the results of the policy checks and of the building, else by the error bits, else by what came of
 * revocation checks; never by the events' levels. A policy that accepts the chain overrules its error bits, since it knows what may be
 * ignored.
 */
final class ChainVerdict {

    /** The code that a policy check would give for an error bit (wincrypt.h, winerror.h), the gravest first. */
    private static final Map<Long, Long> CODES = new LinkedHashMap<>();

    static {
        CODES.put(TrustStatus.errorBit("IS_EXPLICIT_DISTRUST"), 0x800B0111L);
        CODES.put(TrustStatus.errorBit("IS_REVOKED"), 0x80092010L);
        CODES.put(TrustStatus.errorBit("HAS_WEAK_SIGNATURE"), 0x80096004L);
        CODES.put(TrustStatus.errorBit("IS_NOT_SIGNATURE_VALID"), 0x80096004L);
        CODES.put(TrustStatus.errorBit("IS_UNTRUSTED_ROOT"), 0x800B0109L);
        CODES.put(TrustStatus.errorBit("IS_PARTIAL_CHAIN"), 0x800B010AL);
        CODES.put(TrustStatus.errorBit("IS_NOT_TIME_VALID"), 0x800B0101L);
        CODES.put(TrustStatus.errorBit("IS_NOT_TIME_NESTED"), 0x800B0102L);
        CODES.put(TrustStatus.errorBit("IS_NOT_VALID_FOR_USAGE"), 0x800B0110L);
        CODES.put(TrustStatus.errorBit("INVALID_BASIC_CONSTRAINTS"), 0x80096019L);
        CODES.put(TrustStatus.errorBit("INVALID_NAME_CONSTRAINTS"), 0x800B0114L);
        CODES.put(TrustStatus.errorBit("HAS_NOT_PERMITTED_NAME_CONSTRAINT"), 0x800B0114L);
        CODES.put(TrustStatus.errorBit("HAS_EXCLUDED_NAME_CONSTRAINT"), 0x800B0114L);
        CODES.put(TrustStatus.errorBit("INVALID_POLICY_CONSTRAINTS"), 0x800B0113L);
        CODES.put(TrustStatus.errorBit("HAS_NOT_SUPPORTED_CRITICAL_EXT"), 0x800B0105L);
        CODES.put(TrustStatus.errorBit("IS_OFFLINE_REVOCATION"), 0x80092013L);
        CODES.put(TrustStatus.errorBit("REVOCATION_STATUS_UNKNOWN"), 0x80092012L);
    }

    private static final long NOT_TRUSTED = 0x800B010AL;

    private long policy;
    private long other;
    private boolean accepted;
    private long errors;

    /** How the building ended, and the error bits of the chain and its elements. */
    void built(long result, long errorBits) {
        other = other == 0 ? result : other;
        errors |= errorBits;
    }

    /** One chain may be judged by several policies: the first refusal counts. */
    void judged(boolean byPolicy, OptionalLong result) {
        if (byPolicy) {
            policy = policy == 0 ? result.orElse(0) : policy;
            accepted |= result.isPresent() && result.getAsLong() == 0;
        } else {
            other = other == 0 ? result.orElse(0) : other;
        }
    }

    /** The refusal; empty where the chain was trusted, or nothing says that it was not. */
    Optional<Long> code(Collection<Capi2Revocation> revocations) {
        if (policy != 0 || other != 0) {
            return Optional.of(policy != 0 ? policy : other);
        }
        if (accepted) {
            return Optional.empty();
        }
        if (errors != 0) {
            return Optional.of(CODES.entrySet().stream().filter(entry -> (errors & entry.getKey()) != 0).map(Map.Entry::getValue).findFirst()
                    .orElse(NOT_TRUSTED));
        }
        return revocations.stream().map(Capi2Revocation::result).filter(result -> result.orElse(0) != 0).map(OptionalLong::getAsLong).findFirst();
    }
}
