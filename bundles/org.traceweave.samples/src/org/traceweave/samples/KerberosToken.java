package org.traceweave.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * Writes the GSS-API token with which a client presents a Kerberos ticket (AP-REQ, RFC 4120 and RFC 4121). Ticket and authenticator are
 * encrypted on the wire and random here.
 */
public final class KerberosToken {

    private static final ASN1ObjectIdentifier KERBEROS = new ASN1ObjectIdentifier("1.2.840.113554.1.2.2");
    private static final int AES256 = 18;

    private KerberosToken() {
    }

    /** @param host the service's host in {@code sip/host} */
    public static byte[] request(String realm, String host, SeededRandom random) {
        DERSequence service = new DERSequence(new ASN1Encodable[] {new DERGeneralString("sip"), new DERGeneralString(host)});
        ASN1Encodable name = sequence(new ASN1Integer(2), service);
        ASN1Encodable ticket = application(1, numbered(0, new ASN1Integer(5), new DERGeneralString(realm), name, encrypted(1080, random)));
        ASN1EncodableVector request = new ASN1EncodableVector();
        request.add(tagged(0, new ASN1Integer(5)));
        request.add(tagged(1, new ASN1Integer(14)));
        request.add(tagged(2, new DERBitString(new byte[] {0x20, 0, 0, 0})));
        request.add(tagged(3, ticket));
        request.add(tagged(4, encrypted(184, random)));
        byte[] apReq = encode(application(14, new DERSequence(request)));
        byte[] oid = encode(KERBEROS);
        int length = oid.length + 2 + apReq.length;
        return new ByteText(length + 4).octet(0x60).octet(0x82).octet(length >>> 8).octet(length).raw(oid).octet(1).octet(0).raw(apReq).toBytes();
    }

    private static ASN1Encodable encrypted(int bytes, SeededRandom random) {
        return numbered(0, new ASN1Integer(AES256), new ASN1Integer(4), new DEROctetString(random.bytes(bytes)));
    }

    private static ASN1Encodable sequence(ASN1Encodable... items) {
        return numbered(0, items);
    }

    private static DERSequence numbered(int first, ASN1Encodable... items) {
        ASN1EncodableVector members = new ASN1EncodableVector();
        for (int i = 0; i < items.length; i++) {
            members.add(tagged(first + i, items[i]));
        }
        return new DERSequence(members);
    }

    private static ASN1Encodable tagged(int number, ASN1Encodable value) {
        return new DERTaggedObject(true, number, value);
    }

    private static ASN1Encodable application(int number, ASN1Encodable value) {
        return new DERTaggedObject(true, BERTags.APPLICATION, number, value);
    }

    private static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
