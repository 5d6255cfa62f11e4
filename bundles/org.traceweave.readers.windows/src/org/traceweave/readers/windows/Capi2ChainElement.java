package org.traceweave.readers.windows;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One certificate of a chain as CAPI2 judged it. {@code thumbprint}: SHA-1, lower-case hex. {@code signatureHash}: the hash of the
 * signature on this certificate (a root's own does not matter). {@code errorStatus}, {@code infoStatus}: the TrustStatus bits, see
 * {@link TrustStatus}. {@code revocation}: what came of checking it, absent where that was not done.
 */
public record Capi2ChainElement(
        Optional<String> thumbprint,
        Optional<String> subject,
        Optional<String> signatureOid,
        Optional<String> signatureHash,
        Optional<String> keyAlgorithm,
        OptionalInt keyBits,
        long errorStatus,
        long infoStatus,
        Optional<Capi2Revocation> revocation) {

    /** An HRESULT, 0 where the check succeeded, absent where none was made. */
    public OptionalLong revocationResult() {
        return revocation.map(Capi2Revocation::result).orElse(OptionalLong.empty());
    }

    public Optional<String> revocationUrl() {
        return revocation.flatMap(Capi2Revocation::url);
    }

    /** IS_SELF_SIGNED: a root. */
    public boolean isSelfSigned() {
        return (infoStatus & TrustStatus.INFO_IS_SELF_SIGNED) != 0;
    }
}
