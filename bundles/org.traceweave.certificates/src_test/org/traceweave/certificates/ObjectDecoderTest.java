package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class ObjectDecoderTest {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final byte[] SERVER = MadeCertificates.server("SHA256");
    private static final byte[] ROOT = MadeCertificates.root("SHA256");
    private static final Date DAY = Date.from(Instant.parse("2018-01-14T00:00:00Z"));
    private static final Date NEXT = Date.from(Instant.parse("2018-01-21T00:00:00Z"));

    private static PrivateKey key() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(MadeCertificates.privateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder("SHA256withRSA").setProvider(BC).build(key());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] crl() throws IOException {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=Contoso Root,DC=contoso,DC=com"), DAY);
        builder.setNextUpdate(NEXT).addCRLEntry(BigInteger.valueOf(77), DAY, CRLReason.keyCompromise).addCRLEntry(BigInteger.valueOf(78), DAY, CRLReason.superseded);
        return builder.build(signer()).getEncoded();
    }

    private static byte[] request() throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, "fe01.contoso.com")));
        return new PKCS10CertificationRequestBuilder(new X500Name("CN=fe01.contoso.com"), new X509CertificateHolder(SERVER).getSubjectPublicKeyInfo())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate()).build(signer()).getEncoded();
    }

    private static byte[] ocsp() throws IOException {
        try {
            X509CertificateHolder root = new X509CertificateHolder(ROOT);
            AlgorithmIdentifier sha1 = new AlgorithmIdentifier(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.14.3.2.26"));
            CertificateID id = new CertificateID(new BcDigestCalculatorProvider().get(sha1), root, BigInteger.valueOf(77));
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(root.getSubject()));
            builder.addResponse(id, new RevokedStatus(DAY, CRLReason.keyCompromise), DAY, NEXT, null);
            return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, builder.build(signer(), new X509CertificateHolder[] {root}, DAY)).getEncoded();
        } catch (OCSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pkcs12(String password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", BC);
            store.load(null, null);
            var converter = new JcaX509CertificateConverter().setProvider(BC);
            store.setKeyEntry("pool certificate", key(), password.toCharArray(), new java.security.cert.Certificate[] {
                converter.getCertificate(new X509CertificateHolder(SERVER))});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DecodedObject decoded(byte[] der) {
        return ObjectDecoder.decode(der).orElseThrow();
    }

    @Test
    void a_revocation_list_names_each_revoked_certificate_with_date_and_reason() throws IOException {
        DecodedObject crl = decoded(crl());
        assertEquals(DecodedObject.Kind.CRL, crl.kind());
        assertEquals(Optional.of("DC=com,DC=contoso,CN=Contoso Root"), crl.value("Issuer"));
        assertEquals(Optional.of("2018-01-21T00:00:00Z"), crl.value("Next Update"));
        assertEquals(Optional.of("2"), crl.value("Revoked Certificates"));
        assertEquals(Optional.of("4d, revoked 2018-01-14T00:00:00Z, reasonCode keyCompromise"), crl.value("Serial"));
        assertEquals(List.of(), crl.problems());
    }

    @Test
    void a_request_shows_its_key_and_the_names_it_asks_for() throws IOException {
        DecodedObject request = decoded(request());
        assertEquals(DecodedObject.Kind.REQUEST, request.kind());
        assertEquals(Optional.of("rsaEncryption, 2048 bit"), request.value("Public Key"));
        assertEquals(Optional.of("DNS:fe01.contoso.com"), request.value("subjectAltName (2.5.29.17)"));
    }

    @Test
    void an_ocsp_response_says_what_became_of_each_certificate_and_carries_its_own() throws IOException {
        DecodedObject response = decoded(ocsp());
        assertEquals(Optional.of("successful"), response.value("Status"));
        assertTrue(response.text().contains("Status: revoked on 2018-01-14T00:00:00Z, keyCompromise"), response.text());
        assertTrue(response.text().contains("Next Update: 2018-01-21T00:00:00Z"), response.text());
        assertArrayEquals(ROOT, response.certificates().getFirst());
        assertArrayEquals(ROOT, CertificateFinder.findInFile(ocsp()).certificates().getFirst().der());
    }

    @Test
    void a_stapled_answer_that_says_revoked_is_an_error() throws IOException {
        byte[] staple = ocsp();
        byte[] body = MadeTls.join(new byte[] {1, (byte) (staple.length >> 16), (byte) (staple.length >> 8), (byte) staple.length}, staple);
        byte[] message = MadeTls.join(new byte[] {22, (byte) (body.length >> 16), (byte) (body.length >> 8), (byte) body.length}, body);
        TlsFlight flight = TlsRecords.read(MadeTls.record(22, 0x0303, MadeTls.join(MadeTls.serverHello(0x0303, 0xc030), MadeTls.certificateList(SERVER), message)));
        assertEquals(List.of("revoked on 2018-01-14T00:00:00Z, keyCompromise, says the OCSP response that the server sent along"),
                CertificateLint.lint(flight).stream().filter(lint -> lint.id().equals("L48")).map(org.traceweave.model.Lint::text).toList());
    }

    @Test
    void a_pkcs12_file_opens_with_its_password_and_never_shows_its_key() throws IOException {
        byte[] file = pkcs12("secret");
        DecodedObject closed = decoded(file);
        assertTrue(closed.locked() && closed.certificates().isEmpty());
        assertEquals("a part is encrypted; give the password", closed.problems().getFirst().text());
        assertTrue(ObjectDecoder.decode(file, Optional.of("wrong".toCharArray())).orElseThrow().locked());
        DecodedObject open = ObjectDecoder.decode(file, Optional.of("secret".toCharArray())).orElseThrow();
        assertFalse(open.locked());
        assertEquals(1, open.privateKeys());
        assertArrayEquals(SERVER, open.certificates().getFirst());
        assertEquals(List.of("pool certificate"), open.labels());
        String key = HexFormat.of().formatHex(MadeCertificates.privateKey());
        assertFalse(open.text().contains(key.substring(80, 120)));
        assertTrue(open.text().contains("Private Keys: 1, never shown"));
    }

    @Test
    void a_pkcs12_file_without_a_password_gives_its_certificates() throws IOException {
        assertArrayEquals(SERVER, CertificateFinder.findInFile(pkcs12("")).certificates().getFirst().der());
    }

    @Test
    void objects_are_found_in_text_with_where_they_stand() throws IOException {
        String text = "request: " + java.util.Base64.getEncoder().encodeToString(request()) + " end";
        CertificateFinds.FoundObject found = CertificateFinder.find(text.getBytes(StandardCharsets.US_ASCII)).objects().getFirst();
        assertEquals(DecodedObject.Kind.REQUEST, found.kind());
        assertEquals(9, found.offset());
        assertArrayEquals(request(), found.der());
    }

    @Test
    void what_is_a_certificate_or_nothing_known_is_none_of_these() {
        assertEquals(Optional.empty(), ObjectDecoder.decode(SERVER));
        assertEquals(Optional.empty(), ObjectDecoder.decode(new byte[0]));
        assertEquals(Optional.empty(), ObjectDecoder.decode("not a certificate at all".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void every_object_of_the_corpus_is_told_and_only_damaged_ones_have_problems() {
        Map<String, String> damaged = new TreeMap<>();
        Map<DecodedObject.Kind, Integer> counts = new TreeMap<>();
        for (var path : Corpus.files()) {
            String name = path.getFileName().toString();
            for (CertificateFinds.FoundObject found : CertificateFinder.findInFile(Corpus.bytes(path.toString())).objects()) {
                DecodedObject object = decoded(found.der());
                counts.merge(object.kind(), 1, Integer::sum);
                assertFalse(object.text().isBlank(), name);
                if (!object.problems().isEmpty() && !object.locked()) {
                    damaged.put(name, object.problems().getFirst().text());
                }
            }
        }
        System.out.println("ObjectDecoderTest " + counts);
        assertEquals(Map.of("crl_invalid_time.der", "not a date: 18102813516Z", "crl_unrecognized_extension.der", "declared 98 bytes, 4 available"), damaged);
        assertTrue(counts.keySet().containsAll(List.of(DecodedObject.Kind.CRL, DecodedObject.Kind.REQUEST, DecodedObject.Kind.CMS, DecodedObject.Kind.PKCS12,
                DecodedObject.Kind.OCSP_RESPONSE, DecodedObject.Kind.TIME_STAMP)), counts.toString());
    }

    @Test
    void mutations_of_objects_neither_fail_nor_hang() throws IOException {
        long seed = Long.getLong("traceweave.seed", System.nanoTime());
        System.out.println("ObjectDecoderTest seed " + seed);
        Random random = new Random(seed);
        List<byte[]> originals = List.of(crl(), request(), ocsp());
        for (int i = 0; i < 1_000; i++) {
            // opening a PKCS#12 file takes its time on purpose
            byte[] mutant = i % 250 == 0 ? pkcs12("") : originals.get(i % originals.size()).clone();
            for (int j = random.nextInt(5); j >= 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            ObjectDecoder.decode(mutant, Optional.of("".toCharArray())).ifPresent(object -> assertFalse(object.text().isEmpty()));
            CertificateFinder.findInFile(mutant);
        }
    }
}
