package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.DamageKind;
import org.traceweave.model.Level;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;

/** Events exported as XML. */
class EventXmlReaderTest {

    private static final String ALERT = Events.schannel(36887, "<EventData><Data Name='AlertDesc'>46</Data></EventData>");

    private final EventXmlReader reader = new EventXmlReader();

    private Reading read(byte[] bytes, long target) throws IOException {
        return Reading.of(reader, Corpus.bytes(bytes), target);
    }

    private Reading read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    @Test
    void anEventHasTheFieldsOfARecord() {
        Reading.Kept record = Events.record(ALERT);
        assertEquals(UtcTime.parse("2018-01-14T11:24:35.123Z"), record.time());
        assertEquals("FE01", record.host().orElseThrow());
        assertEquals("Schannel", record.component().orElseThrow());
        assertEquals(Level.ERROR, record.level().orElseThrow());
        assertEquals(520, record.process());
        assertEquals(2864, record.thread());
        assertEquals(2708, record.sequence());
        assertTrue(record.has("eventId", 36887) && record.has("alert", 46) && record.has("channel", "System"), record.fields()::toString);
        assertTrue(record.text().startsWith("""
                Schannel 36887 Error FE01
                The remote endpoint ended the handshake with fatal TLS alert 46 (certificate_unknown).
                """), record.text());
        assertTrue(record.text().endsWith("\nEventData\n AlertDesc: 46"), record.text());
    }

    @Test
    void wevtutilWritesNoRoot() throws IOException {
        Reading reading = read(ALERT + ALERT + "\r\n" + ALERT);
        assertEquals(3, reading.records.size());
        assertEquals(List.of(), reading.damage);
        assertEquals(ALERT.length(), reading.records.get(1).offset());
        assertEquals(ALERT.length(), reading.records.get(1).length());
    }

    @Test
    void theEventViewerWritesARootAndADeclaration() throws IOException {
        Reading reading = read("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Events>" + ALERT + ALERT + "</Events>\n");
        assertEquals(2, reading.records.size());
        assertEquals(List.of(), reading.damage);
    }

    @Test
    void encodingsAreToldByMarkOrDeclaration() throws IOException {
        String named = Events.event("Schannel", 36888, 2, "Système", "fe01", "<EventData/>");
        String declared = "<?xml version=\"1.0\" encoding=\"windows-1252\"?><Events>" + named + "</Events>";
        List<byte[]> files = List.of(("\uFEFF" + named).getBytes(StandardCharsets.UTF_16LE), ("\uFEFF" + named).getBytes(StandardCharsets.UTF_16BE),
                named.getBytes(StandardCharsets.UTF_16LE), named.getBytes(StandardCharsets.UTF_8),
                declared.getBytes(Charset.forName("windows-1252")));
        for (byte[] file : files) {
            Reading reading = read(file, 1 << 20);
            assertEquals(List.of(), reading.damage);
            Reading.Kept record = reading.records.get(0);
            assertTrue(record.has("channel", "Système"), record.fields()::toString);
            assertEquals(named, new String(file, (int) record.offset(), record.length(), file.length > named.length() * 2 - 2
                    ? (file[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                    : file[1] == '?' ? Charset.forName("windows-1252") : StandardCharsets.UTF_8));
        }
    }

    @Test
    void bytesThatAreNoTextInTheEncodingAreReportedAndReadAllTheSame() throws IOException {
        Reading reading = read(Events.event("Schannel", 36888, 2, "Système", "fe01", "").getBytes(StandardCharsets.ISO_8859_1), 1 << 20);
        assertEquals(DamageKind.BAD_ENCODING, reading.damage.get(0).kind());
        assertTrue(reading.records.get(0).has("channel", "Système"));
    }

    @Test
    void renderedMessagesAreText() {
        Reading.Kept record = Events.record(Events.event("Some Provider", 7, 3, "Application", "fe01",
                "<RenderingInfo Culture='en-US'><Message>It went &lt;wrong&gt; &amp; stayed so.</Message><Level>Warning</Level></RenderingInfo>"));
        assertTrue(record.text().contains("It went <wrong> & stayed so."), record.text());
        assertEquals(Level.WARNING, record.level().orElseThrow());
    }

    @Test
    void aBrokenEventCostsOnlyItself() throws IOException {
        String torn = ALERT.substring(0, ALERT.length() / 2);
        Reading reading = read("<Events>" + ALERT + torn + ALERT + ALERT.replace("</Execution>", "") + "</Events>");
        assertEquals(3, reading.records.size());
        assertEquals(1, reading.damage.size());
        assertEquals(DamageKind.UNREADABLE, reading.damage.get(0).kind());
        assertEquals(8 + ALERT.length(), reading.damage.get(0).offset());
        assertEquals(torn.length(), reading.damage.get(0).length());
    }

    @Test
    void aFileThatEndsInsideAnEventIsTruncated() throws IOException {
        Reading reading = read(ALERT + ALERT.substring(0, 100));
        assertEquals(1, reading.records.size());
        assertEquals(DamageKind.TRUNCATED, reading.damage.get(0).kind());
        assertEquals(ALERT.length(), reading.damage.get(0).offset());
    }

    @Test
    void elementsThatAreClosedWronglyAreReported() throws IOException {
        Reading reading = read(ALERT.replace("</Channel>", "</Chanel>") + ALERT);
        assertEquals(1, reading.records.size());
        assertEquals(1, reading.damage.size());
    }

    @Test
    void textBetweenEventsIsReported() throws IOException {
        Reading reading = read(ALERT + "lost and found" + ALERT);
        assertEquals(2, reading.records.size());
        assertEquals(14, reading.damage.get(0).length());
    }

    @Test
    void documentTypesAndTheirEntitiesAreNeverRead() throws IOException {
        Reading reading = read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                + Events.schannel(36887, "<EventData><Data Name='AlertDesc'>&e;</Data></EventData>"));
        assertTrue(reading.records.get(0).text().endsWith("AlertDesc: &e;"), reading.records.get(0).text());
    }

    @Test
    void partsCutAnywhereGiveTheSameRecordsOnce() throws IOException {
        StringBuilder text = new StringBuilder("<Events>\n");
        for (int i = 0; i < 50; i++) {
            text.append(ALERT.replace("2708", Integer.toString(i))).append('\n');
        }
        byte[] utf8 = text.append("</Events>").toString().getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(utf8, utf16)) {
            List<Reading.Kept> whole = read(bytes, Long.MAX_VALUE / 4).records;
            assertEquals(50, whole.size());
            for (long target : new long[] {64, 999, 1000, 7001}) {
                Reading reading = read(bytes, target);
                assertEquals(whole, reading.records, "target " + target);
                assertEquals(List.of(), reading.damage);
            }
        }
    }

