package org.traceweave.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/** Asks one small case in every way the query language knows; expected are the numbers of the records found. */
class QueryLanguageTest {

    @TempDir
    private static Path directory;

    private static final List<TestRecord> RECORDS = List.of(
            TestRecord.at("2018-01-14T11:24:35.123Z", 0).host("FE01").component("SIPStack").level(Level.INFO).ids(0xF98, 0x1B0C).kind(RecordKind.SIP)
                    .with(RecordField.USER, "alice@contoso.com").with(RecordField.FROM, "alice@contoso.com").with(RecordField.TO, "bob@fabrikam.com")
                    .with(RecordField.METHOD, "REGISTER").with(RecordField.DIRECTION, "in").with(RecordField.PEER, "10.0.0.9:50123")
                    .with(RecordField.CALL_ID, "017B06f397b14886bba5edf97ea206bd")
                    .text("01/14/2018-11:24:35.123.00005386 (SIPStack) $$begin_record\r\nStart-Line: REGISTER sip:contoso.com SIP/2.0\r\n"
                            + "From: <sip:Alice@Contoso.com>;tag=0b1c;epid=A1\r\nTo: <sip:bob@fabrikam.com>\r\nCall-ID: 017B06f397b14886bba5edf97ea206bd\r\n"
                            + "Contact: <sip:alice@contoso.com;opaque=user:epid:KdxdWN-u5l2yUV8n_2TNZwAA;gruu>\r\nVia: SIP/2.0/TLS 10.0.0.9:50123\r\n"
                            + "ms-diagnostics-public: 1000\r\n$$end_record"),
            TestRecord.at("2018-01-14T11:24:36Z", 1000).host("FE01").component("SIPStack").level(Level.ERROR).ids(0xF98, 0x1B10).kind(RecordKind.CONNECTION)
                    .with(RecordField.PEER, "10.0.0.9:50123").with(RecordField.HRESULT, "0x80090325")
                    .with(RecordField.TASK_ID, "{D6F1DD33-8E2A-4B8F-9C5E-7A1B2C3D4E5F}")
                    .text("Text: Outbound TLS negotiation failed\r\nPeer-IP: 10.0.0.9:50123\r\nPeer-FQDN: edge01.contoso.local\r\n"
                            + "Result-Code: 0x80090325 SEC_E_UNTRUSTED_ROOT\r\nCorrelation {D6F1DD33-8E2A-4B8F-9C5E-7A1B2C3D4E5F}"),
            TestRecord.at("2018-01-14T12:00:00Z", 2000).host("FE02").component("WebInfrastructure").level(Level.WARNING).kind(RecordKind.HTTP)
                    .with(RecordField.STATUS, 401L).with(RecordField.USER, "bob@fabrikam.com")
                    .text("POST https://fe02.contoso.local:443/CertProv/CertProvisioningService.svc answered 401 - Unauthorized: Access is denied due "
                            + "to invalid credentials. The peer's answer follows"),
            TestRecord.at("2018-01-15T08:00:00Z", 3000).host("SRS01").kind(RecordKind.WINDOWS_EVENT).level(Level.ERROR)
                    .mark(CertificateMark.EVENT90).with(RecordField.EVENT_ID, 90L).with(RecordField.PROVIDER, "Microsoft-Windows-CAPI2")
                    .with(RecordField.SUBJECT, "CN=fe01.contoso.local, O=Contoso").with(RecordField.SUBJECT, "CN=Contoso Root")
                    .text("<ChainElement><TrustStatus><ErrorStatus value=\"20\" CERT_TRUST_HAS_WEAK_SIGNATURE=\"true\"/></TrustStatus> "
                            + "fe80::1:2ff:fe3c signature 80090325 fileRef=\"0563B8630D62D75ABBC8AB1E4BDFB5A899B24D43.cer\""),
            new TestRecord(4000).host("SRS01").text("Ünïcode Straße, kein Zeitstempel, C:\\Windows\\System32\\lsass.exe").with(RecordField.STATUS, 200L));

    private static RecordIndex index;
    private static IndexSnapshot snapshot;

