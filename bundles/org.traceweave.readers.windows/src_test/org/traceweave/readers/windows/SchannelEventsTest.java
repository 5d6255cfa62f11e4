package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Evidence;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.EventMessages;

/** SCHANNEL's events of all generations. */
class SchannelEventsTest {

    private final SchannelEvents decoder = new SchannelEvents();

    private static byte[] certificate() {
        byte[] der = new byte[300];
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = 1;
        der[3] = 40;
        der[4] = 0x30;
        der[5] = (byte) 0x82;
        return der;
    }

    @Test
    void anAlertFromTheOtherSideIsNamed() {
        EventFailure failure = decoder.decode(Events.read(Events.schannel(36887, "<EventData><Data Name='AlertDesc'>46</Data></EventData>")))
                .orElseThrow();
        WindowsFailure shown = failure.at(new Evidence("System.evtx", 4608, 300, Optional.empty()));
        assertEquals(WindowsFailureKind.SCHANNEL, shown.kind());
        assertEquals(OptionalInt.of(46), shown.alert());
        assertEquals(Optional.of("FE01"), shown.host());
        assertEquals("The remote endpoint ended the handshake with fatal TLS alert 46 (certificate_unknown).", shown.meaning());
        assertEquals(36887, shown.eventId());
    }

    @Test
    void anErrorStateIsShownAndNotExplained() {
        EventFailure failure = decoder.decode(Events.read(Events.schannel(36888, "<EventData>" + Events.data("AlertDesc", "40")
                + Events.data("ErrorState", "1205") + "</EventData>"))).orElseThrow();
        assertEquals(OptionalLong.of(1205), failure.errorState());
        assertEquals("This host ended the handshake with fatal TLS alert 40 (handshake_failure); internal error state 1205 (undocumented). State 1205 "
                + "was often seen with a client that shares no cipher suite or protocol version with this host, together with event 36874.", failure.meaning());
    }

    @Test
    void newerBuildsPutTheCallingProcessInFrontAndAreReadByNameAllTheSame() {
        String xml = Events.schannel(36888, "<EventData>" + Events.data("CallerProcessId", "4711")
                + Events.data("CallerProcessImageName", "C:\\Program Files\\SfB\\RTCSrv.exe") + Events.data("AlertDesc", "48")
                + Events.data("ErrorState", "552") + Events.data("TargetName", "sip.contoso.com") + "</EventData>");
        EventFailure failure = decoder.decode(Events.read(xml)).orElseThrow();
        assertEquals(Optional.of("RTCSrv.exe"), failure.processName());
        assertEquals(OptionalInt.of(48), failure.alert());
        assertEquals(Optional.of("sip.contoso.com"), failure.target());
        Reading.Kept record = Events.record(xml);
        assertTrue(record.has("target", "sip.contoso.com") && record.has("processName", "RTCSrv.exe") && record.has("alert", 48),
                record.fields()::toString);
    }

    @Test
    void valuesMayStandInUserData() {
        EventFailure failure = decoder.decode(Events.read(Events.schannel(36887,
                "<UserData><EventXML xmlns='LSA_NS' xmlns:auto-ns3='x'><AlertDesc>40</AlertDesc></EventXML></UserData>"))).orElseThrow();
        assertEquals(OptionalInt.of(40), failure.alert());
    }

    @Test
    void theAttachedCertificateIsGivenBack() {
        String hex = HexFormat.of().withUpperCase().formatHex(certificate());
        for (String content : List.of("<EventData><Data Name='Name'>sip.contoso.com</Data><Data Name='certificateContext'>" + hex + "</Data></EventData>",
                "<EventData><Data Name='Name'>sip.contoso.com</Data><Binary>2C010000" + hex + "</Binary></EventData>",
                "<UserData><EventXML><Name>sip.contoso.com</Name><certificateContext>" + hex + "</certificateContext></EventXML></UserData>")) {
            String xml = Events.schannel(36884, content);
            EventFailure failure = decoder.decode(Events.read(xml)).orElseThrow();
            assertEquals(1, failure.certificates().size(), content);
            assertArrayEquals(certificate(), failure.certificates().get(0));
            assertEquals(40, failure.thumbprints().get(0).length());
            assertEquals(Optional.of("sip.contoso.com"), failure.target());
            Reading.Kept record = Events.record(xml);
            assertEquals(1 << CertificateMark.DER.ordinal(), record.marks());
            assertTrue(record.has("target", "sip.contoso.com"));
        }
    }

    @Test
    void errorCodesAreNamed() {
        String xml = Events.schannel(36870, "<EventData>" + Events.data("Type", "server") + Events.data("ErrorCode", "0x8009030d")
                + Events.data("ErrorStatus", "10001") + "</EventData>");
        EventFailure failure = decoder.decode(Events.read(xml)).orElseThrow();
        assertEquals(Optional.of("0x8009030d"), failure.hresult());
        assertEquals(OptionalLong.of(10001), failure.errorState());
        assertTrue(failure.meaning().contains("0x8009030d SEC_E_UNKNOWN_CREDENTIALS"), failure.meaning());
        assertTrue(Events.record(xml).has("hresult", "0x8009030d"));
    }

    @Test
    void aCompletedHandshakeIsNoFailure() {
        assertTrue(decoder.decode(Events.read(Events.schannel(36880, "<UserData><EventXML xmlns='LSA_NS'><Type>server</Type>"
                + "<Protocol>TLS 1.2</Protocol></EventXML></UserData>"))).isEmpty());
    }

    @Test
    void theCipherSuiteOfAHandshakeHasItsName() {
        String said = EventMessages.schannel(36880, Map.of("Type", "server", "Protocol", "TLS 1.2", "CipherSuite", "0xC030")::get);
        assertEquals("A TLS server handshake completed: TLS 1.2, cipher suite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384.", said);
    }

    @Test
    void theUserOfAClientCertificateIsAUser() {
        Reading.Kept record = Events.record(Events.schannel(36880, "<UserData><EventXML><RemoteCertSubjectName>CN=Alice@contoso.com, "
                + "O=Contoso</RemoteCertSubjectName></EventXML></UserData>"));
        assertTrue(record.has("user", "alice@contoso.com"), record.fields()::toString);
    }
}
