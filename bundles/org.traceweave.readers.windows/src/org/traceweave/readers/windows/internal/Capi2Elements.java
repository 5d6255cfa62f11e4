package org.traceweave.readers.windows.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.readers.windows.Capi2Chain;
import org.traceweave.readers.windows.Capi2ChainElement;
import org.traceweave.readers.windows.EventAttribute;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.HResult;
import org.traceweave.readers.windows.TrustStatus;

/** The elements that CAPI2's events are made of. Numbers in {@code value} attributes are hex without a prefix. */
public final class Capi2Elements {

    private static final int SHA1_DIGITS = 40;

    private Capi2Elements() {
    }

    /** The code in an element's {@code value} attribute. */
    public static OptionalLong value(EventElement element) {
        return element.attribute("value").map(HResult::parseHex).orElse(OptionalLong.empty());
    }

    /** The SHA-1 that a {@code fileRef} of a certificate stands for; empty for revocation lists and OCSP answers. */
    public static Optional<String> thumbprint(EventElement element) {
        return element.attribute("fileRef").map(Capi2Elements::thumbprint).filter(sha1 -> !sha1.isEmpty());
    }

    /** The lower-case SHA-1 before {@code .cer}, or an empty string. */
    static String thumbprint(String fileRef) {
        String lower = fileRef.toLowerCase(Locale.ROOT);
        return lower.length() == SHA1_DIGITS + 4 && lower.endsWith(".cer") ? lower.substring(0, SHA1_DIGITS) : "";
    }

    public static Capi2Chain chain(EventElement chain) {
        return new Capi2Chain(chain.attribute("chainRef"), errors(chain), status(chain, "InfoStatus"),
                chain.children("ChainElement").stream().map(Capi2Elements::element).toList());
    }

    /** RevocationResult of chain elements, and error of RevocationStatus, where they are not 0. */
    public static List<Long> revocationErrors(EventElement root) {
        List<Long> found = new ArrayList<>();
        root.descendants("RevocationResult").forEach(element -> value(element).ifPresent(found::add));
        root.descendants("RevocationStatus").forEach(element -> element.attribute("error").map(HResult::parseHex)
                .ifPresent(code -> code.ifPresent(found::add)));
        found.removeIf(code -> code == 0);
        return found;
    }

    private static Capi2ChainElement element(EventElement element) {
        Optional<EventElement> certificate = element.child("Certificate");
        Optional<EventElement> signature = element.child("SignatureAlgorithm");
        Optional<EventElement> key = element.child("PublicKeyAlgorithm");
        OptionalLong bits = key.flatMap(found -> found.attribute("publicKeyLength")).map(HResult::parse).orElse(OptionalLong.empty());
        return new Capi2ChainElement(
                certificate.flatMap(Capi2Elements::thumbprint),
                certificate.flatMap(found -> found.attribute("subjectName")),
                signature.flatMap(found -> found.attribute("oid")),
                signature.flatMap(found -> found.attribute("hashName")),
                key.flatMap(found -> found.attribute("publicKeyName")),
                bits.isPresent() ? OptionalInt.of((int) bits.getAsLong()) : OptionalInt.empty(),
                errors(element), status(element, "InfoStatus"), Capi2Retrievals.revocation(element));
    }

    /** The number, and the bits named one by one, so that a build that writes only one of the two is read too. */
    private static long errors(EventElement owner) {
        Optional<EventElement> status = owner.path("TrustStatus", "ErrorStatus");
        long bits = status(owner, "ErrorStatus");
        for (EventAttribute attribute : status.map(EventElement::attributes).orElse(List.of())) {
            if (attribute.value().equals("true")) {
                bits |= TrustStatus.errorBit(attribute.name());
            }
        }
        return bits;
    }

    private static long status(EventElement owner, String name) {
        return owner.path("TrustStatus", name).map(Capi2Elements::value).orElse(OptionalLong.empty()).orElse(0);
    }
}
