package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.internal.records.RecordsView;

/** Cases opened, saved, and held by others; sources that cannot be read. */
@ExtendWith(RunningWorkbench.class)
class CasesInWorkbenchTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeTheCase() {
        CaseInWorkbench.closeCase();
        CaseSession session = CaseInWorkbench.session();
        RunningWorkbench.display().syncExec(session.notices()::clear);
    }

    @Test
    void anEmptyWindowSaysWhatToDo() throws IOException {
        assertTrue(RunningWorkbench.inUi(() -> CaseInWorkbench.control("org.traceweave.ui.openSample").isVisible()));
        Screenshots.take("empty");
    }

    @Test
    void aCaseThatAnotherHoldsOpensReadOnlyAndSaysSo() throws IOException {
        Path place = folder.resolve("held.case");
        try (Case held = Case.create(place, Engine.standard().readers())) {
            Path trace = Files.writeString(folder.resolve("trace.txt"), "one line of text\n", StandardCharsets.UTF_8);
            held.importSources(List.of(trace), ImportProgress.NONE, new CancelSignal());
            CaseInWorkbench.drop(place);
            UiWait.until("a title that says read only", () -> RunningWorkbench.window().getShell().getText().contains("read only"));
            CaseInWorkbench.drop(trace);
            CaseSession session = CaseInWorkbench.session();
            UiWait.until("a sentence that says why not", () -> session.notices().all().stream().anyMatch(text -> text.contains("held")));
            CaseInWorkbench.closeCase();
        }
    }

    @Test
    void anUnsavedCaseGoesOnUnderTheNameItIsSavedUnder() throws IOException {
        Path trace = Files.writeString(folder.resolve("trace.txt"), "one line of text\nanother\n", StandardCharsets.UTF_8);
        CaseInWorkbench.drop(trace);
        CaseSession session = CaseInWorkbench.session();
        UiWait.until("the import", () -> session.openCase().filter(open -> !open.source().sources().isEmpty()).isPresent()
                && session.importing().isEmpty());
        Path place = folder.resolve("kept.case");

        RunningWorkbench.display().syncExec(() -> session.saveAs(place, () -> { }));

        UiWait.until("the new name in the title", () -> RunningWorkbench.window().getShell().getText().startsWith("kept"));
        assertTrue(Files.isDirectory(place));
        assertTrue(RunningWorkbench.inUi(() -> session.recent().folders()).contains(place.toAbsolutePath().normalize()));
    }

    @Test
    void brokenAndMissingFilesAreSaidInASentenceEachAndTheRestIsImported() throws IOException {
        Path sample = CaseInWorkbench.sample(folder);
        Path whole = Files.list(sample.resolve("FE01")).filter(path -> path.toString().endsWith("System.evtx")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(whole);
        Path broken = Files.write(folder.resolve("broken.evtx"), Arrays.copyOf(bytes, bytes.length / 2));
        Path missing = folder.resolve("missing.evtx");

        CaseInWorkbench.drop(whole, broken, missing);

        CaseSession session = CaseInWorkbench.session();
        UiWait.until("the import", () -> session.openCase().filter(open -> !open.source().sources().isEmpty()).isPresent()
                && session.importing().isEmpty());
        UiWait.until("a sentence about the missing file", () -> session.notices().all().stream().anyMatch(text -> text.contains("missing.evtx")));
        assertTrue(RunningWorkbench.inUi(() -> session.openCase().orElseThrow().source().sources().stream()
                .anyMatch(source -> source.source().endsWith("System.evtx") && source.records() > 0)));
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        UiWait.until("the records of what could be read", () -> records.table().model().size() > 0
                && records.table().model().row(records.table().top()).isPresent() && session.answers().pending().isEmpty());
        Screenshots.take("broken");
    }
}
