package org.traceweave.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.CertificateProblem;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.Level;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.RelationGround;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.Source;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.SourceStatus;
import org.traceweave.model.TimeRange;
import org.traceweave.model.TraceRecord;
import org.traceweave.model.UtcTime;
import org.traceweave.model.VersionBasis;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

class ObjectsOfTheCommandLineTest {

    private static final long TIME = UtcTime.parse("2018-01-14T11:24:35.123Z");
    private static final String TIME_TEXT = "\"2018-01-14T11:24:35.1230000Z\"";
    private static final Evidence EVIDENCE = new Evidence("bundle.zip!/System.evtx", 4608, 1152, Optional.of("0123456789ab-1200"));
    private static final String EVIDENCE_TEXT =
            "{\"source\":\"bundle.zip!/System.evtx\",\"offset\":4608,\"length\":1152,\"record\":\"0123456789ab-1200\"}";

    private static <T> void isWrittenAndReadBack(T value, JsonForm<T> form, String text) throws IOException {
        assertEquals(text, JsonText.of(value, form));
        assertEquals(value, JsonText.parse(text, form));
    }

    @Test
    void evidenceWithoutARecordHasNull() throws IOException {
        isWrittenAndReadBack(new Evidence("fe01.log", 0, 12, Optional.empty()), EvidenceForm.FORM,
                "{\"source\":\"fe01.log\",\"offset\":0,\"length\":12,\"record\":null}");
    }

    @Test
    void aSourceHasItsClocksGapsAndDamageInTheOrderOfTheManual() throws IOException {
        Source source = new Source("fe01.log", Optional.of("cls"), SourceStatus.PARTIAL, Optional.of("ab12"), 1000, 7, 1, List.of("FE01"),
                OptionalLong.of(TIME), OptionalLong.of(TIME + 5), List.of(new Clock("FE01", -28800, -2.1, 0.004, ClockBasis.DATE_HEADER)),
                List.of(new Gap(new TimeRange(TIME, TIME + UtcTime.NANOS_PER_SECOND), GapKind.RECORD_ID, "records 4 to 9 are missing")),
                List.of(new Damage(900, 100, DamageKind.TRUNCATED, "ends early")), 2);
        assertEquals("{\"source\":\"fe01.log\",\"format\":\"cls\",\"status\":\"partial\",\"sha256\":\"ab12\",\"bytes\":1000,\"records\":7,"
                + "\"recovered\":1,\"hosts\":[\"FE01\"],\"first\":" + TIME_TEXT + ",\"last\":" + TIME_TEXT + ",\"clocks\":[{\"host\":\"FE01\","
                + "\"offsetSeconds\":-28800.0,\"skewSeconds\":-2.1,\"uncertaintySeconds\":0.004,\"basis\":\"date-header\"}],"
                + "\"gaps\":[{\"from\":" + TIME_TEXT + ",\"to\":\"2018-01-14T11:24:36.1230000Z\",\"kind\":\"record-id\","
                + "\"detail\":\"records 4 to 9 are missing\"}],\"damage\":[{\"offset\":900,\"length\":100,\"kind\":\"truncated\","
                + "\"detail\":\"ends early\"}],\"duplicates\":2}", JsonText.of(source, SourceForm.FORM));
    }

    @Test
    void aSourceNobodyCouldReadIsMostlyNull() throws IOException {
        isWrittenAndReadBack(new Source("notes.docx", Optional.empty(), SourceStatus.UNRECOGNISED, Optional.empty(), 3, 0, 0, List.of(),
                OptionalLong.empty(), OptionalLong.empty(), List.of(), List.of(), List.of(), 0), SourceForm.FORM,
                "{\"source\":\"notes.docx\",\"format\":null,\"status\":\"unrecognised\",\"sha256\":null,\"bytes\":3,\"records\":0,"
                        + "\"recovered\":0,\"hosts\":[],\"first\":null,\"last\":null,\"clocks\":[],\"gaps\":[],\"damage\":[],\"duplicates\":0}");
    }

