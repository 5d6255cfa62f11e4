package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.traceweave.readers.sip.Traces.CHALLENGE;
import static org.traceweave.readers.sip.Traces.CONNECTION;
import static org.traceweave.readers.sip.Traces.DIAGNOSTIC;
import static org.traceweave.readers.sip.Traces.PLAIN;
import static org.traceweave.readers.sip.Traces.REGISTER;
import static org.traceweave.readers.sip.Traces.WEB;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.DamageKind;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.SourceHead;

class ClsReaderTest {

    private final ClsReader reader = new ClsReader();

    private Collected read(String text) throws IOException {
        return Collected.of(reader, MemoryBytes.of(text));
    }

    @Test
    void aRequestHasTheFieldsOfItsSender() throws IOException {
        Collected.Found found = read(REGISTER).records.getFirst();
        assertEquals(Map.ofEntries(Map.entry("user", "room.oslo@contoso.com"), Map.entry("from", "room.oslo@contoso.com"),
                Map.entry("to", "room.oslo@contoso.com"), Map.entry("callId", "7c44aa10e2b94d0f"), Map.entry("cseq", "2 REGISTER"),
                Map.entry("method", "REGISTER"), Map.entry("direction", "in"), Map.entry("peer", "10.30.4.17:52011"),
                Map.entry("device", "SRS/2.0 (Skype Room System)"), Map.entry("correlation", "2003888400")), found.fields());
        assertEquals(RecordKind.SIP, found.kind());
        assertEquals("2018-01-14T11:24:35.1230000Z", found.time());
        assertEquals("FE01", found.host());
        assertEquals("SIPStack", found.component());
        assertEquals("info", found.level());
        assertEquals(0xF98, found.process());
        assertEquals(0x1B0C, found.thread());
    }

    @Test
    void anAnswerHasStatusDiagnosticAndFailureCode() throws IOException {
        Collected.Found found = read(CHALLENGE).records.getFirst();
        assertEquals(401L, found.field(RecordField.STATUS));
        assertEquals("REGISTER", found.field(RecordField.METHOD));
        assertEquals(1000L, found.field(RecordField.DIAGNOSTIC_ID));
        assertEquals("0x80090325", found.field(RecordField.HRESULT));
        assertEquals("out", found.field(RecordField.DIRECTION));
        assertEquals("room.oslo@contoso.com", found.field(RecordField.USER));
    }

    @Test
    void aDiagnosticBlockNamesTheMessageItIsAbout() throws IOException {
        Collected.Found found = read(DIAGNOSTIC).records.getFirst();
        assertEquals(RecordKind.SIP_DIAGNOSTIC, found.kind());
        assertEquals("9f11c0ffee", found.field(RecordField.CALL_ID));
        assertEquals("INVITE", found.field(RecordField.METHOD));
        assertEquals("0xc3e93d67", found.field(RecordField.HRESULT));
        assertEquals("sip.fabrikam.com:5061", found.field(RecordField.PEER));
        assertEquals("EDGE01", found.host());
        assertEquals("error", found.level());
    }

    @Test
    void aConnectionBlockNamesTheOtherSide() throws IOException {
        Collected.Found found = read(CONNECTION).records.getFirst();
        assertEquals(RecordKind.CONNECTION, found.kind());
        assertEquals("10.30.4.17:52012", found.field(RecordField.PEER));
        assertEquals("0x80072745", found.field(RecordField.HRESULT));
    }

    @Test
    void aPlainWarningKeepsItsCodeAndPointerIsPassedOver() throws IOException {
        Collected.Found found = read(PLAIN).records.getFirst();
        assertEquals(RecordKind.TRACE, found.kind());
        assertEquals(Map.of("hresult", "0x80070005", "correlation", "77"), found.fields());
    }

    @Test
    void aWebComponentsLineIsAnHttpRecord() throws IOException {
        Collected.Found found = read(WEB).records.getFirst();
        assertEquals(RecordKind.HTTP, found.kind());
        assertEquals(Map.of("user", "room.oslo@contoso.com", "method", "POST", "status", 401L, "correlation", "78"), found.fields());
    }

