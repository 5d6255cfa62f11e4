package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.SourceBytes;

/** CAPI2's events. */
class Capi2EventsTest {

    private static final String LEAF = "EC53EBC94A796C42E5B4E5851F961874F013D94C";
    private static final String ROOT = "DF3C24F9BFD666761B268073FE06D1CC8D4F82A4";
    private static final String POLICY = Events.capi2(30, "<CertVerifyCertificateChainPolicy><Policy type='CERT_CHAIN_POLICY_SSL' constant='4'/>"
            + "<Certificate fileRef='" + LEAF + ".cer' subjectName='*.contoso.com'/>"
            + "<CertificateChain chainRef='{8729A893-3D34-49D1-8030-8513DE8E8897}'/><Flags value='0'/>"
            + "<SSLAdditionalPolicyInfo authType='server' serverName='sip.contoso.com'><IgnoreFlags value='280'/></SSLAdditionalPolicyInfo>"
            + "<Status chainIndex='0' elementIndex='-1'/><EventAuxInfo ProcessName='lsass.exe' impersonateToken='S-1-5-18'/>"
            + "<CorrelationAuxInfo TaskId='{AD28C3AB-7CFE-4CF0-A623-F6CAC805A73C}' SeqNumber='1'/>"
            + "<Result value='800B0109'>A certificate chain processed.</Result></CertVerifyCertificateChainPolicy>");
    private static final String CHAIN = Events.capi2(11, "<CertGetCertificateChain><Certificate fileRef='" + LEAF + ".cer' subjectName='fe01.contoso.local'/>"
            + "<CertificateChain chainRef='{8729A893-3D34-49D1-8030-8513DE8E8897}'><TrustStatus><ErrorStatus value='100008' "
            + "CERT_TRUST_IS_NOT_SIGNATURE_VALID='true' CERT_TRUST_HAS_WEAK_SIGNATURE='true'/><InfoStatus value='100'/></TrustStatus>"
            + "<ChainElement><Certificate fileRef='" + LEAF + ".cer' subjectName='fe01.contoso.local'/>"
            + "<SignatureAlgorithm oid='1.2.840.113549.1.1.5' hashName='SHA1' publicKeyName='RSA'/>"
            + "<PublicKeyAlgorithm oid='1.2.840.113549.1.1.1' publicKeyName='RSA' publicKeyLength='2048'/>"
            + "<TrustStatus><ErrorStatus value='100008' CERT_TRUST_HAS_WEAK_SIGNATURE='true'/><InfoStatus value='102'/></TrustStatus>"
            + "<RevocationInfo freshnessTime='P1D'><RevocationResult value='80092012'>not checked</RevocationResult></RevocationInfo></ChainElement>"
            + "<ChainElement><Certificate fileRef='" + ROOT + ".cer' subjectName='Contoso Root'/>"
            + "<SignatureAlgorithm oid='1.2.840.113549.1.1.5' hashName='SHA1' publicKeyName='RSA'/>"
            + "<TrustStatus><ErrorStatus value='0'/><InfoStatus value='10C'/></TrustStatus></ChainElement></CertificateChain>"
            + "<EventAuxInfo ProcessName='lsass.exe'/><CorrelationAuxInfo TaskId='{1CB1FE4B-D685-48FC-A3FA-42893E4C1717}' SeqNumber='7'/>"
            + "<Result value='0'/></CertGetCertificateChain>");

    private final Capi2Events decoder = new Capi2Events();

