package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionListingTest {

    private static List<String> listed(String text) {
        return VersionListing.read(text.lines().toList()).stream()
                .map(each -> each.host().map(host -> host + ": ").orElse("") + each.product() + " = " + each.version()).toList();
    }

    @Test
    void patchVersionsOfAServer() {
        assertEquals(List.of("Skype for Business Server 2015, Core Components = 6.0.9319.559", "Microsoft Skype for Business Server 2015, Front End Server = 6.0.9319.0"), listed("""

                ComponentName                                               Version
                -------------                                               -------
                Skype for Business Server 2015, Core Components             6.0.9319.559
                Microsoft Skype for Business Server 2015, Front End Server 6.0.9319.0

                """));
    }

    @Test
    void theSentenceOfGetCsServerVersion() {
        assertEquals(List.of("Skype for Business Server 2015 = 6.0.9319.0", "Microsoft Lync Server 2013 = 5.0.8308.0"), listed("""
                Skype for Business Server 2015 (6.0.9319.0): Skype for Business Server 2015 Volume license key installed.
                Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.
                """));
    }

    @Test
    void wmicPrintsATableWithTrailingBlanks() {
        assertEquals(List.of("Microsoft Office Professional Plus 2016 = 16.0.4266.1001", "Skype for Business 2016 = 16.0.4266.1001"), listed(
                "Name                                     Version         \n" + "Microsoft Office Professional Plus 2016  16.0.4266.1001  \n"
                        + "A product without a version                              \n" + "Skype for Business 2016                  16.0.4266.1001  \n"));
    }

    @Test
    void wmicsCsvNamesTheMachine() {
        assertEquals(List.of("FE01: Skype for Business Server 2015, Core Components = 6.0.9319.0"), listed("""
                Node,Name,Version
                FE01,"Skype for Business Server 2015, Core Components",6.0.9319.0
                """));
    }

    @Test
    void aListOfNamedValuesInEitherOrder() {
        assertEquals(List.of("FE01: Skype for Business Server 2015, Core Components = 6.0.9319.0", "FE01: Skype Room System = 4.0.25.0"), listed("""
                PSComputerName : FE01
                Name    : Skype for Business Server 2015, Core Components
                Version : 6.0.9319.0

                Version : 4.0.25.0
                Name    : Skype Room System
                """));
    }

    @Test
    void theRegistrysUninstallKeys() {
        assertEquals(List.of("Microsoft Lync Server 2013, Core Components = 5.0.8308.0"), listed("""
                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{1}]
                "DisplayName"="Microsoft Lync Server 2013, Core Components"
                "Publisher"="Microsoft Corporation"
                "DisplayVersion"="5.0.8308.0"

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{2}]
                "DisplayVersion"="1.2.3"
                """));
    }

    @Test
    void aTableOfSeveralMachines() {
        assertEquals(List.of("FE01: Microsoft Lync Server 2013, Core Components = 5.0.8308.0", "FE02: Microsoft Lync Server 2013, Core Components = 5.0.8308.556"), listed("""
                Name                                         Version      PSComputerName
                ----                                         -------      --------------
                Microsoft Lync Server 2013, Core Components  5.0.8308.0   FE01
                Microsoft Lync Server 2013, Core Components  5.0.8308.556 FE02
                """));
    }

    @Test
    void aLogThatMentionsVersionsIsNoListing() {
        assertEquals(List.of(), listed("""
                2018-10-16 12:00:00 Skype for Business Server starts, version 6.0.9319.0
                Name: room1
                Version of the policy: 2.0
                Skype for Business 16.0.4266.1001
                """));
    }

    @Test
    void theTableEndsWhereOtherTextBegins() {
        assertEquals(List.of("Skype Room System = 4.0.25.0"), listed("""
                Name               Version
                Skype Room System  4.0.25.0
                one
                two
                three
                four
                five
                the Skype log of 16.10.2018
                """));
    }

    @Test
    void theLineOfAProductIsTold() {
        assertEquals(new VersionListing.Listed(Optional.empty(), "Skype Room System", "4.0.25.0", 2),
                VersionListing.read(List.of("Name  Version", "----  -------", "Skype Room System  4.0.25.0")).getFirst());
    }
}
