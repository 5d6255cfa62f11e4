package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.traceweave.model.DamageKind;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;

class UccApiReaderTest {

    private static final String REGISTER = """
            REGISTER sip:contoso.com SIP/2.0
            Via: SIP/2.0/TLS 10.30.4.17:52011
            From: <sip:Anna@contoso.com>;tag=1;epid=ab
            To: <sip:anna@contoso.com>
            CSeq: 1 REGISTER
            Call-ID: 77aa
            User-Agent: UCCAPI/16.0 OC/16.0

            """.replace("\n", "\r\n");

    private static final String CHALLENGE = """
            SIP/2.0 401 Unauthorized
            From: <sip:Anna@contoso.com>;tag=1;epid=ab
            To: <sip:anna@contoso.com>;tag=2
            CSeq: 1 REGISTER
            Call-ID: 77aa
            Date: Sun, 14 Jan 2018 11:24:35 GMT
            Content-Length: 0

            """.replace("\n", "\r\n");

    private final UccApiReader reader = new UccApiReader();

    static String line(String time, String text) {
        return "01/14/2018|" + time + " 1F68:C14 INFO  :: " + text + "\r\n";
    }

    static String sent(String time, String message) {
        return line(time, "Sending Packet - 10.20.1.11:5061 (From Local Address: 10.30.4.17:52011) " + message.length() + " bytes:")
                + line(time, message).replaceAll("\r\n\r\n$", "\r\n")
                + line(time, "End of Sending Packet - 10.20.1.11:5061 (From Local Address: 10.30.4.17:52011) " + message.length() + " bytes");
    }

    static String received(String time, String message) {
        return line(time, "Data Received -10.20.1.11:5061 (To Local Address: 10.30.4.17:52011) " + message.length() + " bytes:")
                + line(time, message).replaceAll("\r\n\r\n$", "\r\n")
                + line(time, "End of Data Received -10.20.1.11:5061 (To Local Address: 10.30.4.17:52011) " + message.length() + " bytes");
    }

    private Collected read(String text) throws IOException {
        return Collected.of(reader, MemoryBytes.of(text));
    }

    @Test
    void aMessageIsOneRecordFromItsPacketLineToItsEndLine() throws IOException {
        String message = sent("12:24:35.100", REGISTER);
        Collected collected = read(line("12:24:35.000", "hello") + message + line("12:24:36.000", "bye"));
        assertEquals(3, collected.records.size());
        Collected.Found found = collected.records.get(1);
        assertEquals(message.length(), found.length());
        assertEquals(RecordKind.SIP, found.kind());
        assertEquals(Map.of("user", "anna@contoso.com", "from", "anna@contoso.com", "to", "anna@contoso.com", "callId", "77aa", "cseq",
                "1 REGISTER", "method", "REGISTER", "direction", "out", "peer", "10.20.1.11:5061", "device", "UCCAPI/16.0 OC/16.0"),
                found.fields());
        assertEquals(0x1F68, found.process());
        assertEquals(0xC14, found.thread());
        assertEquals("2018-01-14T12:24:35.1000000Z", found.time());
        assertEquals(List.of(), collected.damage);
    }

    @Test
    void anAnswerIsAboutWhoAsked() throws IOException {
        Collected.Found found = read(received("12:24:35.200", CHALLENGE)).records.getFirst();
        assertEquals(401L, found.field(RecordField.STATUS));
        assertEquals("in", found.field(RecordField.DIRECTION));
        assertEquals("anna@contoso.com", found.field(RecordField.USER));
    }

    @Test
    void aRequestFromTheServerIsAboutItsReceiver() throws IOException {
        Collected.Found found = read(received("12:24:35.200", REGISTER.replace("REGISTER", "INVITE").replace("<sip:Anna@", "<sip:bob@")))
                .records.getFirst();
        assertEquals("anna@contoso.com", found.field(RecordField.USER));
        assertEquals("bob@contoso.com", found.field(RecordField.FROM));
    }

    @Test
    void aMessageWithoutPacketLineTakesDirectionFromItsEndLine() throws IOException {
        String message = sent("12:24:35.100", REGISTER);
        Collected collected = read(message.substring(message.indexOf('\n') + 1));
        assertEquals(1, collected.records.size());
        assertEquals("out", collected.records.getFirst().field(RecordField.DIRECTION));
        assertEquals("10.20.1.11:5061", collected.records.getFirst().field(RecordField.PEER));
    }

    @Test
    void aBodyWithLinesThatLookLikeHeadersStaysABody() throws IOException {
        String message = REGISTER + "ms-diagnostics: 1000;reason=x\r\n\r\nUser-Agent: other\r\n";
        Collected collected = read(sent("12:24:35.100", message));
        assertEquals(1, collected.records.size());
        assertEquals(null, collected.records.getFirst().field(RecordField.DIAGNOSTIC_ID));
        assertEquals(List.of(), collected.damage);
    }

    @Test
    void aPastedTraceLineOfAnotherDayDoesNotEndTheMessage() throws IOException {
        String message = sent("12:24:35.100", REGISTER + line("12:00:00.000", "pasted").replace("01/14/2018", "01/09/2018") + "end\r\n");
        Collected collected = read(message + line("12:24:36.000", "next"));
        assertEquals(2, collected.records.size());
        assertEquals(message.length(), collected.records.getFirst().length());
        assertEquals(List.of(), collected.damage);
    }

    @Test
    void aMessageShorterThanItsEndLineSaysIsDamage() throws IOException {
        String message = sent("12:24:35.100", REGISTER).replace("Call-ID: 77aa\r\n", "");
        Collected collected = read(message);
        assertEquals(DamageKind.TRUNCATED, collected.damage.getFirst().kind());
        assertEquals("This message holds " + (REGISTER.length() - 15) + " of its " + REGISTER.length() + " bytes.",
                collected.damage.getFirst().detail());
    }

    @Test
    void aFileWhoseBreaksLostTheirCarriageReturnsIsWhole() throws IOException {
        Collected collected = read((sent("12:24:35.100", REGISTER) + received("12:24:35.200", CHALLENGE)).replace("\r", ""));
        assertEquals(2, collected.records.size());
        assertEquals("77aa", collected.records.get(1).field(RecordField.CALL_ID));
        assertEquals(List.of(), collected.damage);
    }

    @Test
    void anErrorsBareCodeIsFound() throws IOException {
        Collected.Found found = read("01/14/2018|12:24:35.000 1F68:C14 ERROR :: SECURE_SOCKET: negotiation failed: 80090325\r\n").records.getFirst();
        assertEquals("0x80090325", found.field(RecordField.HRESULT));
        assertEquals(RecordKind.CONNECTION, found.kind());
        assertEquals("error", found.level());
    }

    @Test
    void theZoneIsMeasuredByTheAnswersDates() throws IOException {
        List<ClockSample> samples = reader.open(MemoryBytes.of(received("12:24:35.000", CHALLENGE), StandardCharsets.UTF_16LE)).clockSamples();
        assertEquals(1, samples.size());
        assertEquals(3600 * UtcTime.NANOS_PER_SECOND, samples.getFirst().written() - samples.getFirst().utc());
    }

    @Test
    void itIsSureOfItsOwnFormatOnly() {
        assertTrue(reader.confidence(ClsReaderTest.head(sent("12:24:35.100", REGISTER))) > 90);
        assertEquals(0, reader.confidence(ClsReaderTest.head(Traces.REGISTER)));
    }
}
