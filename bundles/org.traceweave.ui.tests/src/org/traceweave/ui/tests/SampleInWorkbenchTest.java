package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.SignIn;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.PageText;
import org.traceweave.ui.RowTable;
import org.traceweave.ui.certificates.internal.CertificateView;
import org.traceweave.ui.certificates.internal.CertificatesView;
import org.traceweave.ui.internal.records.RecordRow;
import org.traceweave.ui.internal.records.RecordsView;
import org.traceweave.ui.internal.views.DetailView;
import org.traceweave.ui.internal.views.FailuresView;
import org.traceweave.ui.internal.views.FindingsView;
import org.traceweave.ui.internal.views.SignInsView;
import org.traceweave.ui.internal.views.SourcesView;
import org.traceweave.ui.timeline.internal.TimelineView;

/** The sample case dropped on the window, and what can be done with it there. */
@ExtendWith(RunningWorkbench.class)
class SampleInWorkbenchTest {

    /** Processor time after which a person would feel that the window hangs, with room for machines slower than theirs. */
    private static final long MOST_AT_ONE_GO_MILLIS = 700;

    @TempDir
    static Path folder;

    private static long longestWork;

    @BeforeAll
    static void dropTheSample() throws IOException {
        Path sample = CaseInWorkbench.sample(folder);
        try (UiThreadWatch watch = new UiThreadWatch()) {
            CaseInWorkbench.drop(sample);
            CaseInWorkbench.waitUntilAnalysed();
            longestWork = watch.longestMillis();
        }
    }

    @AfterAll
    static void closeTheCase() {
        CaseInWorkbench.closeCase();
    }

    @Test
    void droppedTracesBecomeACaseWithoutAName() {
        assertTrue(RunningWorkbench.inUi(() -> CaseInWorkbench.session().openCase().orElseThrow().source().isTemporary()));
        assertTrue(RunningWorkbench.inUi(() -> RunningWorkbench.window().getShell().getText()).startsWith("Unsaved case"));
    }

    @Test
    void importingDoesNotHoldUpTheWindow() {
        assertTrue(longestWork < MOST_AT_ONE_GO_MILLIS, "the UI thread worked " + longestWork + " ms at one go");
    }

    @Test
    void everyViewFills() throws IOException {
        SourcesView sources = CaseInWorkbench.view(SourcesView.ID, SourcesView.class);
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        FailuresView failures = CaseInWorkbench.view(FailuresView.ID, FailuresView.class);
        CertificatesView certificates = CaseInWorkbench.view(CertificatesView.ID, CertificatesView.class);
        SignInsView signIns = CaseInWorkbench.view(SignInsView.ID, SignInsView.class);
        FindingsView findings = CaseInWorkbench.view(FindingsView.ID, FindingsView.class);
        TimelineView timeline = CaseInWorkbench.view(TimelineView.ID, TimelineView.class);

        UiWait.until("records", () -> records.table().model().size() > 1000);
        UiWait.until("sources", () -> sources.tree().getItemCount() > 5);
        UiWait.until("sign-ins", () -> signIns.table().shown().stream().anyMatch(SignIn::isFailure));
        UiWait.until("failures", () -> !failures.table().shown().isEmpty());
        UiWait.until("certificates", () -> !certificates.table().shown().isEmpty());
        UiWait.until("a finding", () -> findings.page().page().text().contains("SHA-1"));
        UiWait.until("lanes", () -> timeline.picture().filter(
                picture -> picture.hits().stream().map(hit -> hit.lane()).distinct().count() >= 4).isPresent());
        Screenshots.take("sample");
    }

    @Test
    void choosingAnAttemptMovesEveryView() throws IOException {
        SignInsView signIns = CaseInWorkbench.view(SignInsView.ID, SignInsView.class);
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        DetailView detail = CaseInWorkbench.view(DetailView.ID, DetailView.class);
        CertificateView certificate = CaseInWorkbench.view(CertificateView.ID, CertificateView.class);
        TimelineView timeline = CaseInWorkbench.view(TimelineView.ID, TimelineView.class);
        SignIn failed = RunningWorkbench.inUi(() -> signIns.table().shown().stream().filter(SignIn::isFailure).findFirst().orElseThrow());
        int row = RunningWorkbench.inUi(() -> signIns.table().shown().indexOf(failed));
        RunningWorkbench.display().syncExec(() -> signIns.table().rows().scrollTo(row));

        CaseInWorkbench.click(signIns.table().rows().table(), RunningWorkbench.inUi(() -> (int) (row - signIns.table().rows().top())));

        CaseSession session = CaseInWorkbench.session();
        UiWait.until("the attempt's record", () -> session.selection().focus().record().isPresent());
        Focus focus = RunningWorkbench.inUi(() -> session.selection().focus());
        assertEquals(new Chosen.Attempt(failed), focus.chosen());
        UiWait.until("the record in the table", () -> records.table().chosenRow().map(RecordRow::record).equals(focus.record()));
        UiWait.until("the attempt in the detail view", () -> detail.page().page().text().startsWith(failed.user()));
        UiWait.until("its certificate", () -> certificate.page().page().text().contains("sha1WithRSAEncryption"));
        UiWait.until("the cursor on the timeline", () -> timeline.picture()
                .filter(picture -> picture.frame().cursor().equals(focus.time()) && picture.frame().highlighted().contains(failed.id()))
                .isPresent());
        Screenshots.take("attempt");
    }