    @Test
    void aRefusedPolicyCheckIsAFailureWhateverItsLevel() {
        EventFailure failure = decoder.decode(Events.read(POLICY)).orElseThrow();
        assertEquals(WindowsFailureKind.CAPI2, failure.kind());
        assertEquals(Optional.of("0x800b0109"), failure.hresult());
        assertEquals(Optional.of("sip.contoso.com"), failure.target());
        assertEquals(Optional.of("{8729A893-3D34-49D1-8030-8513DE8E8897}"), failure.chainRef());
        assertEquals(Optional.of("{AD28C3AB-7CFE-4CF0-A623-F6CAC805A73C}"), failure.taskId());
        assertEquals(List.of(LEAF.toLowerCase(java.util.Locale.ROOT)), failure.thumbprints());
        assertEquals(Optional.of("lsass.exe"), failure.processName());
        assertTrue(failure.meaning().startsWith("Verify chain policy for *.contoso.com as server sip.contoso.com failed: "
                + "0x800b0109 CERT_E_UNTRUSTEDROOT"), failure.meaning());
        Capi2Event facts = Capi2Events.read(Events.read(POLICY)).orElseThrow();
        assertEquals(OptionalInt.of(4), facts.policy());
        assertEquals(Optional.of("server"), facts.authType());
        assertEquals(Optional.of("S-1-5-18"), facts.impersonatedSid());
    }

    @Test
    void aWeakSignatureIsAFailureThoughTheCallSucceeded() {
        EventFailure failure = decoder.decode(Events.read(CHAIN)).orElseThrow();
        assertEquals(List.of("IS_NOT_SIGNATURE_VALID", "HAS_WEAK_SIGNATURE"), failure.trustErrors());
        assertEquals(2, failure.thumbprints().size());
        Capi2Event facts = Capi2Events.read(Events.read(CHAIN)).orElseThrow();
        assertEquals(OptionalLong.of(0), facts.result());
        assertEquals(List.of(0x80092012L), facts.revocationErrors());
        Capi2ChainElement leaf = facts.chains().get(0).elements().get(0);
        assertEquals(Optional.of("SHA1"), leaf.signatureHash());
        assertEquals(OptionalInt.of(2048), leaf.keyBits());
        assertEquals(TrustStatus.HAS_WEAK_SIGNATURE | TrustStatus.IS_NOT_SIGNATURE_VALID, leaf.errorStatus());
        assertEquals(OptionalLong.of(0x80092012L), leaf.revocationResult());
        assertFalse(leaf.isSelfSigned());
        assertTrue(facts.chains().get(0).elements().get(1).isSelfSigned());
    }

    @Test
    void aRecordOfAChainHasItsFieldsLeafFirst() {
        Reading.Kept record = Events.record(CHAIN);
        assertEquals(List.of("thumbprint=" + LEAF.toLowerCase(java.util.Locale.ROOT), "thumbprint=" + ROOT.toLowerCase(java.util.Locale.ROOT)),
                record.fields().stream().filter(field -> field.startsWith("thumbprint=")).toList());
        assertTrue(record.has("subject", "fe01.contoso.local") && record.has("chainRef", "{8729A893-3D34-49D1-8030-8513DE8E8897}")
                && record.has("processName", "lsass.exe") && record.has("hresult", "0x80092012")
                && record.has("taskId", "{1CB1FE4B-D685-48FC-A3FA-42893E4C1717}"), record.fields()::toString);
        assertTrue(record.text().contains("HAS_WEAK_SIGNATURE"), record.text());
    }

    @Test
    void aSuccessIsNoFailureThoughItsLevelSaysError() {
        String success = POLICY.replace("<Result value='800B0109'>A certificate chain processed.</Result>", "<Result value='0'/>")
                .replace("<Level>4", "<Level>2");
        assertTrue(decoder.decode(Events.read(success)).isEmpty());
    }

