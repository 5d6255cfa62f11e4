package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Level;
import org.traceweave.readers.windows.internal.ServerLogFields;

/** Logons, the server's own log, and error codes. */
class ServerEventsTest {

    private final EventDecoders decoders = EventDecoders.standard();

    @Test
    void aRefusedLogonSaysWhoFromWhereAndWhy() {
        String xml = Events.logon(4625, Events.data("TargetUserName", "Alice") + Events.data("TargetDomainName", "CONTOSO")
                + Events.data("Status", "0xc000006d") + Events.data("SubStatus", "0xc000006a") + Events.data("LogonType", "3")
                + Events.data("IpAddress", "10.1.2.3") + Events.data("IpPort", "50123")).replace("0x8000000000000000", "0x8010000000000000");
        EventFailure failure = decoders.decode(Events.read(xml)).orElseThrow();
        assertEquals(List.of("alice@contoso"), failure.names().users());
        assertEquals(List.of("10.1.2.3:50123"), failure.names().peers());
        assertEquals(Optional.of("0xc000006a"), failure.hresult());
        assertEquals("alice@contoso was refused a logon (network) from 10.1.2.3:50123: STATUS_WRONG_PASSWORD: The password is wrong."
                + " Status 0xc000006d STATUS_LOGON_FAILURE, substatus 0xc000006a STATUS_WRONG_PASSWORD.", failure.meaning());
        Reading.Kept record = Events.record(xml);
        assertTrue(record.has("user", "alice@contoso") && record.has("peer", "10.1.2.3:50123") && record.has("hresult", "0xc000006a"),
                record.fields()::toString);
        assertEquals(Level.WARNING, record.level().orElseThrow());
    }

    @Test
    void aSuccessfulLogonIsNoFailureButNamesItsUser() {
        String xml = Events.logon(4624, Events.data("TargetUserName", "room1@contoso.com") + Events.data("TargetDomainName", "-")
                + Events.data("SubjectUserName", "EX01$") + Events.data("IpAddress", "::ffff:10.1.2.3") + Events.data("IpPort", "0"));
        assertTrue(decoders.decode(Events.read(xml)).isEmpty());
        Logon logon = LogonEvents.read(Events.read(xml)).orElseThrow();
        assertTrue(logon.succeeded());
        assertEquals(Optional.of("room1@contoso.com"), logon.user());
        assertEquals(Optional.of("10.1.2.3"), logon.address());
        Reading.Kept record = Events.record(xml);
        assertTrue(record.has("user", "room1@contoso.com") && record.has("peer", "10.1.2.3"), record.fields()::toString);
    }

    @Test
    void aSubjectEndsWhereTheIssuerIsNamed() {
        assertEquals(Optional.of("pool01.contoso.local"), ServerLogFields.subject("Invalid incoming HTTPS certificate. Subject Name: pool01.contoso.local Issuer: "
                + "Contoso Issuing CA 2. HRESULT: 0x800B0109 (CERT_E_UNTRUSTEDROOT)"));
        assertEquals(Optional.of("CN=Contoso Issuer, O=Contoso"), ServerLogFields.subject("Subject: CN=Contoso Issuer, O=Contoso\r\nIssuer: CN=Root"));
        assertEquals(Optional.of("CN=a"), ServerLogFields.subject("subject=\"CN=a\" issuer=\"CN=b\""));
    }

    @Test
    void machinesAndServicesAreNoUsers() {
        for (String name : List.of("FE01$", "SYSTEM", "ANONYMOUS LOGON", "DWM-1", "-")) {
            Reading.Kept record = Events.record(Events.logon(4624, Events.data("TargetUserName", name) + Events.data("TargetDomainName", "CONTOSO")));
            assertTrue(record.fields().stream().noneMatch(field -> field.startsWith("user=")), record.fields()::toString);
        }
    }

    @Test
    void kerberosErrorsAreNamedAsKerberos() {
        EventFailure failure = decoders.decode(Events.read(Events.logon(4771, Events.data("TargetUserName", "bob") + Events.data("Status", "0x25")
                + Events.data("IpAddress", "::ffff:10.0.0.9")))).orElseThrow();
        assertTrue(failure.meaning().contains("KRB_AP_ERR_SKEW"), failure.meaning());
        assertTrue(failure.meaning().contains("from 10.0.0.9"), failure.meaning());
    }

