package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.charts.CallFlowPicture;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.CallFlowSheet;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignIn;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.internal.flow.CallFlowView;
import org.traceweave.ui.internal.views.DetailView;

/** The call flow as a person uses it: it follows the attempt, an arrow leads to its record, messages unfold, others get it as a file. */
@ExtendWith(RunningWorkbench.class)
class CallFlowInWorkbenchTest {

    @TempDir
    static Path folder;

    private final CallFlowView view = CaseInWorkbench.view(CallFlowView.ID, CallFlowView.class);
    private SignIn failed;

    @BeforeAll
    static void dropTheSample() throws IOException {
        CaseInWorkbench.drop(CaseInWorkbench.sample(folder));
        CaseInWorkbench.waitUntilAnalysed();
    }

    @AfterAll
    static void closeTheCase() {
        CaseInWorkbench.closeCase();
    }

    @BeforeEach
    void chooseAFailedAttempt() {
        failed = RunningWorkbench.inUi(() -> CaseInWorkbench.session().answers().signIns().stream().filter(SignIn::isFailure).findFirst()
                .orElseThrow());
        RunningWorkbench.display().syncExec(() -> CaseInWorkbench.session().selection().choose(new Chosen.Attempt(failed)));
        await("the ladder", picture -> picture.rows().stream().anyMatch(row -> row.kind() == CallFlowRow.Kind.OUTCOME));
    }

    @Test
    void aClickOnAnArrowLandsOnItsRecord() {
        scrollTo(CallFlowRow.Kind.MESSAGE);
        CallFlowPicture picture = view.picture().orElseThrow();
        CallFlowRow row = first(picture, CallFlowRow.Kind.MESSAGE);
        Evidence evidence = row.evidence().orElseThrow();

        press(picture, row, picture.frame().width() - 30);

        UiWait.until("the record of the arrow", () -> focus().record().filter(record -> record.offset() == evidence.offset()).isPresent());
        assertInstanceOf(Chosen.Place.class, RunningWorkbench.inUi(CallFlowInWorkbenchTest::focus).chosen());
        assertTrue(RunningWorkbench.inUi(CallFlowInWorkbenchTest::focus).signIns().contains(failed.id()));
        await("the row that stands out", shown -> shown.frame().chosen().equals(Optional.of(row.key())));
        DetailView detail = CaseInWorkbench.view(DetailView.ID, DetailView.class);
        UiWait.until("its text beside it", () -> detail.page().page().text().contains(evidence.source()));
    }

    @Test
    void keysGoFromRowToRowAndEnterLeadsToTheBytes() {
        key(SWT.HOME);
        key(SWT.ARROW_DOWN);
        await("the second row", picture -> picture.frame().chosen().equals(Optional.of(picture.rows().get(1).key())));
        Evidence evidence = view.picture().orElseThrow().rows().get(1).evidence().orElseThrow();
        key(SWT.CR);
        UiWait.until("its record", () -> focus().record().filter(record -> record.offset() == evidence.offset()).isPresent());
    }

    @Test
    void theHandshakeIsUnfoldedAndCanBeFolded() {
        await("what messages carry", picture -> picture.rows().stream().anyMatch(row -> row.detail().filter(detail -> detail.name()
                .equals("ServerHello")).isPresent()));
        RunningWorkbench.display().syncExec(() -> view.foldAll(false));
        await("arrows alone", picture -> picture.rows().stream().noneMatch(row -> row.kind() == CallFlowRow.Kind.DETAIL));
        RunningWorkbench.display().syncExec(() -> view.foldAll(true));
        await("all that messages carry", picture -> picture.rows().stream().anyMatch(row -> row.kind() == CallFlowRow.Kind.DETAIL));
    }

