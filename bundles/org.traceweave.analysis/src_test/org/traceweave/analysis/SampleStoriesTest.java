package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.Source;
import org.traceweave.model.WindowsFailure;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.SampleTruth;
import org.traceweave.samples.Stories;
import org.traceweave.samples.Story;

/** Every sample story, imported and analysed, against what is true of it. The seed was not used while the analysis was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleStoriesTest {

    private static final long SEED = 20181016;
    private static final long BYTES = 8L << 20;

    private final Map<String, Told> stories = new HashMap<>();

    /** A story, imported, with its truth and what the analysis says. */
    private record Told(SampleTruth truth, Case of, CaseAnalysis analysis) {

        List<SignIn> signIns() throws IOException {
            return analysis.signIns(new CancelSignal());
        }

        List<Finding> findings() throws IOException {
            return analysis.findings(DiagnosticSettings.STANDARD, new CancelSignal()).findings();
        }

        List<Certificate> certificates() throws IOException {
            return analysis.certificates(new CancelSignal());
        }
    }

    @BeforeAll
    void importEveryStory(@TempDir Path folder) throws IOException {
        for (String id : List.of("room-system-sha1", "quiet-day")) {
            Story story = Stories.find(id).orElseThrow();
            Path sources = folder.resolve(story.id());
            SampleTruth truth = SampleCase.write(sources, story, BYTES, SEED, true);
            Case of = Case.create(folder.resolve(story.id() + ".case"), Engine.standard().readers());
            assertEquals(List.of(), of.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal()).problems());
            stories.put(story.id(), new Told(truth, of, Engine.standard().analyse(of)));
        }
    }

    @AfterAll
    void close() throws IOException {
        for (Told story : stories.values()) {
            story.of.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void everyRecordIsImported(String story) {
        Map<String, Long> imported = new TreeMap<>();
        for (Source source : stories.get(story).of.sources()) {
            imported.put(source.source(), source.records());
        }
        imported.keySet().retainAll(stories.get(story).truth.records().keySet());
        assertEquals(new TreeMap<>(stories.get(story).truth.records()), imported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void everySignInIsRebuiltAsItWas(String story) throws IOException {
        Told told = stories.get(story);
        Map<String, SignIn> byMessage = new HashMap<>();
        List<SignIn> rebuilt = told.signIns().stream().filter(signIn -> signIn.kind() == SignInKind.SIGN_IN).toList();
        rebuilt.forEach(signIn -> signIn.messages().forEach(message -> byMessage.put(place(message), signIn)));
        assertEquals(told.truth.signins().size(), rebuilt.size());
        Set<String> claimed = new HashSet<>();
        for (SignIn truth : told.truth.signins()) {
            Set<SignIn> found = truth.messages().stream().map(message -> byMessage.get(place(message))).filter(each -> each != null)
                    .collect(Collectors.toSet());
            assertEquals(1, found.size(), () -> truth.user() + " at " + truth.start());
            SignIn same = found.iterator().next();
            assertTrue(claimed.add(same.id()), () -> "two attempts became one: " + same.id());
            assertAll(truth.user() + " at " + truth.start(), () -> assertEquals(truth.user(), same.user()),
                    () -> assertEquals(truth.outcome(), same.outcome()), () -> assertEquals(truth.phase(), same.phase()),
                    () -> assertEquals(truth.scheme(), same.scheme()), () -> assertEquals(truth.challenges(), same.challenges()),
                    () -> assertEquals(truth.status(), same.status()), () -> assertEquals(truth.device(), same.device()),
                    () -> assertEquals(truth.clientAddress(), same.clientAddress()), () -> assertEquals(truth.hosts(), same.hosts()),
                    () -> assertEquals(truth.endpointId(), same.endpointId()), () -> assertEquals(truth.callIds(), same.callIds()),
                    () -> assertEquals(truth.certificates(), same.certificates()));
        }
    }

    /** Sign-outs, refreshes and re-authentications never are in these stories, whatever they look like. */
    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void nothingFailsButWhatTrulyDoes(String story) throws IOException {
        Told told = stories.get(story);
        assertEquals(told.truth.signins().stream().filter(SignIn::isFailure).count(), told.signIns().stream().filter(SignIn::isFailure).count(),
                () -> "failures: " + told.truth.signins().stream().filter(SignIn::isFailure).map(SignIn::user).toList());
        assertEquals(List.of(), told.signIns().stream().filter(signIn -> signIn.isFailure() && signIn.kind() != SignInKind.SIGN_IN)
                .map(signIn -> signIn.kind().word() + " of " + signIn.user() + ": " + signIn.outcome().word() + " " + signIn.reason().orElse("")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void refreshesReAuthenticationsAndSignOutsAreToldApart(String story) throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        stories.get(story).signIns().stream().filter(signIn -> signIn.kind() != SignInKind.SIGN_IN)
                .forEach(signIn -> kinds.merge(signIn.kind().word(), 1, Integer::sum));
        assertEquals(new TreeMap<>(stories.get(story).truth.otherKinds()), kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void theCauseIsFoundAndNothingElseIsBlamed(String story) throws IOException {
        Told told = stories.get(story);
        List<Finding> findings = told.findings();
        for (SampleTruth.ExpectedFinding expected : told.truth.findings()) {
            List<Finding> found = findings.stream().filter(finding -> finding.rule().equals(expected.rule())).toList();
            assertEquals(1, found.size(), () -> expected + " in " + findings);
            assertEquals(expected.severity(), found.getFirst().severity());
            assertTrue(found.getFirst().subjects().containsAll(expected.subjects()), () -> found.getFirst().subjects().toString());
        }
        long critical = told.truth.findings().stream().filter(expected -> expected.severity() == Severity.CRITICAL).count();
        assertEquals(critical, findings.stream().filter(finding -> finding.severity() == Severity.CRITICAL).count());
        if (told.truth.findings().isEmpty()) {
            assertTrue(findings.stream().allMatch(finding -> finding.severity().compareTo(Severity.INFO) >= 0), findings::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void everyCertificateIsFoundAndDecoded(String story) throws IOException {
        Map<String, Certificate> found = stories.get(story).certificates().stream()
                .collect(Collectors.toMap(certificate -> certificate.sha1().orElseThrow(), certificate -> certificate));
        for (Certificate truth : stories.get(story).truth.certificates()) {
            Certificate same = found.get(truth.sha1().orElseThrow());
            assertTrue(same != null, () -> "not found: " + truth.subject());
            assertAll(truth.subject().orElse(""), () -> assertEquals(truth.origin(), same.origin()),
                    () -> assertEquals(truth.subject(), same.subject()), () -> assertEquals(truth.issuer(), same.issuer()),
                    () -> assertEquals(truth.serial(), same.serial()), () -> assertEquals(truth.notAfter(), same.notAfter()),
                    () -> assertEquals(truth.signatureHash(), same.signatureHash()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void everyWindowsFailureIsReportedAndNoOther(String story) throws IOException {
        Told told = stories.get(story);
        Set<String> expected = told.truth.windowsFailures().stream().map(SampleStoriesTest::place).collect(Collectors.toSet());
        Set<String> reported = told.analysis.windowsFailures(new CancelSignal()).stream().map(SampleStoriesTest::place).collect(Collectors.toSet());
        assertEquals(expected, reported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void answersKeptInTheCaseAreTheAnswersComputed(String story) throws IOException {
        Told told = stories.get(story);
        CaseAnalysis later = Engine.standard().analyse(told.of);
        assertEquals(told.signIns(), later.signIns(new CancelSignal()));
        assertEquals(told.certificates(), later.certificates(new CancelSignal()));
        assertEquals(told.analysis.windowsFailures(new CancelSignal()), later.windowsFailures(new CancelSignal()));
        assertEquals(told.findings(), later.findings(DiagnosticSettings.STANDARD, new CancelSignal()).findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "quiet-day"})
    void everyEvidenceResolvesToItsBytes(String story) throws IOException {
        Told told = stories.get(story);
        List<Evidence> all = new ArrayList<>();
        told.findings().forEach(finding -> Stream.of(finding.evidence(), finding.against()).forEach(all::addAll));
        told.certificates().forEach(certificate -> certificate.seen().stream().limit(3).forEach(all::add));
        told.signIns().stream().limit(50).forEach(signIn -> {
            all.addAll(signIn.messages());
            signIn.steps().forEach(step -> all.add(step.evidence()));
            signIn.related().forEach(related -> all.add(related.evidence()));
        });
        for (Evidence evidence : new HashSet<>(all)) {
            assertEquals(evidence.length(), told.of.bytes(evidence).length);
            assertEquals(evidence.offset(), told.of.find(evidence).orElseThrow().offset());
        }
    }

    private static String place(Evidence evidence) {
        return evidence.source() + "@" + evidence.offset();
    }

    private static String place(WindowsFailure failure) {
        return failure.kind().word() + " " + failure.eventId() + " " + place(failure.evidence());
    }
}