    @BeforeAll
    static void indexRecords() throws IOException {
        index = RecordIndex.openForWriting(directory, RecordField.STANDARD, QueryLanguageTest::text);
        for (TestRecord record : RECORDS) {
            index.add(record.offset() < 3000 ? 1 : 2, record);
        }
        index.commit(Map.of());
        index.refresh();
        snapshot = index.snapshot();
    }

    @AfterAll
    static void close() throws IOException {
        snapshot.close();
        index.close();
    }

    private static String text(int source, long offset, int length) {
        TestRecord record = RECORDS.get((int) (offset / 1000));
        return new String(record.text(), StandardCharsets.UTF_8);
    }

    private static String found(String query) throws Exception {
        List<String> found = new ArrayList<>();
        SourceNames names = name -> name.equals("bundle.zip!/System.evtx") ? List.of(2) : List.of();
        snapshot.scan(snapshot.parse(query, names), record -> found.add(Long.toString(record.offset() / 1000)));
        found.sort(null);
        return String.join(" ", found);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiterString = "->", emptyValue = "", nullValues = "nothing", quoteCharacter = '`', value = {
        "`` -> 0 1 2 3 4",
        "alice@contoso.com -> 0", "ALICE@contoso.COM -> 0", "sip:alice@contoso.com -> 0", "<sip:alice@contoso.com>; -> 0", "alice@contoso.com, -> 0",
        "alice -> 0", "contoso.com -> 0", "contoso -> 0 1 2", "lice@contoso.com -> nothing",
        "edge01.contoso.local -> 1", "contoso.local -> 1 2", "edge01 -> 1", "fe02.contoso.local:443 -> 2",
        "10.0.0.9:50123 -> 0 1", "10.0.0.9 -> 0 1", "50123 -> 0 1", "0.0.9 -> nothing", "fe80::1:2ff:fe3c -> 3",
        "{d6f1dd33-8e2a-4b8f-9c5e-7a1b2c3d4e5f} -> 1", "D6F1DD33-8E2A-4B8F-9C5E-7A1B2C3D4E5F -> 1", "d6f1dd33 -> 1", "7A1B2C3D4E5F -> 1", "\"correlation d6f1dd33-8e2a-4b8f-9c5e-7a1b2c3d4e5f\" -> 1",
        "0x80090325 -> 1 3", "80090325 -> 1 3", "SEC_E_UNTRUSTED_ROOT -> 1", "untrusted -> 1", "HAS_WEAK_SIGNATURE -> 3", "UNTRUSTED_ROOT -> 1",
        "017B06F397B14886BBA5EDF97EA206BD -> 0", "0563b8630d62d75abbc8ab1e4bdfb5a899b24d43 -> 3",
        "0563b8630d62d75abbc8ab1e4bdfb5a899b24d4* -> 3", "ms-diagnostics-public -> 0", "ms-diagnostics -> 0", "diagnostics -> 0", "Call-ID -> 0",
        "https://fe02.contoso.local:443/CertProv/CertProvisioningService.svc -> 2", "/CertProv/ -> 2", "https://fe02.contoso.local:443/CertProv?a=1 -> nothing", "https://fe02.contoso.local?443/CertProv -> 2", "/CertProv/CertProvisioningService.svc -> 2",
        "C:\\Windows\\System32\\lsass.exe -> 4", "lsass.exe -> 4", "straße -> 4", "ÜNÏCODE -> 4",
        "\"access is denied\" -> 2", "\"denied access\" -> nothing", "\"access denied\" -> nothing", "\"access denied\"~1 -> 2",
        "\"From sip alice\" -> 0", "\"sip:alice@contoso.com;opaque=user\" -> 0", "\"TLS negotiation failed\" -> 1",
        "cert* -> 2 3", "*ertprov* -> 2", "*@contoso.com -> 0", "edge??.contoso.* -> 1", "SEC_E_* -> 1", "ms-diag* -> 0", "10.0.0.* -> 0 1", "0x8009* -> 1 3",
        "d6f1dd33-8e2a-* -> 1", "/[a-z]+@fabrikam\\.com/ -> 0", "/SEC_E_.*ROOT/ -> 1", "negotation~ -> 1", "credentiols~1 -> 2",
        "'ntoso.local:443/CertP' -> 2", "'ROVisioningService' -> 2", "'peer\\'s answer' -> 2", "'5.123.0000' -> 0", "'$$begin' -> 0", "'no such text' -> nothing",
        "'; ' -> nothing", "'is denied due to' -> 2",
        "alice bob -> 0", "alice OR lsass -> 0 4", "contoso AND NOT alice -> 1 2", "contoso -alice -> 1 2", "contoso !alice -> 1 2", "NOT contoso -> 3 4",
        "+contoso +alice -> 0", "alice || edge01 && lsass -> 0", "(alice OR edge01) AND tls -> 0 1", "contoso - alice -> 0",
        "level:error -> 1 3", "level:ERROR host:fe01 -> 1", "host:FE01 -> 0 1", "host:fe01.contoso.local -> 0 1", "component:sipstack -> 0 1",
        "kind:sip -> 0", "kind:windows-event -> 3", "process:3992 -> 0 1", "process:0xF98 thread:6924 -> 0",
        "status:401 -> 2", "status:4xx -> 2", "status:[200 TO 401] -> 2 4", "status:[200 TO 401} -> 4", "status:>=300 -> 2", "status:<401 -> 4", "status:* -> 2 4",
        "status:(200 OR 401) -> 2 4", "eventid:90 -> 3", "EventId:90 -> 3",
        "user:alice@contoso.com -> 0", "user:sip:alice@contoso.com -> 0", "user:alice -> 0", "user:(alice bob) -> nothing", "user:(alice OR bob) -> 0 2",
        "from:alice to:bob direction:in -> 0", "direction:none -> 1 2 3 4", "direction:none kind:http -> 2", "-direction:none -> 0",
        "peer:10.0.0.9:50123 -> 0 1", "peer:10.0.0.9 -> 0 1", "peer:10.0.* -> 0 1", "hresult:0x80090325 -> 1", "hresult:80090325 -> 1",
        "callid:017b06f397b14886bba5edf97ea206bd -> 0", "callid:017b06* -> 0", "callid:/017B06F.*BD/ -> 0", "callid:[017a TO 017c] -> 0",
        "taskid:d6f1dd33-8e2a-4b8f-9c5e-7a1b2c3d4e5f -> 1", "taskid:{D6F1DD33-8E2A-4B8F-9C5E-7A1B2C3D4E5F} -> 1", "peer:10.0.0.9* -> 0 1", "subject:\"cn=contoso root\" -> 3", "subject:*root* -> 3", "provider:microsoft-windows-capi2 -> 3",
        "marks:event90 -> 3", "source:1 -> 0 1 2", "source:bundle.zip!/System.evtx -> 3 4", "source:\"bundle.zip!/System.evtx\" level:error -> 3",
        "time:2018-01-14 -> 0 1 2", "time:2018-01-14T11:24 -> 0 1", "time:2018-01-14T11:24:35.123Z -> 0", "time:[2018-01-14T11:00 TO 2018-01-14T11:30] -> 0 1",
        "time:[2018-01-14T11:00 TO 2018-01-14T12:00] -> 0 1 2", "time:[2018-01-14T11:00 TO 2018-01-14T12:00} -> 0 1", "time:>=2018-01-15 -> 3",
        "time:>2018-01-14 -> 3", "time:<2018-01-14T12:00 -> 0 1", "time:[* TO 2018-01-14] -> 0 1 2", "time:[2018-01-14T13:00+01:00 TO *] -> 2 3", "NOT time:* -> 4",
        "urn:uuid:d6f1dd33-8e2a-4b8f-9c5e-7a1b2c3d4e5f -> nothing", "epid:KdxdWN-u5l2yUV8n_2TNZwAA -> 0", "text:alice -> 0", "alice^2 -> 0",
        "[POOL01\\FE01] -> nothing", "AND -> error", "-- -> error"
    })
    void finds(String query, String numbers) throws Exception {
        if ("error".equals(numbers)) {
            assertThrows(QuerySyntaxException.class, () -> found(query));
        } else {
            assertEquals(numbers == null ? "" : numbers, found(query));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = "->", quoteCharacter = '`', value = {
        "\"abc -> The quote \" at position 1 is not closed.",
        "alice 'abc -> The quote ' at position 7 is not closed.",
        "(alice -> The parenthesis at position 1 is not closed.",
        "alice) -> The parenthesis at position 6 closes nothing.",
        "alice () -> There is nothing in the parentheses at position 7.",
        "OR alice -> OR at position 1 has nothing before it.",
        "alice AND -> AND at position 7 has nothing after it.",
        "alice AND OR bob -> AND at position 7 is followed by another operator.",
        "status:abc -> The field status has numbers, and \"abc\" at position 8 is none.",
        "status: -> The field status at position 1 has no value.",
        "status:[1 2] -> The range at position 8 needs the form [from TO to].",
        "status:[1 TO 2 -> The range that begins at position 8 is not closed with ] or }.",
        "time:yesterday -> \"yesterday\" at position 6 is no time; times have the form 2018-01-14T11:24:35, or less of it.",
        "statsu:401 -> There is no field \"statsu\" (position 1); did you mean \"status\"? To look for it as text, put it in double quotes.",
        "foo:[1 TO 2] -> There is no field \"foo\" (position 1). To look for it as text, put it in double quotes.",
        "source:nowhere.log -> There is no source \"nowhere.log\" (position 8).",
        "\"...\" -> There is no word in the quotes at position 1; text in single quotes is looked for sign by sign.",
        "status:'4' -> The field status takes no text in single quotes (position 8)."
    })
    void saysWhatIsWrongAndWhere(String query, String message) {
        assertEquals(message, assertThrows(QuerySyntaxException.class, () -> found(query)).getMessage());
    }

    @Test
    void endlessQueriesAreRefused() {
        String message = assertThrows(QuerySyntaxException.class, () -> found("word ".repeat(2000))).getMessage();
        assertEquals("There are more than 300 things to look for; the next is at position 1501.", message);
        assertThrows(QuerySyntaxException.class, () -> found("(".repeat(5000) + "word" + ")".repeat(5000)));
    }

    @Test
    void wildcardsThatMeanThousandsOfTermsFindThemAll(@TempDir Path other) throws Exception {
        try (RecordIndex many = RecordIndex.openForWriting(other, RecordField.STANDARD, QueryLanguageTest::text)) {
            for (int i = 0; i < 3000; i++) {
                many.add(i % 600 * 2, new TestRecord(i).text("ms-diag" + i + " user" + i + "@contoso.com"));
            }
            many.refresh();
            try (IndexSnapshot all = many.snapshot()) {
                assertEquals(3000, all.count(all.parse("ms-diag*")));
                assertEquals(3000, all.count(all.parse("user*@contoso.com")));
                assertEquals(1000, all.count(all.parse("ms-diag2???")));
                assertEquals(3000, all.count(RecordQuery.source(java.util.stream.IntStream.range(0, 600).map(i -> 2 * i).toArray())));
                assertEquals(10, all.count(RecordQuery.source(0, 2)));
            }
        }
    }

    @Test
    void queriesMadeByProgramsFindTheSame() throws Exception {
        assertEquals(1, snapshot.count(RecordQuery.keyword(RecordField.USER, "ALICE@contoso.com")));
        assertEquals(2, snapshot.count(RecordQuery.keyword(RecordField.USER, "alice@contoso.com", "bob@fabrikam.com")));
        assertEquals(2, snapshot.count(RecordQuery.number(RecordField.STATUS, 200, 401)));
        assertEquals(1, snapshot.count(RecordQuery.numbers(RecordField.STATUS, 400, 499)));
        assertEquals(2, snapshot.count(RecordQuery.source(2)));
        assertEquals(1, snapshot.count(RecordQuery.marked(1 << CertificateMark.EVENT90.ordinal())));
        assertEquals(2, snapshot.count(RecordQuery.kind(RecordKind.SIP, RecordKind.HTTP)));
        assertEquals(3, snapshot.count(RecordQuery.host("FE01").not()));
        assertEquals(1, snapshot.count(RecordQuery.phrase("TLS negotiation").and(RecordQuery.exists(RecordField.HRESULT))));
        assertEquals(5, snapshot.count(RecordQuery.none().or(RecordQuery.all())));
        TimeRange day = new TimeRange(UtcTime.parse("2018-01-14T00:00:00Z"), UtcTime.parse("2018-01-14T12:00:00Z"));
        assertEquals(2, snapshot.count(RecordQuery.all().within(day)));
    }
}