    @Test
    void tlsFailuresOfTheServersStackGiveCodeHostAndCertificate() {
        String xml = Events.event("LS Protocol Stack", 14428, 2, "Lync Server", "fe01.contoso.local",
                "<EventData><Data>Over the past 15 minutes, Skype for Business Server has experienced TLS outgoing connection failures 1 time(s). "
                + "The error code of the last failure is 0x80090325 (The certificate chain was issued by an authority that is not trusted.) "
                + "while trying to connect to the server \"edge01.contoso.local\" at address [10.0.0.5:5061], and the display name in the peer "
                + "certificate is \"edge01\" for sip:alice@contoso.com.</Data></EventData>");
        EventFailure failure = decoders.decode(Events.read(xml)).orElseThrow();
        assertEquals(Optional.of("0x80090325"), failure.hresult());
        assertEquals(List.of("10.0.0.5:5061"), failure.names().peers());
        assertEquals("TLS outgoing connection failures: 0x80090325 SEC_E_UNTRUSTED_ROOT.", failure.meaning());
        Reading.Kept record = Events.record(xml);
        assertTrue(record.has("hresult", "0x80090325") && record.has("peer", "10.0.0.5:5061") && record.has("user", "alice@contoso.com"),
                record.fields()::toString);
    }

    @Test
    void aDecimalCodeAfterTheWordErrorIsAnHresult() {
        EventFailure failure = decoders.decode(Events.read(Events.event("LS MCU Infrastructure", 61029, 2, "Lync Server", "fe01",
                "<EventData><Data>Certificate error: 2148204809</Data></EventData>"))).orElseThrow();
        assertEquals(Optional.of("0x800b0109"), failure.hresult());
    }

    @Test
    void codesAreReadInEveryForm() {
        assertEquals(OptionalLong.of(0x80090325L), HResult.parse("0x80090325"));
        assertEquals(OptionalLong.of(0x80090325L), HResult.parse("-2146893019"));
        assertEquals(OptionalLong.of(0x80090325L), HResult.parse("2148074277"));
        assertEquals(OptionalLong.of(0x800B0109L), HResult.parseHex("800B0109"));
        assertTrue(HResult.parse("none").isEmpty() && HResult.parse("").isEmpty() && HResult.parse("99999999999").isEmpty());
        assertEquals("SEC_E_UNTRUSTED_ROOT", HResult.of(0x80090325L).orElseThrow().name());
        assertEquals("WSAECONNRESET", HResult.of(10054).orElseThrow().name());
        assertEquals("WSAECONNRESET", HResult.of(0x80072746L).orElseThrow().name());
        assertEquals("0x00002f94", HResult.word(0x2F94));
    }

    @Test
    void aContributedDecoderIsAskedFirst() {
        EventDecoder mine = new EventDecoder() {
            @Override
            public String id() {
                return "mine";
            }

            @Override
            public boolean handles(String provider, int eventId) {
                return provider.equals("Schannel");
            }

            @Override
            public Optional<EventFailure> decode(WindowsEvent event) {
                return Optional.empty();
            }
        };
        WindowsEvent event = Events.read(Events.schannel(36887, "<EventData><Data Name='AlertDesc'>46</Data></EventData>"));
        assertTrue(decoders.decode(event).isPresent());
        assertTrue(decoders.with(List.of(new EventDecoders.Contribution(mine, "test"))).decode(event).isEmpty());
    }

    @Test
    void anEventIsWrittenAsXmlThatReadsBackTheSame() {
        WindowsEvent event = Events.read(Events.schannel(36887, "<EventData>" + Events.data("Path", "a &lt;b&gt; &quot;c&quot; &#10;d") + "</EventData>"));
        assertEquals(event, Events.read(event.toXml()));
        assertEquals("a <b> \"c\" \nd", event.value("path").orElseThrow());
    }
}
