package org.traceweave.certificates;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** Writes trust lists as Windows tools export them. Shares no code with the readers. */
final class MadeTrustLists {

    static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root CA,O=Contoso").key(SampleKeys.rsa(1)).authority().make();
    static final IssuedCertificate OTHER = CertificateMaker.subject("CN=Fabrikam Root,O=Fabrikam").key(SampleKeys.rsa(2)).authority().make();

    private MadeTrustLists() {
    }

    /** One element of a serialized store. */
    static byte[] element(int id, byte[] value) {
        return ByteBuffer.allocate(12 + value.length).order(ByteOrder.LITTLE_ENDIAN).putInt(id).putInt(1).putInt(value.length).put(value).array();
    }

    static byte[] store(byte[]... elements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(0x54524543).array());
        for (byte[] element : elements) {
            out.writeBytes(element);
        }
        out.writeBytes(new byte[12]);
        return out.toByteArray();
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    /** With properties as CertSaveStore writes them: SHA-1 (3), friendly name (11), then the certificate (32). */
    static byte[] store() {
        return store(element(3, new byte[20]), element(11, utf16("Contoso's root\0")), element(32, ROOT.der()), element(33, new byte[] {0x30, 0}),
                element(32, OTHER.der()));
    }

    static String englishCertutil() {
        return "Root \"Trusted Root Certification Authorities\"\r\n" + block("Certificate", 0, "Serial Number", "Issuer", "NotBefore", "NotAfter",
                "Subject",
                "Cert Hash(sha1)", ROOT) + block("Certificate", 1, "Serial Number", "Issuer", "NotBefore", "NotAfter", "Subject", "Cert Hash(sha1)",
                        OTHER)
                + "CertUtil: -store command completed successfully.\r\n";
    }

    static String germanCertutil() {
        return "Root \"Vertrauenswürdige Stammzertifizierungsstellen\"\r\n" + block("Zertifikat", 0, "Seriennummer", "Aussteller", "Nicht vor",
                "Nicht nach",
                "Antragsteller", "Zertifikathash(sha1)", ROOT) + block("Zertifikat", 1, "Seriennummer", "Aussteller", "Nicht vor", "Nicht nach",
                        "Antragsteller",
                        "Zertifikathash(sha1)", OTHER) + "CertUtil: -store-Befehl wurde erfolgreich ausgeführt.\r\n";
    }

    private static String block(String title, int number, String serial, String issuer, String from, String until, String subject, String hash,
            IssuedCertificate certificate) {
        String name = certificate == ROOT ? "CN=Contoso Root CA, O=Contoso" : "CN=Fabrikam Root, O=Fabrikam";
        StringBuilder spaced = new StringBuilder();
        String sha1 = certificate.sha1();
        for (int i = 0; i < sha1.length(); i += 2) {
            spaced.append(i == 0 ? "" : number == 0 ? " " : "").append(sha1, i, i + 2);
        }
        return String.format(Locale.ROOT,
                "================ %s %d ================\r\n%s: 01\r\n%s: %s\r\n %s: 01.03.2017 09:00\r\n %s: 01.03.2022 09:00\r\n%s: %s\r\n"
                + "Signature matches Public Key\r\n%s: %s\r\nNo key provider information\r\n\r\n", title, number, serial, issuer, name, from, until,
                        subject, name, hash,
                spaced);
    }
}