    @Test
    void choosingARecordShowsItsTextAndTheAttemptItBelongsTo() {
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        SignInsView signIns = CaseInWorkbench.view(SignInsView.ID, SignInsView.class);
        DetailView detail = CaseInWorkbench.view(DetailView.ID, DetailView.class);
        SignIn failed = RunningWorkbench.inUi(() -> signIns.table().shown().stream().filter(SignIn::isFailure).findFirst().orElseThrow());
        RunningWorkbench.display().syncExec(() -> records.search("callId:\"" + failed.callIds().getFirst() + "\""));
        UiWait.until("the attempt's messages", () -> records.table().model().size() > 0 && records.table().model().size() < 100
                && records.table().model().row(0).isPresent());

        CaseInWorkbench.click(records.table().table(), 0);

        UiWait.until("the message's text", () -> detail.page().page().text().contains(failed.callIds().getFirst()));
        UiWait.until("the attempt in the table", () -> signIns.table().rows().chosenRow().equals(Optional.of(failed)));
        RunningWorkbench.display().syncExec(() -> records.search(""));
    }

    @Test
    void aPieceOfEvidenceIsOneClickAway() {
        FindingsView findings = CaseInWorkbench.view(FindingsView.ID, FindingsView.class);
        CaseSession session = CaseInWorkbench.session();
        Finding finding = RunningWorkbench.inUi(() -> session.answers().findings().getFirst());
        Evidence evidence = finding.evidence().getFirst();
        Object link = RunningWorkbench.inUi(() -> findings.page().page().runs().stream().filter(run -> run.tone() == PageText.Tone.LINK)
                .map(run -> run.target().orElseThrow()).filter(target -> target.toString().contains("EvidenceLink")).findFirst().orElseThrow());

        RunningWorkbench.display().syncExec(() -> findings.page().follow(link));

        assertEquals(new Chosen.Proof(finding, evidence), RunningWorkbench.inUi(() -> session.selection().focus().chosen()));
        UiWait.until("the record of the evidence", () -> session.selection().focus().record().isPresent());
    }

    @Test
    void whatIsWrongWithAQueryIsSaidBelowIt() {
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        Text query = (Text) CaseInWorkbench.control("query");
        Label error = (Label) CaseInWorkbench.control("queryError");

        ask(query, "user:(");
        UiWait.until("an error", () -> !error.getText().isEmpty() && error.isVisible());
        ask(query, "method:REGISTER");
        UiWait.until("hits", () -> error.getText().isEmpty() && records.table().model().size() > 0
                && records.table().model().row(0).filter(row -> row.summary().contains("REGISTER")).isPresent());
        ask(query, "");
    }

    private static void ask(Text query, String text) {
        RunningWorkbench.display().syncExec(() -> {
            query.setText(text);
            query.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    @Test
    void oneSwitchWritesEveryTimeInAnotherZone() {
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        CaseSession session = CaseInWorkbench.session();
        UiWait.until("records", () -> records.table().model().size() > 1000 && records.table().model().row(records.table().top()).isPresent());
        RowTable<RecordRow> table = records.table();
        boolean utc = RunningWorkbench.inUi(() -> session.time().isUtc());

        RunningWorkbench.display().syncExec(() -> session.time().setUtc(!utc));

        RecordRow top = RunningWorkbench.inUi(() -> table.model().row(table.top()).orElseThrow());
        String written = RunningWorkbench.inUi(() -> table.table().getItem(0).getText(0));
        assertEquals(RunningWorkbench.inUi(() -> session.time().dateTime(top.record().time())), written);
        RunningWorkbench.display().syncExec(() -> session.time().setUtc(utc));
    }

    @Test
    void aTableOfManyRowsHoldsOnlyThoseOnScreen() {
        RecordsView records = CaseInWorkbench.view(RecordsView.ID, RecordsView.class);
        UiWait.until("records", () -> records.table().model().size() > 1000);
        RunningWorkbench.display().syncExec(() -> records.table().scrollTo(records.table().model().size()));
        UiWait.until("the last record", () -> records.table().model().row(records.table().model().size() - 1).isPresent());
        int items = RunningWorkbench.inUi(() -> records.table().table().getItemCount());
        assertTrue(items < 200, items + " rows");
        ListTable<SignIn> signIns = CaseInWorkbench.view(SignInsView.ID, SignInsView.class).table();
        assertFalse(RunningWorkbench.inUi(() -> signIns.rows().table().getItemCount() > 200));
    }
}
