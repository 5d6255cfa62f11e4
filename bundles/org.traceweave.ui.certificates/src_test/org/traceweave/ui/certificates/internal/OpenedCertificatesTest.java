package org.traceweave.ui.certificates.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.TrustListException;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

class OpenedCertificatesTest {

    private static final IssuedCertificate MADE = CertificateMaker.subject("CN=fe01.contoso.com").key(SampleKeys.rsa(0)).authority().make();
    private static final char[] PASSWORD = "open sesame".toCharArray();

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aCertificateInAnyTextIsOpenedOnceHoweverOftenItStandsThere() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(MADE.der()) + "\n-----END CERTIFICATE-----\n";
        OpenedCertificates opened = OpenedCertificates.ofText("From the clipboard", text("see " + pem + " and " + Base64.getEncoder()
                .encodeToString(MADE.der())));
        assertEquals(1, opened.certificates().size());
        assertFalse(opened.isChoice());
    }

    @Test
    void aPrivateKeyIsToldAndNothingOfItIsKept() {
        String key = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(MADE.key().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        OpenedCertificates opened = OpenedCertificates.ofText("From the clipboard", text(key));
        assertEquals(List.of(), opened.certificates());
        OpenedCertificates.Key found = assertInstanceOf(OpenedCertificates.Key.class, opened.found().getFirst());
        assertFalse(found.encrypted());
        String shown = OpenedWords.nothing(opened);
        assertTrue(shown.contains("Private key"), shown);
        assertFalse(shown.contains(Base64.getMimeEncoder().encodeToString(MADE.key().getPrivate().getEncoded()).substring(40, 60)), shown);
    }

    @Test
    void whereThereIsNoneTheReasonIsSaid() throws TrustListException {
        OpenedCertificates text = OpenedCertificates.ofText("From the clipboard", text("no certificate here"));
        assertTrue(OpenedWords.nothing(text).startsWith("From the clipboard: no certificate."), OpenedWords.nothing(text));
        OpenedCertificates file = OpenedCertificates.ofFile("photo.cer", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J',
                'F', 'I', 'F'}, Optional.empty());
        assertTrue(OpenedWords.nothing(file).contains("JPEG"), OpenedWords.nothing(file));
    }

    @Test
    void whatIsNoCertificateIsShownFieldByField() {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(MADE.key().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        OpenedCertificates opened = OpenedCertificates.ofText("From the clipboard", text(pem));
        assertEquals(List.of(DecodedObject.Kind.PUBLIC_KEY), opened.others().stream().map(other -> other.object().kind()).toList());
        String page = ObjectPage.write(opened.others().getFirst().object(), opened.from()).text();
        assertTrue(page.startsWith("Public key\nFrom the clipboard\n"), page);
        assertTrue(page.contains("2048"), page);
    }

    @Test
    void aKeystoreAsksForItsPasswordAndOpensWithIt() throws GeneralSecurityException, IOException, TrustListException {
        byte[] store = keystore();
        TrustListException locked = assertThrows(TrustListException.class, () -> OpenedCertificates.ofFile("fe01.pfx", store, Optional.empty()));
        assertTrue(locked.passwordNeeded());
        TrustListException wrong = assertThrows(TrustListException.class, () -> OpenedCertificates.ofFile("fe01.pfx", store,
                Optional.of("guess".toCharArray())));
        assertTrue(wrong.passwordNeeded());
        OpenedCertificates opened = OpenedCertificates.ofFile("fe01.pfx", store, Optional.of(PASSWORD));
        assertEquals(1, opened.certificates().size());
    }

    @Test
    void aKeystoreOfJavaShowsTheCertificatesOfItsKeysAndTellsTheKeys() throws GeneralSecurityException, IOException, TrustListException {
        OpenedCertificates opened = OpenedCertificates.ofFile("fe01.jks", keystore("JKS"), Optional.empty());
        assertEquals(List.of("CN=fe01.contoso.com"), opened.certificates().stream().map(each -> each.facts().subject().orElse("")).toList());
        assertEquals(1, opened.found().stream().filter(each -> each instanceof OpenedCertificates.Key key && key.encrypted()).count());
    }

    private static byte[] keystore() throws GeneralSecurityException, IOException {
        return keystore("PKCS12");
    }

    private static byte[] keystore(String form) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(form);
        store.load(null, PASSWORD);
        var certificate = CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(MADE.der()));
        store.setKeyEntry("fe01", MADE.key().getPrivate(), PASSWORD, new java.security.cert.Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        return bytes.toByteArray();
    }
}
