package org.traceweave.readers.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Events as tests write them down: as XML. */
final class Events {

    private Events() {
    }

    /** An event with the usual System part. */
    static String event(String provider, int id, int level, String channel, String computer, String content) {
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='" + provider
                + "' Guid='{1f678132-5938-4686-9fdc-c8ff68f15c85}'/><EventID>" + id + "</EventID><Version>0</Version><Level>" + level
                + "</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>"
                + "<TimeCreated SystemTime='2018-01-14T11:24:35.1230000Z'/><EventRecordID>2708</EventRecordID><Correlation/>"
                + "<Execution ProcessID='520' ThreadID='2864'/><Channel>" + channel + "</Channel><Computer>" + computer
                + "</Computer><Security UserID='S-1-5-18'/></System>" + content + "</Event>";
    }

    static String schannel(int id, String content) {
        return event("Schannel", id, 2, "System", "fe01.contoso.local", content);
    }

    static String capi2(int id, String content) {
        return event("Microsoft-Windows-CAPI2", id, 4, "Microsoft-Windows-CAPI2/Operational", "SRS-ROOM1", "<UserData>" + content + "</UserData>");
    }

    static String logon(int id, String content) {
        return event("Microsoft-Windows-Security-Auditing", id, 0, "Security", "dc01.contoso.local", "<EventData>" + content + "</EventData>");
    }

    static String data(String name, String value) {
        return "<Data Name='" + name + "'>" + value + "</Data>";
    }

    static WindowsEvent read(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        try {
            return WindowsEvents.read(Corpus.bytes(bytes), 0, bytes.length).orElseThrow();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Reading.Kept record(String xml) {
        try {
            Reading reading = Reading.of(new EventXmlReader(), Corpus.bytes(xml.getBytes(StandardCharsets.UTF_8)), 1 << 20);
            if (reading.records.size() != 1 || !reading.damage.isEmpty()) {
                throw new AssertionError(reading.records + " " + reading.damage);
            }
            return reading.records.get(0);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
