package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TraceWritersTest {

    private final SipMessage request = SipMessage.request("REGISTER", "sip:contoso.com").header("Call-ID", "abc").header("CSeq", "1 REGISTER");

    @Test
    void clsTextHasHostCorrelationAndSequence() {
        ClsWriter cls = new ClsWriter();
        cls.host("POOL01\\FE02").at("2018-10-16T07:15:02.123Z").correlation(4_000_000_000L);
        cls.message(Direction.IN, "10.30.1.4:50123", request);
        cls.later(1.5).trace("second");
        String[] lines = cls.toString().split("\r\n");
        assertEquals("TL_INFO(TF_PROTOCOL) [POOL01\\FE02]0F98.0A34::10/16/2018-07:15:02.123.00000001 "
                + "(SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265)) [4000000000] $$begin_record", lines[0]);
        assertEquals("Start-Line: REGISTER sip:contoso.com SIP/2.0", lines[6]);
        assertEquals("Message-Body: -", lines[10]);
        assertEquals("$$end_record", lines[11]);
        assertTrue(lines[12].contains("07:15:03.623.00000002") && lines[12].endsWith("[4000000000] second"), lines[12]);
    }

    @Test
    void aWrittenRecordIsFoundWhereTheWriterSays() {
        ClsWriter cls = new ClsWriter();
        cls.at("2018-10-16T07:15:02Z").trace("first");
        Written written = cls.connection("error", "Connection was reset", "Peer-IP: 10.30.1.4:50123");
        String text = new String(cls.toBytes(), (int) written.offset(), (int) written.length(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("TL_ERROR(TF_CONNECTION)") && text.endsWith("$$end_record\r\n"), text);
    }

    @Test
    void theOldFormHasAProcessorAndALogTypeAndLocalTimes() {
        OcsLoggerWriter old = new OcsLoggerWriter(3600);
        old.at("2012-01-18T23:30:00.101Z").diagnostic("error", "No route", "Result-Code: 0xc3e93c5e SIPPROXY_E_ROUTING");
        String[] lines = old.toString().split("\r\n");
        assertTrue(lines[0].startsWith("TL_ERROR(TF_DIAG) [0]0F98.0A34::01/19/2012-00:30:00.101.00000001 (SIPStack,"), lines[0]);
        assertTrue(lines[0].endsWith("(833))$$begin_record"), lines[0]);
        assertEquals("LogType: diagnostic", lines[1]);
    }

    @Test
    void aClientsMessageStandsBetweenItsPacketLines() {
        UccApiWriter client = new UccApiWriter(-5 * 3600).at("2018-10-16T07:15:02.123Z").connection("10.20.1.11:5061", "10.30.4.17:52011");
        Written written = client.message(Direction.OUT, request);
        String[] lines = client.toString().split("\r\n");
        int size = request.toBytes().length;
        assertEquals("10/16/2018|02:15:02.123 1F68:C14 INFO  :: Sending Packet - 10.20.1.11:5061 (From Local Address: 10.30.4.17:52011) " + size
                + " bytes:", lines[0]);
        assertEquals("10/16/2018|02:15:02.123 1F68:C14 INFO  :: REGISTER sip:contoso.com SIP/2.0", lines[1]);
        assertTrue(lines[lines.length - 1].contains("INFO  :: End of Sending Packet - 10.20.1.11:5061"));
        assertEquals(client.toBytes().length, written.length());
        client.line("ERROR", "SECURE_SOCKET: negotiation failed: 80090325");
        assertTrue(client.toString().endsWith("ERROR :: SECURE_SOCKET: negotiation failed: 80090325\r\n"));
    }
}
