package org.traceweave.probe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.certificates.ChainLink.SignatureCheck;

/**
 * An OCSP response (RFC 6960) that a server sent with its certificate.
 *
 * @param responseStatus {@code successful}, or why there is no answer
 * @param responder name or key of who answered
 * @param producedAt UTC nanoseconds
 * @param answers one for each certificate it speaks of
 * @param signature whether it verifies under the issuer's key, or the key of a responder that the issuer certified
 * @param problems what could not be decoded, in words
 */
public record OcspStaple(String responseStatus, Optional<String> responder, OptionalLong producedAt, List<Answer> answers, SignatureCheck signature,
        List<String> problems) {

    /** What is said of one certificate. Times: UTC nanoseconds. */
    public record Answer(String serial, Status status, OptionalLong thisUpdate, OptionalLong nextUpdate, OptionalLong revokedAt,
            Optional<String> reason) {
    }

    /** RFC 6960 section 2.2. */
    public enum Status {
        GOOD, REVOKED, UNKNOWN
    }

    public OcspStaple {
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }
}
