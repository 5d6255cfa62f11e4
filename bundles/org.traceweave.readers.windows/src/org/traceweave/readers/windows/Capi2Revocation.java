package org.traceweave.readers.windows;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of checking one certificate's revocation (event 41, or RevocationInfo of a chain element). {@code thumbprint}: SHA-1,
 * lower-case; {@code result}: an HRESULT, 0 where it is known not to be revoked; {@code means}: what told so, in words, {@code the CRL from
 * the network}.
 */
public record Capi2Revocation(
        Optional<String> thumbprint,
        OptionalLong result,
        Optional<String> means,
        Optional<String> url) {

    /** One clause: {@code not revoked, by the CRL from the network, http://...}. */
    public Optional<String> inWords() {
        if (result.isEmpty()) {
            return Optional.empty();
        }
        String verdict = result.getAsLong() == 0 ? "not revoked" : HResult.of(result.getAsLong())
                .map(known -> HResult.described(result.getAsLong()) + " (" + known.text().replaceAll("\\.$", "") + ")")
                .orElseGet(() -> HResult.word(result.getAsLong()));
        return Optional.of(verdict + means.map(text -> ", by " + text).orElse("") + url.map(text -> ", " + text).orElse(""));
    }
}