    @Test
    void aRecordHasOnlyTheFieldsThatApply() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", "REGISTER");
        fields.put("status", 401L);
        isWrittenAndReadBack(new TraceRecord("0123456789ab-0", "room", TIME, "fe01.log", 0, 40, Optional.of("FE01"), Optional.of("SIPStack"),
                Optional.of(Level.INFO), OptionalLong.of(2912), OptionalLong.empty(), RecordKind.SIP, "a \"quoted\"\r\nline", fields),
                TraceRecordForm.FORM, "{\"id\":\"0123456789ab-0\",\"case\":\"room\",\"time\":" + TIME_TEXT + ",\"source\":\"fe01.log\","
                        + "\"offset\":0,\"length\":40,\"host\":\"FE01\",\"component\":\"SIPStack\",\"level\":\"info\",\"process\":2912,"
                        + "\"thread\":null,\"kind\":\"sip\",\"text\":\"a \\\"quoted\\\"\\r\\nline\","
                        + "\"fields\":{\"method\":\"REGISTER\",\"status\":401}}");
    }

    @Test
    void aRecordWithoutATimeHasNull() {
        assertEquals("{\"id\":\"a-0\",\"case\":\"room\",\"time\":null,\"source\":\"f\",\"offset\":0,\"length\":1,\"host\":null,"
                + "\"component\":null,\"level\":null,\"process\":null,\"thread\":null,\"kind\":\"trace\",\"text\":\"x\",\"fields\":{}}",
                JsonText.of(new TraceRecord("a-0", "room", UtcTime.UNKNOWN, "f", 0, 1, Optional.empty(), Optional.empty(),
                        Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), RecordKind.TRACE, "x", Map.of()),
                        TraceRecordForm.FORM));
    }

    @Test
    void aHistogramBucketWithoutAFieldHasANullValue() throws IOException {
        isWrittenAndReadBack(new HistogramBucket(new TimeRange(TIME, TIME + 100), Optional.empty(), 3), HistogramBucketForm.FORM,
                "{\"from\":" + TIME_TEXT + ",\"to\":\"2018-01-14T11:24:35.1230001Z\",\"value\":null,\"count\":3}");
    }

    @Test
    void aSignInTellsItsStepsMessagesAndWhatStandsBesideIt() throws IOException {
        SignIn signIn = new SignIn("s1", SignInKind.SIGN_IN, "room1@contoso.com", Optional.of("aa11"), List.of("c1", "c2"),
                Optional.of("UCCAPI/15.0 SRS"), Optional.of("10.0.0.9:50123"), List.of("FE01"), Scheme.TLS_DSK, TIME, TIME, Outcome.FAILED,
                Phase.SERVER_CERTIFICATE, 2, OptionalInt.of(401), OptionalInt.empty(), Optional.empty(), Optional.of("80090325"),
                List.of("00ff"), List.of(new SignInStep(Phase.OFFER, TIME, "offered", EVIDENCE)), List.of(EVIDENCE),
                List.of(new Related(RelatedKind.SCHANNEL, Relation.EXPLAINS, 0.9, -0.25, EVIDENCE,
                        List.of(new RelationGround(RelationJoin.CERTIFICATE, "00ff", 0.9)))),
                List.of(new SoftwareVersion(SoftwareSide.SERVER, Optional.of("FE01"), "RTC", "6.0", VersionBasis.SERVER_HEADER, EVIDENCE)));
        assertEquals("{\"id\":\"s1\",\"kind\":\"sign-in\",\"user\":\"room1@contoso.com\",\"endpointId\":\"aa11\",\"callIds\":[\"c1\",\"c2\"],"
                + "\"device\":\"UCCAPI/15.0 SRS\",\"clientAddress\":\"10.0.0.9:50123\",\"hosts\":[\"FE01\"],\"scheme\":\"tls-dsk\","
                + "\"start\":" + TIME_TEXT + ",\"end\":" + TIME_TEXT + ",\"outcome\":\"failed\",\"phase\":\"server-certificate\","
                + "\"challenges\":2,\"status\":401,\"diagnosticId\":null,\"reason\":null,\"hresult\":\"0x80090325\","
                + "\"certificates\":[\"00ff\"],\"steps\":[{\"phase\":\"offer\",\"time\":" + TIME_TEXT + ",\"result\":\"offered\","
                + "\"evidence\":" + EVIDENCE_TEXT + "}],\"messages\":[" + EVIDENCE_TEXT + "],\"related\":[{\"kind\":\"schannel\","
                + "\"relation\":\"explains\",\"confidence\":0.9,\"deltaSeconds\":-0.25,\"evidence\":" + EVIDENCE_TEXT
                + ",\"grounds\":[{\"join\":\"certificate\",\"value\":\"00ff\",\"weight\":0.9}]}],\"versions\":[{\"side\":\"server\","
                + "\"host\":\"FE01\",\"product\":\"RTC\",\"version\":\"6.0\",\"basis\":\"server-header\",\"evidence\":" + EVIDENCE_TEXT + "}]}",
                JsonText.of(signIn, SignInForm.FORM));
        SignIn read = JsonText.parse(JsonText.of(signIn, SignInForm.FORM), SignInForm.FORM);
        assertEquals(signIn.steps(), read.steps());
        assertEquals(signIn.related(), read.related());
        assertEquals(Optional.of("0x80090325"), read.hresult());
    }

    @Test
    void aWindowsFailureNamesItsTrustErrors() throws IOException {
        isWrittenAndReadBack(new WindowsFailure(WindowsFailureKind.CAPI2, "Microsoft-Windows-CAPI2", 11, TIME, Optional.of("SRS1"),
                Optional.empty(), "The chain was refused.", OptionalInt.empty(), OptionalLong.empty(), Optional.of("0x800b0109"),
                List.of("HAS_WEAK_SIGNATURE"), Optional.of("CN=fe01"), List.of("00ff"), Optional.empty(), Optional.of("t1"),
                Optional.empty(), EVIDENCE), WindowsFailureForm.FORM,
                "{\"kind\":\"capi2\",\"provider\":\"Microsoft-Windows-CAPI2\",\"eventId\":11,\"time\":" + TIME_TEXT + ",\"host\":\"SRS1\","
                        + "\"processName\":null,\"meaning\":\"The chain was refused.\",\"alert\":null,\"errorState\":null,"
                        + "\"hresult\":\"0x800b0109\",\"trustErrors\":[\"HAS_WEAK_SIGNATURE\"],\"subject\":\"CN=fe01\","
                        + "\"thumbprints\":[\"00ff\"],\"target\":null,\"taskId\":\"t1\",\"chainRef\":null,\"evidence\":" + EVIDENCE_TEXT + "}");
    }

    private static Finding finding(int pieces) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            evidence.add(new Evidence("f", i, 1, Optional.empty()));
        }
        return new Finding("f1", "chain.weak-signature", Severity.CRITICAL, "t", "s", "e", "r", "c", 0.85, List.of("room1@contoso.com"),
                List.of("s1"), Optional.empty(), List.of(), evidence, pieces, List.of(), List.of());
    }

    @Test
    void aFindingIsWrittenWhole() throws IOException {
        isWrittenAndReadBack(finding(1), FindingForm.FORM, "{\"id\":\"f1\",\"rule\":\"chain.weak-signature\",\"severity\":\"critical\","
                + "\"title\":\"t\",\"summary\":\"s\",\"explanation\":\"e\",\"remedy\":\"r\",\"captureAdvice\":\"c\",\"confidence\":0.85,"
                + "\"subjects\":[\"room1@contoso.com\"],\"signins\":[\"s1\"],\"explainedBy\":null,\"needs\":[],"
                + "\"evidence\":[{\"source\":\"f\",\"offset\":0,\"length\":1,\"record\":null}],\"evidenceCount\":1,\"against\":[],\"connections\":[]}");
    }

    @Test
    void linesCutListsOfEvidenceAndKeepTheTrueNumber() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonLines lines = new JsonLines(bytes, 2)) {
            lines.write(finding(5), FindingForm.FORM);
            lines.write(finding(0), FindingForm.FORM);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(2, text.lines().count());
        assertEquals('\n', text.charAt(text.length() - 1));
        List<Finding> read = new ArrayList<>();
        JsonLines.read(new ByteArrayInputStream(bytes.toByteArray()), FindingForm.FORM, read::add);
        assertEquals(2, read.getFirst().evidence().size());
        assertEquals(5, read.getFirst().evidenceCount());
        assertEquals(finding(0), read.getLast());
    }

    @Test
    void aCertificateKnownFromAnEventAloneIsMostlyNull() throws IOException {
        isWrittenAndReadBack(new Certificate(Optional.of("00ff"), Optional.empty(), CertificateOrigin.EVENT, Optional.of("CN=fe01"),
                Optional.empty(), Optional.empty(), OptionalLong.of(TIME), OptionalLong.empty(), Optional.of("sha1WithRSAEncryption"),
                Optional.of("SHA1"), Optional.empty(), OptionalInt.of(2048), Optional.empty(), List.of("DNS:fe01"), List.of(), List.of(),
                Optional.of(false), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
                List.of(new CertificateExtension("2.5.29.19", "basicConstraints", true, "CA:FALSE")),
                List.of(new CertificateProblem(4, "serial", "empty")), List.of(EVIDENCE), 1, List.of(new Lint("L01", LintLevel.ERROR, "x"))),
                CertificateForm.FORM, "{\"sha1\":\"00ff\",\"sha256\":null,\"origin\":\"event\",\"subject\":\"CN=fe01\",\"issuer\":null,"
                        + "\"serial\":null,\"notBefore\":" + TIME_TEXT + ",\"notAfter\":null,\"signatureAlgorithm\":\"sha1WithRSAEncryption\","
                        + "\"signatureHash\":\"SHA1\",\"keyAlgorithm\":null,\"keyBits\":2048,\"curve\":null,"
                        + "\"subjectAltNames\":[\"DNS:fe01\"],\"keyUsage\":[],\"extendedKeyUsage\":[],\"isCa\":false,\"pathLength\":null,"
                        + "\"subjectKeyId\":null,\"authorityKeyId\":null,\"crlUrls\":[],\"ocspUrls\":[],\"issuerUrls\":[],"
                        + "\"extensions\":[{\"oid\":\"2.5.29.19\",\"name\":\"basicConstraints\",\"critical\":true,\"text\":\"CA:FALSE\"}],"
                        + "\"problems\":[{\"offset\":4,\"field\":\"serial\",\"text\":\"empty\"}],\"seen\":[" + EVIDENCE_TEXT + "],"
                        + "\"seenCount\":1,\"lints\":[{\"id\":\"L01\",\"level\":\"error\",\"text\":\"x\"}]}");
    }

    @Test
    void aCountIsOneNumber() throws IOException {
        isWrittenAndReadBack(12L, CountForm.FORM, "{\"count\":12}");
    }
}
