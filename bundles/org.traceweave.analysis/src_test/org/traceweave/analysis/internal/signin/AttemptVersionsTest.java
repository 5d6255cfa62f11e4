package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.SignIn;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.EvtxWriter;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.WindowsEvent;

/** Which versions are told of an attempt, from headers, the Windows Installer's events and listings. Attempts begin at noon. */
class AttemptVersionsTest {

    private static final String CORE = "Skype for Business Server 2015, Core Components";
    private final RegisterTrace trace = new RegisterTrace();
    private final List<WindowsEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    private void event(String computer, int id, String time, String... values) {
        events.add(WindowsEvent.of("MsiInstaller", id).qualifiers(0).keywords(0x0080000000000000L).channel("Application").computer(computer).process(0, 0).texts(values)
                .at(UtcTime.parse(time)));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_16LE);
    }

    private List<SignIn> signIns() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.write(sources.resolve("trace.txt"), trace.toBytes());
        if (!events.isEmpty()) {
            Files.write(sources.resolve("Application.evtx"), EvtxWriter.toBytes(events));
        }
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal());
            List<SignIn> signIns = SignInReconstruction.of(of, new CancelSignal());
            for (SoftwareVersion version : signIns.stream().flatMap(signIn -> signIn.versions().stream()).toList()) {
                assertTrue(of.find(version.evidence()).isPresent(), () -> "no record at " + version.evidence());
            }
            return signIns;
        }
    }

    private static List<String> words(SignIn signIn, String basis) {
        return signIn.versions().stream().filter(version -> version.basis().word().equals(basis))
                .map(version -> version.side().word() + " " + version.host().orElse("-") + ": " + version.product() + " " + version.version()).toList();
    }

    private void signIn() {
        trace.register().answer(401).token("NTLM", NtlmMessages.negotiate())
                .challenge("NTLM", NtlmMessages.challenge("CONTOSO", "contoso.local", "FE01", trace.time(), new SeededRandom(1)))
                .token("NTLM", NtlmMessages.authenticate("CONTOSO", "room1", "room-pc", trace.time(), new SeededRandom(2))).answer(200);
    }

    @Test
    void headersOfBothSidesAreTold() throws IOException {
        signIn();
        SignIn signIn = signIns().getFirst();
        assertEquals(List.of("client ROOM-PC: UCCAPI 16.0.4266.1001", "client ROOM-PC: OC 16.0.4266.1001"), words(signIn, "user-agent"));
        assertEquals(List.of("server FE01: RTC 6.0"), words(signIn, "server-header"));
    }

    @Test
    void anUpdateBetweenTwoAttemptsShowsInTheSecond() throws IOException {
        signIn();
        trace.call("call-2").later(7200);
        signIn();
        event("FE01.contoso.local", 1033, "2018-10-01T08:00:00Z", CORE, "6.0.9319.0", "1033", "0", "Microsoft Corporation", "(NULL)", "");
        event("FE01.contoso.local", 1036, "2018-10-16T13:00:00Z", CORE, "6.0.9319.0", "1033", "Skype for Business Server 2015 (KB3061064)", "0",
                "Microsoft Corporation");
        event("FE02.contoso.local", 1033, "2018-10-01T08:00:00Z", CORE, "6.0.9319.281", "1033", "0", "Microsoft Corporation", "(NULL)", "");
        List<SignIn> signIns = signIns();
        assertEquals(List.of("server FE01: " + CORE + " 6.0.9319.0"), words(signIns.get(0), "installer"));
        assertEquals(List.of("server FE01: " + CORE + " 6.0.9319.0 with Skype for Business Server 2015 (KB3061064)"), words(signIns.get(1), "installer"));
    }

    @Test
    void aChangeOfSettingsKeepsTheUpdates() throws IOException {
        signIn();
        event("FE01", 1036, "2018-10-01T08:00:00Z", CORE, "6.0.9319.0", "1033", "KB3061064", "0", "Microsoft Corporation");
        event("FE01", 1035, "2018-10-01T08:00:07Z", CORE, "6.0.9319.0", "1033", "0", "Microsoft Corporation");
        event("FE01", 1035, "2018-10-01T08:00:09Z", "Skype for Business Server 2015, Front End Server", "6.0.9319.0", "1033", "0", "Microsoft Corporation");
        assertEquals(List.of("server FE01: " + CORE + " 6.0.9319.0 with KB3061064", "server FE01: Skype for Business Server 2015, Front End Server 6.0.9319.0"),
                words(signIns().getFirst(), "installer"));
    }

    @Test
    void anUpdateThatWasRemovedIsGone() throws IOException {
        signIn();
        event("FE01", 1036, "2018-10-01T08:00:00Z", CORE, "6.0.9319.0", "1033", "KB3061064", "0", "Microsoft Corporation");
        event("FE01", 1037, "2018-10-02T08:00:00Z", CORE, "6.0.9319.0", "1033", "KB3061064", "0", "Microsoft Corporation");
        assertEquals(List.of("server FE01: " + CORE + " 6.0.9319.0"), words(signIns().getFirst(), "installer"));
    }

    @Test
    void anEventThatCarriesOnlyItsMessageIsReadFromThat() throws IOException {
        signIn();
        event("FE01", 1036, "2018-10-01T08:00:00Z", "Windows Installer installed an update. Product Name: " + CORE + ". Product Version: 6.0.9319.0. Product Language: 1033. "
                + "Manufacturer: Microsoft Corporation. Update Name: Skype for Business Server 2015 (KB3061064). Installation success or error status: 0.");
        event("FE01", 1033, "2018-10-01T09:00:00Z", "Windows Installer installed the product. Product Name: Microsoft Lync Server 2013, Core Components. "
                + "Product Version: 5.0.8308.0. Product Language: 1033. Manufacturer: Microsoft Corporation. Installation success or error status: 1603.");
        event("ROOM-PC", 1022, "2018-10-01T10:00:00Z", "Product: Microsoft Office Standard 2016 - Update 'Security Update for Skype for Business 2016 (KB4011159)' installed successfully.");
        assertEquals(List.of("client ROOM-PC: Microsoft Office Standard 2016 with Security Update for Skype for Business 2016 (KB4011159)",
                "server FE01: " + CORE + " 6.0.9319.0 with Skype for Business Server 2015 (KB3061064)"), words(signIns().getFirst(), "installer"));
    }

    @Test
    void whatFailedOrWasRemovedDoesNotRun() throws IOException {
        signIn();
        event("FE01", 1033, "2018-10-01T08:00:00Z", CORE, "6.0.9319.0", "1033", "0", "Microsoft Corporation", "(NULL)", "");
        event("FE01", 1034, "2018-10-02T08:00:00Z", CORE, "6.0.9319.0", "1033", "0", "Microsoft Corporation", "(NULL)", "");
        event("FE01", 1033, "2018-10-03T08:00:00Z", CORE, "6.0.9319.555", "1033", "1603", "Microsoft Corporation", "(NULL)", "");
        event("FE01", 1033, "2018-10-03T09:00:00Z", "A game", "1.0.0", "1033", "0", "Nobody", "(NULL)", "");
        assertEquals(List.of(), words(signIns().getFirst(), "installer"));
    }

    @Test
    void theClientsOwnInstallationsAreTold() throws IOException {
        signIn();
        event("ROOM-PC.contoso.local", 1033, "2018-10-01T08:00:00Z", "Microsoft Skype for Business 2016", "16.0.4266.1001", "0", "0", "Microsoft Corporation", "(NULL)", "");
        event("ROOM-PC.contoso.local", 1022, "2018-10-15T08:00:00Z", "Microsoft Office Standard 2016",
                "Security Update for Skype for Business 2016 (KB4011159) 64-Bit Edition", "(NULL)", "(NULL)", "(NULL)", "");
        assertEquals(List.of("client ROOM-PC: Microsoft Skype for Business 2016 16.0.4266.1001",
                "client ROOM-PC: Microsoft Office Standard 2016 with Security Update for Skype for Business 2016 (KB4011159) 64-Bit Edition"), words(signIns().getFirst(), "installer"));
    }

    @Test
    void aListingIsGoodUntilAnEventTellsOfAChange() throws IOException {
        signIn();
        trace.call("call-2").later(7200);
        signIn();
        file("FE01/patchversion.txt", "\uFEFF\r\nComponentName                                    Version\r\n-------------                                    -------\r\n" + CORE
                + "  6.0.9319.559\r\nSkype for Business Server 2015, Web Components Server  6.0.9319.548\r\n");
        event("FE01.contoso.local", 1036, "2018-10-16T13:00:00Z", CORE, "6.0.9319.0", "1033", "{0A1B2C3D-0A1B-2C3D-4E5F-0A1B2C3D4E5F}", "0", "Microsoft Corporation");
        List<SignIn> signIns = signIns();
        assertEquals(List.of("server FE01: Skype for Business Server 2015, Web Components Server 6.0.9319.548"), words(signIns.get(0), "listing"));
        assertEquals(List.of("server FE01: " + CORE + " 6.0.9319.559", "server FE01: Skype for Business Server 2015, Web Components Server 6.0.9319.548"),
                words(signIns.get(1), "listing"));
        assertEquals(List.of("server FE01: " + CORE + " 6.0.9319.0"), words(signIns.get(1), "installer"));
    }

    @Test
    void aListingThatNamesNoMachineIsNotGuessedAt() throws IOException {
        signIn();
        file("versions.txt", "\uFEFFComponentName  Version\r\n" + CORE + "  6.0.9319.559\r\n");
        assertEquals(List.of(), words(signIns().getFirst(), "listing"));
    }

    @Test
    void refreshesAndSignOutsCarryNone() throws IOException {
        signIn();
        trace.later(3600).signed("NTLM", 7200).answer(200).later(3600).signed("NTLM", 0).answer(200);
        List<SignIn> signIns = signIns();
        assertEquals(3, signIns.size());
        assertEquals(List.of(List.of(), List.of()), signIns.stream().skip(1).map(SignIn::versions).toList());
    }
}