    @Test
    void anHttpMessageInABlockIsAnHttpRecord() throws IOException {
        String block = CHALLENGE.replace("SIP/2.0 401 Unauthorized", "HTTP/1.1 401 Unauthorized")
                .replace("Message-Body: -", "X-MS-Correlation-Id: 2147486114\r\nX-Ms-diagnostics: 28032;reason=\"The web ticket is invalid.\"\r\nMessage-Body: -");
        Collected.Found found = read(block).records.getFirst();
        assertEquals(RecordKind.HTTP, found.kind());
        assertEquals(401L, found.field(RecordField.STATUS));
        assertEquals(28032L, found.field(RecordField.DIAGNOSTIC_ID));
        assertEquals("10.30.4.17:52011", found.field(RecordField.PEER));
    }

    @Test
    void recordsCoverTheFileWithoutGaps() throws IOException {
        String text = REGISTER + CHALLENGE + DIAGNOSTIC + "\r\n" + CONNECTION + PLAIN + WEB;
        Collected collected = read(text);
        assertEquals(6, collected.records.size());
        assertEquals(List.of(), collected.damage);
        long next = 0;
        for (Collected.Found found : collected.records) {
            assertEquals(next, found.offset());
            next += found.length();
        }
        assertEquals(text.length(), next);
    }

    @Test
    void aBlockWithoutEndIsClosedByTheNextRecordAndIsDamage() throws IOException {
        String open = REGISTER.replace("$$end_record\r\n", "");
        Collected collected = read(open + PLAIN);
        assertEquals(2, collected.records.size());
        assertEquals(RecordKind.SIP, collected.records.getFirst().kind());
        assertEquals(1, collected.damage.size());
        assertEquals(DamageKind.TRUNCATED, collected.damage.getFirst().kind());
        assertEquals(0, collected.damage.getFirst().offset());
        assertEquals(open.length(), collected.damage.getFirst().length());
    }

    @Test
    void aRecordCutAtTheEndOfTheFileIsReadAsFarAsItGoes() throws IOException {
        Collected collected = read(PLAIN + REGISTER.substring(0, REGISTER.indexOf("Via:")));
        assertEquals(2, collected.records.size());
        assertEquals("7c44aa10e2b94d0f", collected.records.get(1).field(RecordField.CALL_ID));
        assertEquals(1, collected.damage.size());
    }

    @Test
    void anEndWithoutABeginningMakesABlockOfTheLinesBefore() throws IOException {
        Collected collected = read(DIAGNOSTIC.replace("$$begin_record", "Diagnostic") + PLAIN);
        assertEquals(RecordKind.SIP_DIAGNOSTIC, collected.records.getFirst().kind());
        assertEquals("9f11c0ffee", collected.records.getFirst().field(RecordField.CALL_ID));
        assertEquals(2, collected.records.size());
        assertEquals(List.of(), collected.damage);
    }

    @Test
    void aPastedTraceLineOfAnotherDayDoesNotEndTheMessage() throws IOException {
        String pasted = REGISTER.replace("Message-Body: -", "Message-Body: look at this:\r\n" + PLAIN.replace("01/14/2018", "01/09/2018") + "odd");
        Collected collected = read(pasted + PLAIN);
        assertEquals(2, collected.records.size());
        assertEquals(List.of(), collected.damage);
        assertTrue(collected.records.getFirst().text().contains("01/09/2018"));
    }

    @Test
    void aTraceLineOfAnotherDayOutsideABlockIsARecord() throws IOException {
        assertEquals(3, read(REGISTER + PLAIN.replace("01/14/2018", "01/09/2018") + PLAIN).records.size());
    }

    @Test
    void whatFollowsTheEndMarkBelongsToTheRecord() throws IOException {
        Collected collected = read(REGISTER + "stray words\r\n" + PLAIN);
        assertEquals(2, collected.records.size());
        assertTrue(collected.records.getFirst().text().endsWith("stray words"));
        assertEquals(RecordKind.SIP, collected.records.getFirst().kind());
    }

