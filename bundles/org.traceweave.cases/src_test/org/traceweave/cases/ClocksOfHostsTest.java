package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.traceweave.cases.CaseRecords.imported;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;

/** Messages that two hosts logged tell how far their clocks differ. */
class ClocksOfHostsTest {

    private static final LocalDateTime START = LocalDateTime.of(2018, 10, 16, 11, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy-HH:mm:ss.SSS", Locale.ROOT);

    @TempDir
    Path folder;

    private final StringBuilder text = new StringBuilder();
    private int sequence;

    private void message(String host, int millis, boolean out, String startLine, int call) {
        text.append("TL_INFO(TF_PROTOCOL) [POOL01\\").append(host).append("]0B60.0ADC::").append(TIME.format(START.plusNanos(millis * 1_000_000L)))
                .append(String.format(Locale.ROOT, ".%08x", ++sequence))
                .append(" (SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265)) [77] $$begin_record\r\n")
                .append("Trace-Correlation-Id: 77\r\nInstance-Id: 000001\r\nDirection: ").append(out ? "outgoing" : "incoming")
                .append(";source=\"local\"\r\nPeer: 10.0.0.1:5061\r\nMessage-Type: ")
                .append(startLine.startsWith("SIP") ? "response" : "request").append("\r\nStart-Line: ").append(startLine)
                .append("\r\nFrom: <sip:a@contoso.com>;tag=1\r\nTo: <sip:b@contoso.com>\r\nCall-ID: call").append(call)
                .append("\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\nMessage-Body: -\r\n$$end_record\r\n");
    }

    /** A request and its answer between two hosts, whose clocks are so many milliseconds ahead; each way takes 20 ms. */
    private void exchange(int call, String left, int leftAhead, String right, int rightAhead) {
        int at = call * 1000;
        message(left, at + leftAhead, true, "OPTIONS sip:b@contoso.com SIP/2.0", call);
        message(right, at + 20 + rightAhead, false, "OPTIONS sip:b@contoso.com SIP/2.0", call);
        message(right, at + 50 + rightAhead, true, "SIP/2.0 200 OK", call);
        message(left, at + 70 + leftAhead, false, "SIP/2.0 200 OK", call);
    }

    @Test
    void aHostWhoseClockDiffersFromMostIsMeasuredByTheMessagesItShares() throws IOException {
        for (int call = 0; call < 30; call++) {
            exchange(call * 2, "FE01", 0, "FE02", 120_000);
            exchange(call * 2 + 1, "FE01", 0, "FE03", 0);
        }
        Path trace = Files.writeString(folder.resolve("pool.log"), text, StandardCharsets.UTF_8);
        try (Case opened = Case.create(folder.resolve("room.case"), TestReaders.all())) {
            var source = imported(opened, trace).sources().getFirst();
            assertEquals(120.0, opened.skewSeconds("FE02"), 0.05);
            assertEquals(0, opened.skewSeconds("FE01"));
            assertEquals(0, opened.skewSeconds("FE03"));
            assertTrue(opened.skewUncertaintySeconds("FE02") < 0.1);
            assertEquals(Double.POSITIVE_INFINITY, opened.skewUncertaintySeconds("FE09"));
            Clock clock = source.clocks().get(1);
            assertEquals("FE02", clock.host());
            assertEquals(0, clock.offsetSeconds());
            assertEquals(120.0, clock.skewSeconds(), 0.05);
            assertEquals(ClockBasis.MATCHED_MESSAGES, clock.basis());
        }
        try (Case reopened = Case.openReadOnly(folder.resolve("room.case"), TestReaders.all())) {
            assertEquals(120.0, reopened.skewSeconds("FE02"), 0.05);
        }
    }
}
