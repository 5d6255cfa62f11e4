package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SourceNamingTest {

    private final SourceNaming naming = new SourceNaming(new HashSet<>());

    @Test
    void filesOfTheSameNameAreToldApartByTheirFolders() {
        assertEquals("System.evtx", naming.name("System.evtx", Path.of("/logs/fe01/System.evtx")));
        assertEquals("fe02/System.evtx", naming.name("System.evtx", Path.of("/logs/fe02/System.evtx")));
        assertEquals("old/fe02/System.evtx", naming.name("System.evtx", Path.of("/old/fe02/System.evtx")));
    }

    @Test
    void membersOfArchivesOfTheSameNameAreToldApartByTheArchivesFolder() {
        assertEquals("b.zip!/System.evtx", naming.name("b.zip!/System.evtx", Path.of("/x/one/b.zip")));
        assertEquals("two/b.zip!/System.evtx", naming.name("b.zip!/System.evtx", Path.of("/x/two/b.zip")));
    }

    @Test
    void whenAllFoldersAreUsedUpANumberTellsThemApart() {
        assertEquals("a", naming.name("a", Path.of("/a")));
        assertEquals("a (2)", naming.name("a", Path.of("/a")));
    }
}