    @Test
    void wordsBeforeTheFirstRecordAreCounted() throws IOException {
        String junk = "Success Code - 0, Successful on 3 agents\r\n\r\nTracing started\r\n";
        Collected collected = read(junk + PLAIN);
        assertEquals(1, collected.records.size());
        assertEquals(junk.length(), collected.records.getFirst().offset());
        assertEquals("2 lines before the first record belong to none.", collected.damage.getFirst().detail());
        assertEquals(junk.length(), collected.damage.getFirst().length());
    }

    @Test
    void headerNamesInAnyCaseAndCompactFormsAreFound() throws IOException {
        Collected.Found found = read(REGISTER.replace("From:", "f:").replace("To:", "t:").replace("Call-ID:", "i:").replace("CSeq:", "CSEQ:"))
                .records.getFirst();
        assertEquals("room.oslo@contoso.com", found.field(RecordField.FROM));
        assertEquals("7c44aa10e2b94d0f", found.field(RecordField.CALL_ID));
        assertEquals("2 REGISTER", found.field(RecordField.CSEQ));
    }

    @Test
    void foldedHeadersAreJoined() throws IOException {
        Collected.Found found = read(REGISTER.replace("From: <", "From:\r\n <").replace("SRS/2.0 (Skype", "SRS/2.0\r\n\t (Skype")).records.getFirst();
        assertEquals("room.oslo@contoso.com", found.field(RecordField.FROM));
        assertEquals("SRS/2.0 (Skype Room System)", found.field(RecordField.DEVICE));
    }

    @Test
    void headersQuotedInABodyAreNotTheMessages() throws IOException {
        Collected.Found found = read(REGISTER.replace("Message-Body: -", "Message-Body: hello\r\nUser-Agent: other\r\nms-diagnostics: 4004;reason=x"))
                .records.getFirst();
        assertEquals(null, found.field(RecordField.DIAGNOSTIC_ID));
        assertEquals("SRS/2.0 (Skype Room System)", found.field(RecordField.DEVICE));
    }

    @Test
    void aNotificationIsAboutItsReceiver() throws IOException {
        Collected.Found found = read(REGISTER.replace("REGISTER", "BENOTIFY").replace("To: <sip:Room.Oslo", "To: <sip:Anna").replace("incoming", "outgoing"))
                .records.getFirst();
        assertEquals("anna@contoso.com", found.field(RecordField.USER));
    }

    @Test
    void aRecordOverAMegabyteHasItsFirstQuarterAsTextAndItsWholeLength() throws IOException {
        String body = "<row>x\u00e4</row>\r\n".repeat(120_000);
        String big = REGISTER.replace("Message-Body: -", "Message-Body: " + body);
        Collected collected = read(big + PLAIN);
        assertEquals(2, collected.records.size());
        Collected.Found found = collected.records.getFirst();
        assertEquals(big.getBytes(StandardCharsets.UTF_8).length, found.length());
        assertEquals(256 * 1024, found.text().getBytes(StandardCharsets.UTF_8).length, 4);
        assertEquals("7c44aa10e2b94d0f", found.field(RecordField.CALL_ID));
        assertEquals(List.of(), collected.damage);
    }

    static Stream<Charset> charsets() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void offsetsAreThoseOfTheOriginalBytes(Charset charset) throws IOException {
        String umlauts = REGISTER.replace("\"Room\"", "\"R\u00f6\u00f6m\"").replace("User-Agent: SRS", "User-Agent: SRS \u20ac\u00e5");
        String astral = charset.name().startsWith("UTF") ? umlauts.replace("SRS", "\ud83d\ude00 SRS") : umlauts;
        String text = PLAIN + astral + CHALLENGE + DIAGNOSTIC;
        for (boolean mark : new boolean[] {false, true}) {
            if (mark && !charset.name().startsWith("UTF")) {
                continue;
            }
            MemoryBytes bytes = MemoryBytes.of((mark ? "\ufeff" : "") + text, charset);
            Collected collected = Collected.of(reader, bytes);
            assertEquals(4, collected.records.size(), charset + " " + mark);
            assertEquals(List.of(), collected.damage);
            for (Collected.Found found : collected.records) {
                String original = new String(bytes.bytes(), (int) found.offset(), found.length(), charset);
                assertEquals(original.stripTrailing(), found.text());
            }
            assertTrue(((String) collected.records.get(1).field(RecordField.DEVICE)).contains("\u20ac\u00e5"));
            assertEquals(bytes.size(), collected.records.getLast().offset() + collected.records.getLast().length());
        }
    }

