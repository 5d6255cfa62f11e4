package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.traceweave.model.UtcTime;

class EvtxWriterTest {

    private static final long START = UtcTime.parse("2018-10-16T07:15:02.1234567Z");

    private static WindowsEvent schannel(int i) {
        return WindowsEvent.of("Schannel", 36887).guid("{1F678132-5938-4686-9FDC-C8FF68F15C85}").level(2).user("S-1-5-18")
                .data("AlertDesc", EventValue.u32(46)).data("Note", "number " + i).at(START + i * 1_000_000_000L);
    }

    private static WindowsEvent capi2() {
        EventElement root = new EventElement("CertGetCertificateChainStart");
        root.child("EventAuxInfo").attribute("ProcessName", "Setup.exe");
        root.child("CorrelationAuxInfo").attribute("TaskId", "{1CB1FE4B-D685-48FC-A3FA-42893E4C1717}").attribute("SeqNumber", "2");
        return WindowsEvent.of("Microsoft-Windows-CAPI2", 10).guid("{5bbca4a8-b209-48dc-a8c7-b23d3e5216fb}")
                .channel("Microsoft-Windows-CAPI2/Operational").task(11, 1).keywords(0x4000000000000003L)
                .user("S-1-5-21-1223297778-3299746493-1462173606-500").userData(root).at(START);
    }

    @Test
    void everyRecordOfALongLogCanBeWalkedWithSoundChecksums() {
        List<WindowsEvent> events = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            events.add(i % 7 == 0 ? capi2() : schannel(i));
        }
        byte[] log = EvtxWriter.toBytes(events);
        ByteBuffer file = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, (log.length - 4096) % 65_536);
        assertEquals(2001, file.getLong(24));
        assertEquals(crc(log, 0, 120), file.getInt(124));
        long expected = 1;
        for (int at = 4096; at < log.length; at += 65_536) {
            ByteBuffer chunk = ByteBuffer.wrap(Arrays.copyOfRange(log, at, at + 65_536)).order(ByteOrder.LITTLE_ENDIAN);
            int free = chunk.getInt(48);
            assertEquals(crc(chunk.array(), 512, free - 512), chunk.getInt(52));
            byte[] header = Arrays.copyOf(chunk.array(), 120 + 384);
            System.arraycopy(chunk.array(), 128, header, 120, 384);
            assertEquals(crc(header, 0, header.length), chunk.getInt(124));
            for (int record = 512; record < free; record += chunk.getInt(record + 4)) {
                int size = chunk.getInt(record + 4);
                assertEquals(0x2A2A, chunk.getInt(record));
                assertEquals(0, size % 8);
                assertEquals(size, chunk.getInt(record + size - 4));
                assertEquals(expected++, chunk.getLong(record + 8));
            }
        }
        assertEquals(2001, expected);
    }

    @Test
    void everyNameIsFoundThroughItsBucket() {
        byte[] log = EvtxWriter.toBytes(List.of(capi2(), schannel(1)));
        ByteBuffer chunk = ByteBuffer.wrap(Arrays.copyOfRange(log, 4096, 4096 + 65_536)).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        for (int bucket = 0; bucket < 64; bucket++) {
            for (int name = chunk.getInt(128 + 4 * bucket); name != 0; name = chunk.getInt(name)) {
                assertEquals(bucket, (chunk.getShort(name + 4) & 0xFFFF) % 64);
                int length = chunk.getShort(name + 6);
                names.add(new String(chunk.array(), name + 8, 2 * length, StandardCharsets.UTF_16LE));
            }
        }
        assertTrue(names.containsAll(List.of("Event", "System", "UserData", "EventData", "EventAuxInfo", "SeqNumber", "Data")));
    }

    @Test
    void anEventThatDoesNotFitStartsTheNextChunk() {
        String large = "x".repeat(20_000);
        List<WindowsEvent> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(WindowsEvent.of("Test", 1).data("Text", large).at(START));
        }
        byte[] log = EvtxWriter.toBytes(events);
        assertEquals(4096 + 3 * 65_536, log.length);
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