    @Test
    void aRecordIsReadAgainByItsOffset() throws IOException {
        byte[] bytes = ("\uFEFF<Events>" + ALERT + ALERT + "</Events>").getBytes(StandardCharsets.UTF_16LE);
        Reading.Kept second = read(bytes, 1 << 20).records.get(1);
        assertEquals(List.of(second), Reading.at(reader, Corpus.bytes(bytes), second.offset(), second.length()).records);
        WindowsEvent event = WindowsEvents.read(Corpus.bytes(bytes), second.offset(), second.length()).orElseThrow();
        assertEquals("46", event.value("AlertDesc").orElseThrow());
    }

    @Test
    void theSameEventReadsTheSameFromALogAndFromItsXml() throws IOException {
        for (String name : List.of("capi2-operational-win2008r2.evtx", "Security_with_size_t.evtx", "system-pyevtx.evtx",
                "MSExchange_Management_wec.evtx")) {
            List<Reading.Kept> records = new ArrayList<>();
            StringBuilder xml = new StringBuilder("<Events>");
            try (SourceBytes bytes = Corpus.open(name)) {
                for (Reading.Kept record : Reading.of(new EvtxReader(), bytes, 1 << 20).inOrder()) {
                    records.add(record);
                    xml.append(WindowsEvents.read(bytes, record.offset(), record.length()).orElseThrow().toXml());
                }
            }
            Reading again = read(xml.append("</Events>").toString());
            assertEquals(List.of(), again.damage, name);
            assertEquals(records.size(), again.records.size(), name);
            for (int i = 0; i < records.size(); i++) {
                Reading.Kept log = records.get(i);
                Reading.Kept export = again.records.get(i);
                assertEquals(log.fields(), export.fields());
                assertEquals(log.time(), export.time());
                assertEquals(log.text().replace("\r", "").strip(), export.text().replace("\r", "").strip());
            }
        }
    }

    @Test
    void theFormatIsRecognisedByItsSchema() {
        assertEquals(95, reader.confidence(new SourceHead("x.xml", 100, ALERT.getBytes(StandardCharsets.UTF_8))));
        assertEquals(95, reader.confidence(new SourceHead("x.xml", 100, ("\uFEFF" + ALERT).getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(0, reader.confidence(new SourceHead("x.xml", 100, "<html><body/></html>".getBytes(StandardCharsets.UTF_8))));
    }
}
