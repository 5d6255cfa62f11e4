package org.traceweave.ui.internal.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;

class RecordSummaryTest {

    @Test
    void anAnswerIsSummedUpByItsStatusAndWhatItAnswers() {
        IndexedRecord record = record(RecordKind.SIP, Map.of(RecordField.METHOD, "REGISTER", RecordField.STATUS, 401L, RecordField.DIRECTION,
                "out", RecordField.USER, "alice@contoso.com", RecordField.FROM, "alice@contoso.com", RecordField.TO, "alice@contoso.com"));
        assertEquals("\u2192 401 Unauthorized  REGISTER", RecordSummary.of(record, "SIP/2.0 401 Unauthorized\r\nVia: x\r\n"));
    }

    @Test
    void aTraceLineIsSummedUpByWhatItSays() {
        String line = "TL_INFO(TF_COMPONENT) [POOL01\\FE03]0B60.0488::10/16/2018-11:03:47.878.00000001 "
                + "(UserServices,UserServices::CPresenceNotify::Send:presencenotify.cpp(522)) [376959544] Queued notification";
        assertEquals("Queued notification", RecordSummary.of(record(RecordKind.TRACE, Map.of()), line));
        assertEquals("Queued", RecordSummary.of(record(RecordKind.TRACE, Map.of()), "10/16/2018|06:11:49.414 1F68:C14 INFO  :: Queued"));
    }

    @Test
    void aBlockIsSummedUpByItsTextAndPeer() {
        String block = "TL_INFO(TF_CONNECTION) [POOL01\\FE03]0B60.0868::10/16/2018-11:01:16.316.00000002 "
                + "(SIPStack,SIPAdminLog::WriteConnectionEvent:SIPAdminLog.cpp(454)) [745915123] $$begin_record\n"
                + "Severity: information\nText: Connection was closed\nPeer-IP: 10.30.1.147:54787\n$$end_record";
        assertEquals("Connection was closed  Peer-IP: 10.30.1.147:54787", RecordSummary.of(record(RecordKind.CONNECTION, Map.of()), block));
    }

    @Test
    void anEventIsSummedUpByItsNumberAndItsValues() {
        IndexedRecord record = record(RecordKind.WINDOWS_EVENT, Map.of(RecordField.PROVIDER, "Schannel", RecordField.EVENT_ID, 36887L,
                RecordField.ALERT, 46L));
        assertEquals("Schannel 36887  alert 46  AlertDesc: 46",
                RecordSummary.of(record, "Schannel 36887 Error FE01\nSystem\n Level: 2\nEventData\n AlertDesc: 46\n"));
    }

    private static IndexedRecord record(RecordKind kind, Map<RecordField, Object> fields) {
        return new IndexedRecord(1, 0, 10, 0, Optional.empty(), Optional.empty(), Optional.empty(), -1, -1, kind, 0, fields);
    }
}
