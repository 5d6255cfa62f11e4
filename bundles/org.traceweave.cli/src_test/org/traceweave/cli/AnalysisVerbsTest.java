package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.Case;
import org.traceweave.cli.SampleOnDisk.Sample;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.SignIn;

/** {@code signins}, {@code windows-failures}, {@code findings}, {@code certificates} and {@code show} on the sample case. */
@ExtendWith(SampleOnDisk.class)
class AnalysisVerbsTest {

    private static final int WIDTH = 110;

    /** All evidence in an answer, however deep. */
    private static void collect(@Nullable Object value, Set<String> into) {
        if (value instanceof Map<?, ?> object) {
            if (object.keySet().containsAll(List.of("source", "offset", "length", "record"))) {
                into.add(object.get("offset") + " " + object.get("length") + " " + object.get("record") + " " + object.get("source"));
            }
            object.values().forEach(each -> collect(each, into));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> collect(each, into));
        }
    }

    private static List<String> evidence(Sample sample) {
        Set<String> evidence = new TreeSet<>();
        for (String verb : List.of("signins --all", "windows-failures", "findings --all", "certificates")) {
            List<Object> arguments = new ArrayList<>(List.of(verb.split(" ")));
            arguments.add(1, sample.caseFolder());
            arguments.addAll(List.of("--json", "--evidence", 1_000_000));
            collect(Answer.to(arguments.toArray()).json(), evidence);
        }
        return List.copyOf(evidence);
    }

    @Test
    void everyEvidenceIsARecordThatBeginsThere(Sample sample) throws IOException {
        List<String> all = evidence(sample);
        assertTrue(all.size() > 500, () -> all.size() + " pieces of evidence");
        try (Case of = Case.openReadOnly(sample.caseFolder(), Engine.standard().readers())) {
            for (String each : all) {
                String[] parts = each.split(" ", 4);
                IndexedRecord record = of.find(parts[3], Long.parseLong(parts[0])).orElseThrow(() -> new AssertionError("no record at " + each));
                assertEquals(parts[1], Integer.toString(record.length()), each);
                assertEquals(parts[2], of.id(record), each);
                assertFalse(of.text(record).isBlank(), each);
            }
        }
    }

    @Test
    void oneSignInIsToldWithItsCallFlowAndWhereItPartsFromASuccess(Sample sample) {
        Object id = Answer.to("signins", sample.caseFolder(), "--outcome", "failed", "--json").json().getFirst().get("id");
        String told = Answer.to("signins", sample.caseFolder(), "--id", id).done().out();
        assertTrue(told.contains("FRONT END"), told);
        assertTrue(told.contains("ServerHello: TLS 1.2"), told);
        assertTrue(told.contains("first difference: "), told);
        assertEquals(1, Answer.to("signins", sample.caseFolder(), "--id", id, "--json").json().size());
        assertTrue(Answer.to("signins", sample.caseFolder(), "--id", "s-0").err().contains("no sign-in with the id s-0"));
    }

    @Test
    void showGivesTheTextOfEvidenceByPlaceAndById(Sample sample) {
        List<String> all = evidence(sample);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int drawn = 0; drawn < 12; drawn++) {
            String[] parts = all.get(random.nextInt(all.size())).split(" ", 4);
            String byPlace = Answer.to("show", sample.caseFolder(), "--source", parts[3], "--offset", parts[0]).done().out();
            assertFalse(byPlace.isBlank(), () -> "seed " + seed);
            assertEquals(byPlace, Answer.to("show", sample.caseFolder(), "--id", parts[2]).done().out(), () -> "seed " + seed);
        }
    }

    @Test
    void everySignInOfTheTruthIsTold(Sample sample) {
        List<Object> told = new ArrayList<>();
        Answer.to("signins", sample.caseFolder(), "--json").json().forEach(signIn -> told.add(signIn.get("user") + " " + signIn.get("outcome") + " " + signIn.get("phase")));
        List<Object> truth = new ArrayList<>();
        for (SignIn each : sample.truth().signins()) {
            truth.add(each.user() + " " + each.outcome().word() + " " + each.phase().word());
        }
        assertEquals(truth.stream().map(String::valueOf).sorted().toList(), told.stream().map(String::valueOf).sorted().toList());
    }

    @Test
    void versionsOfBothSidesAreToldOfEachAttemptAndCounted(Sample sample) {
        List<Map<String, Object>> signIns = Answer.to("signins", sample.caseFolder(), "--json").json();
        long served = signIns.stream().filter(signIn -> String.valueOf(signIn.get("versions")).contains("product=RTC, version=6.0, basis=server-header")).count();
        assertTrue(served > 0.9 * signIns.size(), () -> served + " of " + signIns.size());
        List<String> lines = Answer.to("signins", sample.caseFolder()).done().lines();
        int heading = lines.indexOf(lines.stream().filter(line -> line.startsWith("SIDE")).findFirst().orElseThrow());
        assertTrue(lines.get(heading + 1).startsWith("client "), lines.get(heading + 1));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("server  FE") && line.contains("server-header") && line.endsWith("RTC 6.0")));
    }

    @Test
    void outcomeAndUserNarrowTheSignIns(Sample sample) {
        Answer failed = Answer.to("signins", sample.caseFolder(), "--outcome", "failed", "--json");
        assertEquals(Set.of("failed"), Set.copyOf(failed.values("outcome")));
        Object user = Objects.requireNonNull(failed.values("user").getFirst());
        assertEquals(failed.lines(), Answer.to("signins", sample.caseFolder(), "--user", "SIP:" + user, "--outcome", "failed", "--json").lines());
    }

    @Test
    void onlySignInsArePrintedUnlessAllAreAskedFor(Sample sample) {
        assertEquals(Set.of("sign-in"), Set.copyOf(Answer.to("signins", sample.caseFolder(), "--json").values("kind")));
        assertTrue(Answer.to("signins", sample.caseFolder(), "--all", "--json").values("kind").contains("refresh"));
    }

    @Test
    void theFindingOfTheStoryIsTheOnlyCriticalOne(Sample sample) {
        List<String> critical = Answer.to("findings", sample.caseFolder(), "--json").json().stream()
                .filter(finding -> "critical".equals(finding.get("severity"))).map(finding -> String.valueOf(finding.get("rule"))).toList();
        assertEquals(List.of("chain.weak-signature"), critical);
    }

    @Test
    void ruleAsksForOneRule(Sample sample) {
        assertEquals(Set.of("trace.source-missing"),
                Set.copyOf(Answer.to("findings", sample.caseFolder(), "--rule", "trace.source-missing", "--all", "--json").values("rule")));
    }

    @Test
    void aFindingIsWrappedForATerminal(Sample sample) {
        List<String> lines = Answer.to("findings", sample.caseFolder()).done().lines();
        assertTrue(lines.getFirst().startsWith("CRITICAL  "));
        lines.forEach(line -> assertTrue(line.length() <= WIDTH, line));
    }

    @Test
    void certificatesOfFilesAreJudgedTogether(Sample sample) {
        var certificates = Answer.to("certificates", sample.source("Certificates/fe01.contoso.local.cer"), sample.source("Certificates/issuing-ca-of-fe01.pem"),
                "--json").json();
        assertEquals(2, certificates.size());
        assertTrue(String.valueOf(certificates.getFirst().get("lints")).contains("id=L01"));
        assertEquals("bytes", certificates.getFirst().get("origin"));
    }

    @Test
    void aCertificateOfTheCaseIsNotJudgedForATimeThatIsUnknown(Sample sample) {
        Answer.to("certificates", sample.caseFolder(), "--json").json()
                .forEach(certificate -> assertFalse(String.valueOf(certificate.get("lints")).contains("id=L18"), () -> String.valueOf(certificate.get("lints"))));
    }

    @Test
    void pemGivesTheBytesBack(Sample sample) throws IOException {
        Path pem = sample.source("Certificates/issuing-ca-of-fe01.pem");
        assertEquals(Files.readString(pem).replace("\r", "").strip(), Answer.to("certificates", pem, "--pem").done().out().replace("\r", "").strip());
    }

    @Test
    void aFileThatIsNoCertificateIsAFailure(@TempDir Path folder) throws IOException {
        Path broken = Files.write(folder.resolve("broken.cer"), new byte[] {0x30, (byte) 0x82, 4, 4, 2, 2});
        Answer answer = Answer.to("certificates", broken);
        assertEquals(CommandLine.FAILED, answer.status());
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("broken.cer"));
    }
}