    @Test
    void event90DescribesCertificatesWithoutTheirBytes() {
        String xml = Events.capi2(90, "<X509Objects><Certificate fileRef='" + LEAF + ".cer' subjectName='alice@contoso.com'>"
                + "<Subject><CN>alice@contoso.com</CN><O>Contoso, Ltd.</O><S>Washington</S><C>US</C></Subject>"
                + "<SubjectKeyID computed='false' hash='289588BF023BEBDA94BA7D460FFACBF47E9DFFD1'/>"
                + "<SignatureAlgorithm oid='1.2.840.113549.1.1.5' hashName='SHA1' publicKeyName='RSA'/>"
                + "<PublicKeyAlgorithm oid='1.2.840.113549.1.1.1' publicKeyName='RSA' publicKeyLength='2048'/>"
                + "<Issuer><CN>Contoso CA</CN><DC>contoso</DC><DC>local</DC></Issuer><SerialNumber>00C1008B3C3C88</SerialNumber>"
                + "<NotBefore>2008-07-25T19:02:17Z</NotBefore><NotAfter>2013-07-25T19:12:17Z</NotAfter><Extensions>"
                + "<AuthorityKeyIdentifier><KeyID hash='6FE84E3F97B934AB4B868FBC9CEAAC3B4143C6D0'/></AuthorityKeyIdentifier>"
                + "<KeyUsage critical='true' value='86' CERT_DIGITAL_SIGNATURE_KEY_USAGE='true'/>"
                + "<ExtendedKeyUsage><Usage oid='1.3.6.1.5.5.7.3.1' name='Server Authentication'/></ExtendedKeyUsage>"
                + "<BasicConstraints critical='true' cA='true' pathLenConstraint='0'/>"
                + "<SubjectAltName><DNSName>fe01.contoso.local</DNSName><DirectoryName><CN>x</CN></DirectoryName></SubjectAltName>"
                + "</Extensions></Certificate></X509Objects>");
        Certificate certificate = Capi2Events.certificates(Events.read(xml)).get(0);
        assertEquals(CertificateOrigin.EVENT, certificate.origin());
        assertEquals(Optional.of("CN=alice@contoso.com,O=Contoso\\, Ltd.,ST=Washington,C=US"), certificate.subject());
        assertEquals(Optional.of("CN=Contoso CA,DC=contoso,DC=local"), certificate.issuer());
        assertEquals(Optional.of("c1008b3c3c88"), certificate.serial());
        assertEquals(Optional.of("sha1WithRSAEncryption"), certificate.signatureAlgorithm());
        assertEquals(Optional.of("SHA1"), certificate.signatureHash());
        assertEquals(OptionalInt.of(2048), certificate.keyBits());
        assertEquals(List.of("DNS:fe01.contoso.local", "DirName:CN=x"), certificate.subjectAltNames());
        assertEquals(List.of("digitalSignature", "keyCertSign", "cRLSign"), certificate.keyUsage());
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.extendedKeyUsage());
        assertEquals(OptionalInt.of(0), certificate.pathLength());
        assertEquals(OptionalLong.of(UtcTime.parse("2013-07-25T19:12:17Z")), certificate.notAfter());
        Reading.Kept record = Events.record(xml);
        assertEquals(1 << CertificateMark.EVENT90.ordinal(), record.marks());
        assertTrue(record.has("user", "alice@contoso.com"), record.fields()::toString);
    }

    @Test
    void realEventsAreJudgedByTheirResults() throws IOException {
        int failures = 0;
        int certificates = 0;
        try (SourceBytes bytes = Corpus.open("capi2-operational-win2008r2.evtx")) {
            for (Reading.Kept record : Reading.of(new EvtxReader(), bytes, 1 << 20).inOrder()) {
                WindowsEvent event = WindowsEvents.read(bytes, record.offset(), record.length()).orElseThrow();
                Capi2Event facts = Capi2Events.read(event).orElseThrow();
                assertTrue(facts.taskId().isPresent() && facts.processName().isPresent(), event.toXml());
                failures += decoder.decode(event).isPresent() ? 1 : 0;
                certificates += Capi2Events.certificates(event).size();
                assertTrue(record.has("taskId", facts.taskId().orElseThrow()));
            }
        }
        assertTrue(failures > 0 && failures < 60, "failures " + failures);
        assertTrue(certificates > 100, "certificates " + certificates);
    }
}
