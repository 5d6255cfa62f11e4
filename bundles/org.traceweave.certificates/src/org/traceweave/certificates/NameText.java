package org.traceweave.certificates;

import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.x509.DistinguishedName;

/** Distinguished names as text. */
public final class NameText {

    private NameText() {
    }

    /** A DER-encoded Name as RFC 4514 writes it; where it cannot be decoded, a remark in brackets that says so. */
    public static String rfc4514(byte[] name) {
        try {
            return DistinguishedName.rfc4514(DerReader.read(name));
        } catch (DerException e) {
            return "(a name that cannot be decoded: " + e.getMessage() + ")";
        }
    }
}
