package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cli.SampleOnDisk.Sample;

/** JSON as CLI.md gives it, to the letter: keys and their order, times, hex, units. */
@ExtendWith(SampleOnDisk.class)
class JsonShapeTest {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
    private static final Set<String> TIMES = Set.of("time", "start", "end", "first", "last", "notBefore", "notAfter");
    private static final String EVIDENCE = "source offset length record";

    private static void assertKeys(String keys, @Nullable Object object) {
        assertEquals(List.of(keys.split(" ")), List.copyOf(((Map<?, ?>) Objects.requireNonNull(object)).keySet()));
    }

    private static List<?> list(Map<?, ?> object, String key) {
        return (List<?>) Objects.requireNonNull(object.get(key), key);
    }

    /** Every object under {@code key} in any of {@code objects}. */
    private static List<Object> under(String key, List<? extends Map<?, ?>> objects) {
        List<Object> all = new ArrayList<>();
        objects.forEach(object -> all.addAll(list(object, key)));
        assertFalse(all.isEmpty(), () -> "the sample has no " + key);
        return all;
    }

    private static void assertTimes(List<? extends Map<?, ?>> objects) {
        objects.forEach(object -> object.forEach((key, value) -> {
            if (TIMES.contains(key) && value != null) {
                assertTrue(TIME.matcher((String) value).matches(), () -> key + " " + value);
            }
        }));
    }

    @Test
    void aSourceHasItsKeysInOrder(Sample sample) {
        var sources = Answer.to("sources", sample.caseFolder(), "--json").json();
        sources.forEach(source -> assertKeys("source format status sha256 bytes records recovered hosts first last clocks gaps damage duplicates", source));
        assertTimes(sources);
        under("clocks", sources).forEach(clock -> assertKeys("host offsetSeconds skewSeconds uncertaintySeconds basis", clock));
    }

    @Test
    void damageAndGapsHaveTheirKeysInOrder(Sample sample, @TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(sample.source("FE01/System.evtx"));
        Path cut = Files.write(folder.resolve("System.evtx"), Arrays.copyOf(whole, whole.length / 4));
        var sources = Answer.to("sources", cut, "--json").json();
        under("damage", sources).forEach(damage -> assertKeys("offset length kind detail", damage));
        assertEquals("partial", sources.getFirst().get("status"));
    }

    @Test
    void aRecordHasItsKeysInOrder(Sample sample) {
        var records = Answer.to("search", sample.caseFolder(), "status:401 OR eventId:36887", "--limit", 50, "--json").json();
        records.forEach(record -> assertKeys("id case time source offset length host component level process thread kind text fields", record));
        assertTimes(records);
        records.forEach(record -> assertEquals("sample", record.get("case")));
    }

    @Test
    void fieldsOfARecordAreThoseThatApplyAndNumbersAreNumbers(Sample sample) {
        var event = Answer.to("search", sample.caseFolder(), "eventId:36887", "--limit", 1, "--json").json().getFirst();
        Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(event.get("fields"));
        assertEquals(new BigDecimal(36887), fields.get("eventId"));
        assertEquals(new BigDecimal(46), fields.get("alert"));
        assertEquals("Schannel", fields.get("provider"));
        assertFalse(fields.containsValue(null));
        assertFalse(fields.containsKey("status"));
    }

    @Test
    void aSignInHasItsKeysInOrder(Sample sample) {
        var signIns = Answer.to("signins", sample.caseFolder(), "--all", "--json").json();
        signIns.forEach(signIn -> assertKeys("id kind user endpointId callIds device clientAddress hosts scheme start end outcome phase challenges status"
                + " diagnosticId reason hresult certificates steps messages related versions", signIn));
        assertTimes(signIns);
        under("steps", signIns).forEach(step -> assertKeys("phase time result evidence", step));
        under("messages", signIns).forEach(message -> assertKeys(EVIDENCE, message));
        under("related", signIns).forEach(related -> assertKeys("kind relation confidence deltaSeconds evidence grounds", related));
    }

