package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.EventValue;
import org.traceweave.samples.EvtxWriter;

/** The same events written as an event log and as XML, by writers that share no code with the readers. */
class SampleLogsTest {

    private static final long TIME = UtcTime.parse("2018-10-16T11:11:35.08Z");
    private static final String TASK = "{1406576A-3B74-4E29-A651-CC0C89522903}";

    private static org.traceweave.samples.WindowsEvent.Builder event(String provider, int id) {
        return org.traceweave.samples.WindowsEvent.of(provider, id).computer("fe01.contoso.local");
    }

    private static List<org.traceweave.samples.WindowsEvent> events(int count) {
        byte[] der = new byte[700];
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = 2;
        List<org.traceweave.samples.WindowsEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = TIME + i * 1_000_000L;
            events.add(switch (i % 5) {
                case 0 -> event("Schannel", 36888).level(2).data("AlertDesc", EventValue.u32(46)).data("ErrorState", EventValue.u32(1000 + i)).at(time);
                case 1 -> event("Schannel", 36884).level(2).data("Name", "sip" + i + ".contoso.com").data("certificateContext", EventValue.binary(der)).at(time);
                case 2 -> event("Microsoft-Windows-CAPI2", 11).channel("Microsoft-Windows-CAPI2/Operational")
                        .activity("{0e2a62b5-0688-42de-9ae1-a2ad54a8ce40}")
                        .userData(new org.traceweave.samples.EventElement("CertGetCertificateChain")
                                .with(new org.traceweave.samples.EventElement("CorrelationAuxInfo").attribute("TaskId", TASK).attribute("SeqNumber", "" + i))
                                .with(new org.traceweave.samples.EventElement("Result").attribute("value", "800B0109").text("not <trusted> & so on")))
                        .at(time);
                case 3 -> event("MsiInstaller", 1035).channel("Application").qualifiers(0)
                        .textsAndBinary(List.of("first Ü", "", "third \uD83D\uDD12"), new byte[] {1, 2, (byte) 0xff}).at(time);
                default -> event("Provider", 7).data("Sid", EventValue.sid("S-1-5-21-1938875136-3881193919-344594422-7152"))
                        .data("When", EventValue.fileTime(time)).data("Flag", EventValue.bool(true)).data("Wide", EventValue.u64(-1))
                        .data("Many", EventValue.texts(List.of("a", "b"))).data("Hex", EventValue.hex64(0x8010000000000000L)).at(time);
            });
        }
        return events;
    }

    @Test
    void aLogAndItsExportsGiveTheSameRecords() throws IOException {
        List<org.traceweave.samples.WindowsEvent> events = events(600);
        Reading log = Reading.of(new EvtxReader(), Corpus.bytes(EvtxWriter.toBytes(events)), 1 << 20);
        assertEquals(List.of(), log.damage);
        assertEquals(600, log.inOrder().size());
        assertEquals(600, log.records.size());
        for (String xml : List.of(org.traceweave.samples.EventXmlWriter.eventViewer(events), org.traceweave.samples.EventXmlWriter.wevtutil(events))) {
            Reading export = Reading.of(new EventXmlReader(), Corpus.bytes(xml.getBytes(StandardCharsets.UTF_8)), 10_000);
            assertEquals(List.of(), export.damage);
            assertEquals(600, export.records.size());
            for (int i = 0; i < 600; i++) {
                Reading.Kept expected = log.records.get(i);
                Reading.Kept found = export.records.get(i);
                assertEquals(expected.time(), found.time());
                assertEquals(expected.marks(), found.marks());
                assertEquals(without(expected.fields()), without(found.fields()));
                assertEquals(data(expected), data(found));
            }
        }
    }

    @Test
    void aRecordTellsWhatItsEventTells() throws IOException {
        Reading log = Reading.of(new EvtxReader(), Corpus.bytes(EvtxWriter.toBytes(41, events(5))), 1 << 20);
        Reading.Kept alert = log.records.get(0);
        assertEquals(TIME, alert.time());
        assertEquals("FE01", alert.host().orElseThrow());
        assertEquals(41, alert.sequence());
        assertTrue(alert.has("alert", 46));
        assertEquals(1 << CertificateMark.DER.ordinal(), log.records.get(1).marks());
        assertTrue(log.records.get(2).has("taskId", TASK) && log.records.get(2).has("hresult", "0x800b0109")
                && log.records.get(2).has("correlation", "{0e2a62b5-0688-42de-9ae1-a2ad54a8ce40}"), log.records.get(2).fields()::toString);
        assertTrue(log.records.get(3).text().endsWith("Data: first Ü\n Data\n Data: third \uD83D\uDD12\n Binary: 0102FF"), log.records.get(3).text());
        assertTrue(log.records.get(4).text().contains("Wide: 18446744073709551615\n Many: a\n Many: b\n Hex: 0x8010000000000000"), log.records.get(4).text());
    }

    @Test
    void aRecordStandsWhereTheWriterSaysItWrote() throws IOException {
        List<org.traceweave.samples.WindowsEvent> events = events(200);
        java.nio.file.Path file = java.nio.file.Files.createTempFile("log", ".evtx");
        List<Long> offsets = new ArrayList<>();
        try (EvtxWriter writer = new EvtxWriter(file)) {
            for (org.traceweave.samples.WindowsEvent event : events) {
                offsets.add(writer.write(event).offset());
            }
        }
        try (var bytes = Corpus.open(file)) {
            assertEquals(offsets, Reading.of(new EvtxReader(), bytes, 1).records.stream().map(Reading.Kept::offset).toList());
        }
        java.nio.file.Files.delete(file);
    }

    /** A record's number is written by the log alone, and the case of GUIDs is left to each form. */
    private static List<String> without(List<String> fields) {
        return fields.stream().filter(field -> !field.startsWith("recordId=")).map(field -> field.toLowerCase(Locale.ROOT)).toList();
    }

    private static String data(Reading.Kept record) {
        String text = record.text().toLowerCase(Locale.ROOT);
        int data = Math.max(text.indexOf("\neventdata"), text.indexOf("\nuserdata"));
        int end = text.indexOf("\nrenderinginfo");
        // The writer of XML writes the first item of an array alone.
        return text.substring(data, end < 0 ? text.length() : end).replace("\n many: b", "").strip();
    }
}