    @Test
    void aMarkInTheMiddleOfAnAppendedFileIsPassedOver() throws IOException {
        Collected collected = read("\ufeff" + PLAIN + "\ufeff" + PLAIN);
        assertEquals(2, collected.records.size());
        assertTrue(collected.records.get(1).text().startsWith("TL_WARN"));
        assertEquals(3 + PLAIN.length(), collected.records.get(1).offset());
    }

    @Test
    void aRecordInAnotherEncodingThanTheRestIsReadAndReported() throws IOException {
        byte[] bytes = (PLAIN + "TL_INFO(TF_COMPONENT) [P\\F]0F98.0CDC::01/14/2018-11:24:36.622 (A,B:c.cpp(1)) [1] M\u00fcller\r\n" + PLAIN)
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf8 = ("TL_INFO(TF_COMPONENT) [P\\F]0F98.0CDC::01/14/2018-11:24:36.622 (A,B:c.cpp(1)) [1] " + "\u00e5".repeat(70_000) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[utf8.length + bytes.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(bytes, 0, both, utf8.length, bytes.length);
        Collected collected = Collected.of(reader, new MemoryBytes("x", both));
        assertEquals(4, collected.records.size());
        assertTrue(collected.records.get(2).text().endsWith("M\u00fcller"));
        assertEquals(DamageKind.BAD_ENCODING, collected.damage.getFirst().kind());
    }

    @Test
    void datesWithTheDayFirstAreRecognisedFromTheFile() throws IOException {
        Collected collected = read(PLAIN.replace("01/14/2018", "02.01.2018") + PLAIN.replace("01/14/2018", "14.01.2018"));
        assertEquals("2018-01-02T11:24:36.6220000Z", collected.records.getFirst().time());
        assertEquals("2018-01-14T11:24:36.6220000Z", collected.records.get(1).time());
    }

    @Test
    void aDateWithTheYearFirstAndSevenDigitsIsRead() throws IOException {
        Collected collected = read(PLAIN.replace("01/14/2018-11:24:36.622.0003f791", "2018-01-14-11:24:36.6221234"));
        assertEquals("2018-01-14T11:24:36.6221234Z", collected.records.getFirst().time());
    }

    @Test
    void theClockIsMeasuredByTheAnswers() throws IOException {
        List<ClockSample> samples = reader.open(MemoryBytes.of(REGISTER + CHALLENGE)).clockSamples();
        assertEquals(List.of(new ClockSample("FE01", UtcTime.parse("2018-01-14T11:24:35.131Z"), UtcTime.parse("2018-01-14T11:24:35Z"),
                ClockBasis.DATE_HEADER)), samples);
    }

    @Test
    void oneRecordIsReadAgainAsItWasFound() throws IOException {
        MemoryBytes bytes = MemoryBytes.of(PLAIN + REGISTER + CHALLENGE, StandardCharsets.UTF_16LE);
        Collected all = Collected.of(reader, bytes);
        for (Collected.Found found : all.records) {
            Collected again = new Collected();
            reader.open(bytes).readAt(found.offset(), found.length(), 0, again);
            assertEquals(List.of(found), again.records);
        }
    }

    @Test
    void itIsSureOfItsOwnFormatAndOfNoOther() {
        assertTrue(reader.confidence(head(REGISTER)) > 90);
        assertEquals(0, reader.confidence(head(REGISTER.replace("[POOL01\\FE01]", "[0]"))));
        assertEquals(0, reader.confidence(head("10/12/2017|10:09:58.021 10B0:10B4 INFO  :: hello\r\n")));
        assertEquals(0, reader.confidence(head("")));
    }

    static SourceHead head(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceHead("x", bytes.length, bytes);
    }
}