    @Test
    void aDoubleClickOnACertificateGoesToItAndTheLadderStays() {
        await("a certificate", picture -> picture.rows().stream().anyMatch(row -> row.detail().flatMap(FlowDetail::thumbprint).isPresent()));
        CallFlowRow row = view.picture().orElseThrow().rows().stream().filter(each -> each.detail().flatMap(FlowDetail::thumbprint).isPresent())
                .findFirst().orElseThrow();
        RunningWorkbench.display().syncExec(() -> view.open(row));
        UiWait.until("the certificate", () -> focus().certificate().flatMap(Certificate::sha1).equals(row.detail().orElseThrow().thumbprint()));
        await("the same ladder", picture -> picture.rows().stream().anyMatch(each -> each.key().equals(row.key())));
    }

    @Test
    void aRecordOfNoAttemptSaysSo() {
        RunningWorkbench.display().syncExec(() -> {
            Evidence first = CaseInWorkbench.session().openCase().orElseThrow().source().sources().stream().filter(source -> source.source()
                    .endsWith("Application.evtx"))
                    .findFirst().map(source -> record(source.source())).orElseThrow();
            CaseInWorkbench.session().selection().choose(new Chosen.Place(first));
        });
        UiWait.until("the words for it", () -> view.message().contains("belongs to no sign-in attempt"));
        assertEquals(Optional.empty(), RunningWorkbench.inUi(view::picture));
    }

    private static Evidence record(String source) {
        try (var snapshot = CaseInWorkbench.session().openCase().orElseThrow().source().snapshot()) {
            var of = CaseInWorkbench.session().openCase().orElseThrow().source();
            var query = RecordQuery.source(of.sourceNumber(source).orElseThrow());
            return of.evidence(snapshot.after(query, Optional.empty(), 1).getFirst());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsShownCanBeSentToOthers() throws IOException {
        for (CallFlowSheet.Format format : CallFlowSheet.Format.values()) {
            Path file = folder.resolve("flow" + format.ending());
            RunningWorkbench.display().syncExec(() -> view.export(file, format));
            UiWait.until("the file " + file, () -> Files.exists(file) && file.toFile().length() > 1000);
            assertTrue(Files.readString(file).contains("REGISTER"));
        }
    }

    @Test
    void theAttemptPageTellsWhereItPartsFromASuccess() {
        DetailView detail = CaseInWorkbench.view(DetailView.ID, DetailView.class);
        UiWait.until("the comparison", () -> detail.page().page().text().contains("First difference"));
        assertFalse(RunningWorkbench.inUi(() -> detail.page().page().text()).contains("{"), "a place in a text was left open");
    }

    private void scrollTo(CallFlowRow.Kind kind) {
        RunningWorkbench.display().syncExec(() -> view.scroll(0, 0));
        await("the top", picture -> picture.frame().scrollY() == 0 && picture.rows().stream().anyMatch(row -> row.kind() == kind));
    }

    private static CallFlowRow first(CallFlowPicture picture, CallFlowRow.Kind kind) {
        return picture.rows().stream().filter(row -> row.kind() == kind).findFirst().orElseThrow();
    }

    private static void press(CallFlowPicture picture, CallFlowRow row, int x) {
        RunningWorkbench.display().syncExec(() -> {
            Event event = new Event();
            event.button = 1;
            event.x = x;
            event.y = picture.headHeight() + row.top() - picture.frame().scrollY() + row.height() / 2;
            CaseInWorkbench.control("callFlow").notifyListeners(SWT.MouseDown, event);
        });
    }

    private static void key(int code) {
        RunningWorkbench.display().syncExec(() -> {
            Event event = new Event();
            event.keyCode = code;
            CaseInWorkbench.control("callFlow").notifyListeners(SWT.KeyDown, event);
        });
    }

    private static Focus focus() {
        return CaseInWorkbench.session().selection().focus();
    }

    private void await(String what, Predicate<CallFlowPicture> isSo) {
        UiWait.until(what, () -> view.picture().filter(isSo).isPresent());
    }
}
