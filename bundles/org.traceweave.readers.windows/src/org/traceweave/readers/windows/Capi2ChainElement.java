package org.traceweave.readers.windows;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One certificate of a chain as CAPI2 judged it. {@code thumbprint}: SHA-1, lower-case hex. {@code signatureHash}: the hash of the
 * signature on this certificate (a root's own does not matter). {@code errorStatus}, {@code infoStatus}: the TrustStatus bits, see
 * {@link TrustStatus}. {@code revocationResult}: an HRESULT, 0 where the check succeeded, absent where none was made.
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
        OptionalLong revocationResult,
        Optional<String> revocationUrl) {

    /** IS_SELF_SIGNED: a root. */
    public boolean isSelfSigned() {
        return (infoStatus & TrustStatus.INFO_IS_SELF_SIGNED) != 0;
    }
}
