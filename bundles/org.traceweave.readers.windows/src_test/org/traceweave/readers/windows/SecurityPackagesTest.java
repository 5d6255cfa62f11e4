package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.SourceBytes;

/** Logons, Kerberos, NTLM, Netlogon and the time service, and what the server's log prints in forms of its own. */
class SecurityPackagesTest {

    private final EventDecoders decoders = EventDecoders.standard();

    private Optional<EventFailure> decode(String provider, int id, int level, String content) {
        return decoders.decode(Events.read(Events.event(provider, id, level, "System", "fe01.contoso.local", "<EventData>" + content + "</EventData>")));
    }

    @Test
    void aRefusedTicketNamesServiceAndReasonInWords() {
        EventFailure failure = decoders.decode(Events.read(Events.logon(4769, Events.data("TargetUserName", "alice@CONTOSO.LOCAL")
                + Events.data("ServiceName", "sip/fe01.contoso.local") + Events.data("Status", "0x7") + Events.data("IpAddress", "::ffff:10.1.2.3")))).orElseThrow();
        assertEquals("alice@contoso.local was refused a Kerberos ticket for sip/fe01.contoso.local from 10.1.2.3: KDC_ERR_S_PRINCIPAL_UNKNOWN: "
                + "the service principal name is not known.", failure.meaning());
        assertEquals(Optional.empty(), failure.hresult());
    }

    @Test
    void aRefusedNtlmCheckGivesItsStatusInWords() {
        EventFailure failure = decoders.decode(Events.read(Events.logon(4776, Events.data("TargetUserName", "bob") + Events.data("Workstation", "WS-1")
                + Events.data("Status", "0xc0000234")))).orElseThrow();
        assertEquals("bob was refused by the NTLM check of the password from WS-1: STATUS_ACCOUNT_LOCKED_OUT: The account is locked out.", failure.meaning());
        assertEquals(List.of("bob"), failure.names().users());
        assertTrue(decoders.decode(Events.read(Events.logon(4776, Events.data("TargetUserName", "bob") + Events.data("Status", "0x0")))).isEmpty());
    }

    @Test
    void anUnknownStatusIsCalledUndocumented() {
        EventFailure failure = decoders.decode(Events.read(Events.logon(4776, Events.data("TargetUserName", "bob") + Events.data("Status", "0xc0dedead")))).orElseThrow();
        assertTrue(failure.meaning().endsWith("0xc0dedead (undocumented)."), failure.meaning());
    }

    @Test
    void aLogonAtTheKeyboardNamesNobodyWhoSignsIn() {
        EventFailure failure = decoders.decode(Events.read(Events.logon(4625, Events.data("TargetUserName", "alice") + Events.data("TargetDomainName", "CONTOSO")
                + Events.data("LogonType", "2") + Events.data("SubStatus", "0xc000006a")))).orElseThrow();
        assertTrue(failure.meaning().startsWith("alice@contoso was refused a logon (interactive)"), failure.meaning());
        assertEquals(List.of(), failure.names().users());
    }

    @Test
    void aTicketForTheWrongKeyNamesTheServer() {
        EventFailure failure = decode("Microsoft-Windows-Security-Kerberos", 4, 2, Events.data("Server", "fe01$") + Events.data("TargetRealm", "CONTOSO.LOCAL")
                + Events.data("TargetName", "sip/fe01.contoso.local")).orElseThrow();
        assertEquals(WindowsFailureKind.LOGON, failure.kind());
        assertEquals(Optional.of("fe01.contoso.local"), failure.target());
        assertTrue(failure.meaning().contains("could not decrypt the Kerberos ticket"), failure.meaning());
    }

    @Test
    void theFirstHalfOfAnyKerberosExchangeIsNoFailure() {
        assertTrue(decode("Microsoft-Windows-Security-Kerberos", 3, 2, Events.data("ErrorCode", "0x19") + Events.data("LogonSession", "CONTOSO\\alice")).isEmpty());
        EventFailure skew = decode("Microsoft-Windows-Security-Kerberos", 3, 2, Events.data("ErrorCode", "0x25") + Events.data("LogonSession", "CONTOSO\\alice")).orElseThrow();
        assertTrue(skew.meaning().contains("KRB_AP_ERR_SKEW"), skew.meaning());
        assertEquals(List.of("alice@contoso"), skew.names().users());
    }

    @Test
    void anUnreachableDomainControllerIsToldByNetlogonAndTheLocalAuthority() {
        assertTrue(decode("NETLOGON", 5719, 2, "<Data>CONTOSO</Data><Data>%%1311</Data>").orElseThrow().meaning().startsWith("No domain controller could be reached"));
        EventFailure failure = decode("LsaSrv", 40960, 3, Events.data("Target", "sip/fe01.contoso.local") + Events.data("Protocol", "Kerberos")
                + Events.data("Error", "0xc000005e")).orElseThrow();
        assertTrue(failure.meaning().contains("STATUS_NO_LOGON_SERVERS"), failure.meaning());
        assertEquals(Optional.of("fe01.contoso.local"), failure.target());
    }

