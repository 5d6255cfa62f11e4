package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.VersionBasis;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.SampleTruth;
import org.traceweave.samples.SampleTruth.ListedVersion;
import org.traceweave.samples.Stories;

/** A story whose sources hold listings of what is installed on the servers, one of which differs: what its sign-ins tell of versions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleVersionsTest {

    private static final String MAIN = "Skype for Business Server 2015, Core Components";

    private SampleTruth truth;
    private Case of;
    private List<SignIn> signIns;

    @BeforeAll
    void importTheStory(@TempDir Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        truth = SampleCase.write(sources, Stories.find("one-server-differs").orElseThrow(), 3L << 20, 77_003, true);
        of = Case.create(folder.resolve("versions.case"), Engine.standard().readers());
        of.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal());
        signIns = Engine.standard().analyse(of).signIns(new CancelSignal()).stream().filter(each -> each.kind() == SignInKind.SIGN_IN).toList();
    }

    @AfterAll
    void close() throws IOException {
        of.close();
    }

    private static List<SoftwareVersion> installed(SignIn signIn) {
        return signIn.versions().stream().filter(each -> each.basis() == VersionBasis.LISTING || each.basis() == VersionBasis.INSTALLER)
                .filter(each -> each.side() == SoftwareSide.SERVER).toList();
    }

    /** The installer's events name the update that made a product's version what it is. */
    private static boolean tells(SoftwareVersion told, ListedVersion listed) {
        return told.host().orElseThrow().equals(listed.host()) && told.product().equals(listed.product())
                && (told.version().equals(listed.version()) || told.basis() == VersionBasis.INSTALLER && told.version().contains(" " + listed.version() + " "));
    }

    @Test
    void everySignInTellsWhatTheListingsSayOfItsServersAndNothingElse() {
        assertFalse(truth.versions().isEmpty());
        for (SignIn signIn : signIns) {
            List<ListedVersion> listed = truth.versions().stream().filter(each -> signIn.hosts().contains(each.host())).toList();
            List<SoftwareVersion> told = installed(signIn);
            assertEquals(listed.size(), told.size(), told::toString);
            listed.forEach(version -> assertEquals(1, told.stream().filter(each -> tells(each, version)).count(), () -> version + " in " + told));
        }
    }

    @Test
    void theServerThatFailsIsTheOneWithoutTheUpdate() {
        Map<Boolean, Set<String>> updates = signIns.stream().filter(each -> each.hosts().size() == 1).collect(Collectors.partitioningBy(SignIn::isFailure,
                Collectors.flatMapping(each -> truth.versions().stream().filter(version -> version.product().equals(MAIN))
                        .filter(version -> installed(each).stream().anyMatch(told -> tells(told, version))).map(ListedVersion::version),
                        Collectors.toCollection(TreeSet::new))));
        assertEquals(Map.of(true, Set.of("6.0.9319.516"), false, Set.of("6.0.9319.537")), updates);
    }

    @Test
    void whatListingsSayStandsInTheRecordThatIsNamed() throws IOException {
        for (SignIn signIn : signIns.stream().limit(40).toList()) {
            for (var version : signIn.versions()) {
                if (version.basis() == VersionBasis.LISTING) {
                    String record = of.text(version.evidence(), false);
                    assertTrue(record.contains(version.version()) && record.contains(version.product()), record);
                }
            }
        }
    }
}
