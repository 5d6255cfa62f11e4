package org.traceweave.certificates.internal.x509;

import java.util.HashMap;
import java.util.Map;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;

/** The text of extensions: a decoder for each that is known, typed ASN.1 for the rest. */
final class ExtensionTexts {

    /** Gives the text of one kind of extension, from the element inside its OCTET STRING. */
    @FunctionalInterface
    interface Decoder {
        String text(DerNode content) throws DerException;
    }


    private static final Map<String, Decoder> DECODERS = new HashMap<>();

    static {
        StandardExtensions.register(DECODERS);
        PkixExtensions.register(DECODERS);
        MicrosoftExtensions.register(DECODERS);
        ResourceExtensions.register(DECODERS);
    }

    private ExtensionTexts() {
    }


    static String text(String oid, DerNode content) throws DerException {
        Decoder decoder = DECODERS.get(oid);
        return decoder != null ? decoder.text(content) : TypedText.text(content);
    }
}
