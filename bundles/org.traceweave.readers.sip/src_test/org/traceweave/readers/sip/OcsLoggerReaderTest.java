package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;

class OcsLoggerReaderTest {

    private static final String RECORD = Traces.REGISTER.replace("[POOL01\\FE01]", "[1]").replace(" [2003888400] $$begin", "$$begin")
            .replace("Trace-Correlation-Id", "LogType: protocol\r\nTrace-Correlation-Id");

    private final OcsLoggerReader reader = new OcsLoggerReader();

    @Test
    void theOldFormIsReadWithItsCorrelationFromTheBlock() throws IOException {
        Collected.Found found = Collected.of(reader, MemoryBytes.of(RECORD)).records.getFirst();
        assertEquals(RecordKind.SIP, found.kind());
        assertEquals("2003888400", found.field(RecordField.CORRELATION));
        assertEquals("room.oslo@contoso.com", found.field(RecordField.USER));
        assertEquals("null", found.host());
    }

    @ParameterizedTest
    @CsvSource({"FE01_SIPStack.txt,FE01", "logs/SIPStack-lync-fe02.log,LYNC-FE02", "sipstack.txt,null", "SIPStack1.txt,null",
            "Trace2_2018-01-14.txt,null", "bundle.zip!/SRVLYNC7.txt,SRVLYNC7", "C:\\logs\\EDGE1.log,EDGE1",
            "ROOM-ORION/SIPStack.txt,ROOM-ORION", "case-1/sip.txt,null",
            "ROOM-ORION/Lync-UccApi-0.UccApilog,ROOM-ORION"})
    void theHostIsTheOneTheFilesNameGives(String name, String host) throws IOException {
        MemoryBytes bytes = new MemoryBytes(name, RECORD.getBytes(StandardCharsets.UTF_8));
        assertEquals(host, Collected.of(reader, bytes).records.getFirst().host());
    }

    @Test
    void theFormattersOwnPrefixIsReadToo() throws IOException {
        String line = "[0]06E4.0EB4::01/18/2018-05:00:43.101 [S4]CThing::Do failed\r\n";
        Collected collected = Collected.of(reader, MemoryBytes.of(line + "more\r\n" + line));
        assertEquals(2, collected.records.size());
        assertEquals("S4", collected.records.getFirst().component());
        assertEquals(0x6E4, collected.records.getFirst().process());
        assertEquals("2018-01-18T05:00:43.1010000Z", collected.records.getFirst().time());
        assertTrue(reader.confidence(ClsReaderTest.head(line)) > 90);
    }

    @Test
    void itIsSureOfItsOwnFormatOnly() {
        assertTrue(reader.confidence(ClsReaderTest.head(RECORD)) > 90);
        assertEquals(0, reader.confidence(ClsReaderTest.head(Traces.REGISTER)));
    }
}