    @Test
    void aWindowsFailureHasItsKeysInOrder(Sample sample) {
        var failures = Answer.to("windows-failures", sample.caseFolder(), "--json").json();
        failures.forEach(failure -> assertKeys("kind provider eventId time host processName meaning alert errorState hresult trustErrors subject thumbprints"
                + " target taskId chainRef evidence", failure));
        assertTimes(failures);
        failures.forEach(failure -> assertKeys(EVIDENCE, failure.get("evidence")));
        failures.stream().map(failure -> failure.get("hresult")).filter(java.util.Objects::nonNull)
                .forEach(hresult -> assertTrue(((String) hresult).matches("0x[0-9a-f]{8}"), () -> String.valueOf(hresult)));
    }

    @Test
    void aFindingHasItsKeysInOrder(Sample sample) {
        var findings = Answer.to("findings", sample.caseFolder(), "--all", "--json").json();
        findings.forEach(finding -> assertKeys("id rule severity title summary explanation remedy captureAdvice confidence subjects signins explainedBy needs"
                + " evidence evidenceCount against connections", finding));
        under("evidence", findings).forEach(evidence -> assertKeys(EVIDENCE, evidence));
    }

    @Test
    void aCertificateHasItsKeysInOrder(Sample sample) {
        var certificates = Answer.to("certificates", sample.caseFolder(), "--json").json();
        certificates.forEach(certificate -> assertKeys("sha1 sha256 origin subject issuer serial notBefore notAfter signatureAlgorithm signatureHash"
                + " keyAlgorithm keyBits curve subjectAltNames keyUsage extendedKeyUsage isCa pathLength subjectKeyId authorityKeyId crlUrls ocspUrls"
                + " issuerUrls extensions problems seen seenCount lints", certificate));
        assertTimes(certificates);
        under("extensions", certificates).forEach(extension -> assertKeys("oid name critical text", extension));
        under("lints", certificates).forEach(lint -> assertKeys("id level text", lint));
        certificates.forEach(certificate -> assertTrue(((String) Objects.requireNonNull(certificate.get("sha1"))).matches("[0-9a-f]{40}")));
    }

    @Test
    void countsAndBucketsHaveTheirKeysInOrder(Sample sample) {
        assertKeys("count", Answer.to("search", sample.caseFolder(), "", "--count", "--json").json().getFirst());
        var buckets = Answer.to("histogram", sample.caseFolder(), "", "--buckets", 4, "--json").json();
        buckets.forEach(bucket -> assertKeys("from to value count", bucket));
        buckets.forEach(bucket -> assertTrue(TIME.matcher((String) Objects.requireNonNull(bucket.get("from"))).matches()));
    }

    @Test
    void formatsAndRulesBeginWithIdNameAndBundle() {
        Answer.to("formats", "--json").json().forEach(format -> assertEquals(List.of("id", "name", "bundle"), List.copyOf(format.keySet()).subList(0, 3)));
        Answer.to("rules", "--json").json().forEach(rule -> assertEquals(List.of("id", "name", "bundle"), List.copyOf(rule.keySet()).subList(0, 3)));
    }

    @Test
    void listsOfEvidenceAreCutAndTheTrueNumberStaysBeside(Sample sample) {
        var whole = Answer.to("findings", sample.caseFolder(), "--json").json().getFirst();
        var cut = Answer.to("findings", sample.caseFolder(), "--json", "--evidence", 2).json().getFirst();
        assertEquals(2, list(cut, "evidence").size());
        assertEquals(whole.get("evidenceCount"), cut.get("evidenceCount"));
        Answer.to("certificates", sample.caseFolder(), "--json", "--evidence", 1).json()
                .forEach(certificate -> assertTrue(list(certificate, "seen").size() <= 1));
    }

    @Test
    void idsAreTheSameInACaseOfTheSameSources(Sample sample) {
        Path client = sample.source("ROOM-ORION/Lync-UccApi-0.UccApilog");
        var alone = Answer.to("search", client, "", "--limit", 3, "--json").values("id");
        var inCase = Answer.to("search", sample.caseFolder(), "source:*UccApilog AND host:ROOM-ORION", "--limit", 3, "--json").values("id");
        assertEquals(alone, inCase);
    }
}