    @Test
    void aClockThatIsOffIsAFailureAndOneThatWasSetIsNot() {
        EventFailure off = decode(TimeServiceEvents.PROVIDER, 50, 3, Events.data("TimeDifferenceMilliseconds", "5000") + Events.data("TimeSampleSeconds", "900")).orElseThrow();
        assertEquals(WindowsFailureKind.SERVER_LOG, off.kind());
        assertEquals("The clock differed by more than the limit from the time source for some minutes, and is not synchronised: "
                + "TimeDifferenceMilliseconds 5000, TimeSampleSeconds 900.", off.meaning());
        assertTrue(decode(TimeServiceEvents.PROVIDER, 37, 4, Events.data("TimeSource", "dc01")).isEmpty());
        EventFailure name = decode(TimeServiceEvents.PROVIDER, 134, 3, Events.data("ErrorMessage", "No such host is known. (0x80072AF9)")
                + Events.data("DomainPeer", "time.windows.com,0x9")).orElseThrow();
        assertEquals(Optional.of("0x80072af9"), name.hresult());
    }

    @Test
    void theSerialNumberOfAServersCertificateIsReadAsPrintedOrAttached() {
        EventFailure printed = decode("LS Protocol Stack", 14397, 2, "<Data>A configured certificate could not be loaded from store. The serial number is "
                + "5202FBA7CF1487. Extended Error Code: 0x80092004.</Data>").orElseThrow();
        assertEquals(List.of("5202fba7cf1487"), printed.names().serials());
        assertEquals(CertificateRole.OWN, printed.names().role());
        assertEquals("A configured certificate could not be loaded from store: 0x80092004 CRYPT_E_NOT_FOUND.", printed.meaning());
        EventFailure attached = decode("LS Protocol Stack", 14397, 2, "<Data>0x80092004</Data><Binary>5202FBA7CF1487</Binary>").orElseThrow();
        assertEquals(List.of("5202fba7cf1487"), attached.names().serials());
    }

    @Test
    void codesInTheServersLogMayBeHexOrDecimalAndGuidsAreNone() {
        assertEquals(Optional.of("0x800b0109"), decode("LS MCU Infrastructure", 61029, 2, "<Data>Certificate error: 2148204809</Data>").orElseThrow().hresult());
        assertEquals(Optional.of("0x800b0109"), decode("LS MCU Infrastructure", 61029, 2, "<Data>HRESULT -2146762487</Data>").orElseThrow().hresult());
        assertEquals(Optional.of("0xc3e93c2f"), decode("LS User Services", 32263, 2, "<Data>Error 0xC3E93C2F(SIPPROXY_E_UNKNOWN_USER_OR_EPID)</Data>").orElseThrow().hresult());
        assertEquals(Optional.empty(), decode("LS User Services", 32174, 3, "<Data>Currently waiting for routing group: {80091234-0000-5555-8009-800912345678}.</Data>")
                .orElseThrow().hresult());
    }

    @Test
    void anEventThatSumsUpSaysForHowLong() {
        assertEquals(900, decode("LS Protocol Stack", 14428, 2, "<Data>Over the past 15 minutes, the server has experienced TLS outgoing connection failures 3 time(s). "
                + "The error code of the last failure is 0x80090325 while trying to connect to the server \"fe02.contoso.local\" at address [10.0.0.5:5061]</Data>")
                .orElseThrow().names().spanSeconds());
    }

    @Test
    void realTimeAndLogonEventsAreUnderstood() throws IOException {
        int time = 0;
        int logons = 0;
        for (String file : List.of("system-pyevtx.evtx", "sample-with-zero-data-size-event.evtx", "Security_with_size_t.evtx")) {
            try (SourceBytes bytes = Corpus.open(file)) {
                for (Reading.Kept record : Reading.of(new EvtxReader(), bytes, 1 << 20).inOrder()) {
                    Optional<EventFailure> failure = WindowsEvents.read(bytes, record.offset(), record.length()).flatMap(decoders::decode);
                    time += failure.filter(each -> each.event().provider().equals(TimeServiceEvents.PROVIDER)).isPresent() ? 1 : 0;
                    logons += failure.filter(each -> each.event().eventId() == 4625).filter(each -> each.hresult().isPresent()
                            && !each.meaning().contains("undocumented")).isPresent() ? 1 : 0;
                }
            }
        }
        // what the expected listings of these files count: 50 and 134, and refused logons
        assertTrue(time >= 4, "time " + time);
        assertTrue(logons >= 1, "logons " + logons);
    }
}
