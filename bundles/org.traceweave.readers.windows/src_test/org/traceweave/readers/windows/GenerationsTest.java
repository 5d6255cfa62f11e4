package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** SCHANNEL's events as builds from Windows 2003 to now write them, and what each number means. */
class GenerationsTest {

    private static final List<Integer> WITH_TEXT = IntStream.concat(IntStream.rangeClosed(36864, 36889), IntStream.of(36912, 36928)).boxed().toList();

    private final SchannelEvents decoder = new SchannelEvents();

    private EventFailure decoded(int id, String content) {
        return decoder.decode(Events.read(Events.schannel(id, content))).orElseThrow();
    }

    private static IssuedCertificate alice() {
        IssuedCertificate authority = CertificateMaker.subject("CN=Communications Server").key(SampleKeys.rsa(0)).authority().make();
        return CertificateMaker.subject("CN=alice@contoso.com").key(SampleKeys.rsa(1)).issuedBy(authority).client().make();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Test
    void everyDocumentedEventHasASentenceOfItsOwn() {
        for (int id : WITH_TEXT) {
            String meaning = SchannelEvents.meaning(Events.read(Events.schannel(id, "<EventData/>")));
            assertFalse(meaning.startsWith("SCHANNEL event"), id + ": " + meaning);
            assertTrue(meaning.endsWith("."), meaning);
        }
    }

    @Test
    void insertedStringsWithoutNamesAreNamedByTheirPosition() {
        EventFailure sent = decoded(36888, "<EventData><Data>40</Data><Data>1205</Data></EventData>");
        assertEquals(OptionalInt.of(40), sent.alert());
        assertEquals(OptionalLong.of(1205), sent.errorState());
        EventFailure key = decoded(36870, "<EventData><Data>server</Data><Data>0x8009030d</Data></EventData>");
        assertEquals(Optional.of("0x8009030d"), key.hresult());
        Reading.Kept record = Events.record(Events.schannel(36887, "<EventData><Data>46</Data></EventData>"));
        assertTrue(record.has("alert", 46) && record.text().contains("46 (certificate_unknown)"), record.text());
    }

    @Test
    void insertedStringsOfNewBuildsBeginWithTheCallingProcess() {
        EventFailure sent = decoded(36888, "<EventData><Data>4711</Data><Data>RTCSrv.exe</Data><Data>48</Data><Data>552</Data><Data>sip.contoso.com</Data></EventData>");
        assertEquals(Optional.of("RTCSrv.exe"), sent.processName());
        assertEquals(OptionalInt.of(48), sent.alert());
        assertEquals(OptionalLong.of(552), sent.errorState());
        assertEquals(Optional.of("sip.contoso.com"), sent.target());
    }

    @Test
    void aRenderedMessageAloneStillGivesItsNumbers() {
        String rendered = "<RenderingInfo Culture='de-DE'><Message>Es wurde eine schwerwiegende Warnung generiert: 40. Der interne Fehlerstatus lautet: 1205.</Message></RenderingInfo>";
        EventFailure sent = decoder.decode(Events.read(Events.event("Schannel", 36888, 2, "System", "fe01", rendered))).orElseThrow();
        assertEquals(OptionalInt.of(40), sent.alert());
        assertEquals(OptionalLong.of(1205), sent.errorState());
    }

    @Test
    void anErrorStateIsAlwaysCalledUndocumentedAndAnUnknownAlertToo() {
        EventFailure failure = decoded(36888, "<EventData>" + Events.data("AlertDesc", "99") + Events.data("ErrorState", "808") + "</EventData>");
        assertEquals("This host ended the handshake with fatal TLS alert 99 (undocumented); internal error state 808 (undocumented).", failure.meaning());
        assertTrue(decoded(36871, "<EventData>" + Events.data("Type", "client") + Events.data("ErrorState", "10013") + "</EventData>").meaning()
                .endsWith("internal error state 10013 (undocumented). State 10013 was often seen with a program that asks for TLS versions which are switched off here."));
    }

    @Test
    void eventsWithoutAPublicTextAreFailuresOnlyWhereWindowsGradesThemSo() {
        assertTrue(decoded(36896, "<EventData/>").meaning().contains("undocumented"));
        assertTrue(decoder.decode(Events.read(Events.event("Schannel", 36897, 4, "System", "fe01", "<EventData/>"))).isEmpty());
    }

    @Test
    void anAttachedCertificateGivesItsSubjectSerialNumberAndOwner() {
        IssuedCertificate certificate = alice();
        EventFailure refused = decoded(36877, "<EventData>" + Events.data("ErrorCode", "0x800b0101") + Events.data("pCertificateContext", hex(certificate.der()))
                + "</EventData>");
        assertEquals(List.of(certificate.sha1()), refused.thumbprints());
        assertEquals(Optional.of("CN=alice@contoso.com"), refused.subject());
        assertEquals(List.of("alice@contoso.com"), refused.names().users());
        assertEquals(1, refused.names().serials().size());
        assertEquals(CertificateRole.OF_CLIENT, refused.names().role());
    }

    @Test
    void aCertificateInsideAnotherContainerIsFoundToo() {
        IssuedCertificate certificate = alice();
        EventFailure refused = decoded(36882, "<UserData><EventXML xmlns='LSA_NS'><certificateContext>" + hex(CertificateMaker.pkcs7(certificate))
                + "</certificateContext></EventXML></UserData>");
        assertEquals(List.of(certificate.sha1()), refused.thumbprints());
        assertEquals(CertificateRole.OF_SERVER, refused.names().role());
    }

    @Test
    void bytesThatAreNoCertificateAreNoThumbprint() {
        assertEquals(List.of(), decoded(36882, "<EventData>" + Events.data("certificateContext", "3082" + "00".repeat(400)) + "</EventData>").thumbprints());
    }
}
