package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.CaseTrustList;
import org.traceweave.cases.CaseTrustLists;
import org.traceweave.certificates.TrustListException;
import org.traceweave.charts.ExpiryPicture;
import org.traceweave.model.Certificate;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.certificates.internal.CertificateView;
import org.traceweave.ui.certificates.internal.CertificatesView;

/** The certificates of the sample case, and one from the clipboard, in the window. */
@ExtendWith(RunningWorkbench.class)
class CertificatesInWorkbenchTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void openTheSample() throws IOException {
        CaseInWorkbench.drop(CaseInWorkbench.sample(folder));
        CaseInWorkbench.waitUntilAnalysed();
    }

    @AfterAll
    static void closeTheCase() {
        CaseInWorkbench.closeCase();
    }

    private static Certificate weak() {
        CaseSession session = CaseInWorkbench.session();
        return RunningWorkbench.inUi(() -> session.answers().certificates().stream()
                .filter(each -> each.lints().stream().anyMatch(lint -> lint.id().equals("L01")))
                .filter(each -> !each.subjectAltNames().isEmpty()).findFirst().orElseThrow());
    }

    /** Chooses it, and waits until its page is there. */
    private static CertificateView shown(Certificate certificate) {
        CertificateView view = CaseInWorkbench.view(CertificateView.ID, CertificateView.class);
        CaseSession session = CaseInWorkbench.session();
        RunningWorkbench.display().syncExec(() -> session.selection().choose(new Chosen.Shown(certificate)));
        UiWait.until("the page of the certificate", () -> view.page().page().text().contains(certificate.sha1().orElseThrow()));
        return view;
    }

    private static String text(CertificateView view, String page) {
        return RunningWorkbench.inUi(() -> view.page(page).page().text());
    }

    @Test
    void theVerdictSaysWhatItIsUntilWhenSignedWithWhatByWhomAndWhatMendsIt() throws IOException {
        CertificateView view = shown(weak());
        String verdict = text(view, "VERDICT");
        assertTrue(verdict.contains("signed with SHA-1 by "), verdict);
        assertTrue(verdict.contains("SIG-SHA1-LEAF"), verdict);
        assertTrue(verdict.contains("CNGHashAlgorithm SHA256"), verdict);
        assertTrue(verdict.contains("Carried by "), verdict);
        Screenshots.take("certificate");
    }

    @Test
    void everyOtherPageAnswersItsQuestion() {
        Certificate certificate = weak();
        CertificateView view = shown(certificate);
        assertTrue(text(view, "NAMES").contains("is one of its names"), text(view, "NAMES"));
        assertTrue(text(view, "VALIDITY").contains("days before its end"), text(view, "VALIDITY"));
        assertTrue(text(view, "DETAILS").contains("subjectAltName"), text(view, "DETAILS"));
        assertTrue(text(view, "KEYS").contains(certificate.sha256().orElseThrow()), text(view, "KEYS"));
        assertTrue(text(view, "TEXT").contains("-----BEGIN CERTIFICATE-----"), text(view, "TEXT"));
        StyledText whatIf = (StyledText) CaseInWorkbench.control("what-if");
        UiWait.until("the verdict of each client", () -> whatIf.getText().contains("Chrome") && whatIf.getText().contains("Skype Room System"));
    }

    @Test
    void anElementOfTheTreeMarksItsBytesAndAByteChoosesItsElement() {
        shown(weak());
        Tree tree = (Tree) CaseInWorkbench.control("asn1-tree");
        StyledText hex = (StyledText) CaseInWorkbench.control("asn1-hex");
        RunningWorkbench.display().syncExec(() -> {
            TreeItem serial = Arrays.stream(tree.getItem(0).getItem(0).getItems()).filter(item -> item.getText().startsWith("serialNumber"))
                    .findFirst().orElseThrow();
            Event chosen = new Event();
            chosen.item = serial;
            tree.setSelection(serial);
            tree.notifyListeners(SWT.Selection, chosen);
        });
        assertTrue(RunningWorkbench.inUi(() -> hex.getStyleRanges().length) >= 4);

        RunningWorkbench.display().syncExec(() -> {
            hex.setCaretOffset(hex.getText().indexOf("30 82"));
            hex.notifyListeners(SWT.KeyUp, new Event());
        });
        assertEquals(List.of(RunningWorkbench.inUi(() -> tree.getItem(0).getText())), RunningWorkbench.inUi(() -> Arrays.stream(tree.getSelection())
                .map(TreeItem::getText).toList()));
    }

    @Test
    void theClipboardIsOpenedBesideTheCase() {
        CertificateView view = shown(weak());
        String pem = text(view, "TEXT").substring(0, text(view, "TEXT").indexOf("-----END CERTIFICATE-----") + "-----END CERTIFICATE-----".length());
        RunningWorkbench.display().syncExec(() -> {
            Clipboard clipboard = new Clipboard(RunningWorkbench.display());
            clipboard.setContents(new Object[] {"from a mail:\n> " + pem.replace("\n", "\n> ")}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
        RunningWorkbench.display().syncExec(() -> {
            try {
                RunningWorkbench.window().getService(IHandlerService.class).executeCommand("org.traceweave.ui.certificates.openClipboard", null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        UiWait.until("the certificate of the clipboard", () -> view.page().page().text().contains("From the clipboard"));
    }

    @Test
    void aColumnOfTheChartNarrowsTheTableToWhatEndsThere() {
        CertificatesView view = CaseInWorkbench.view(CertificatesView.ID, CertificatesView.class);
        RunningWorkbench.display().syncExec(() -> RunningWorkbench.window().getActivePage().setPartState(RunningWorkbench.window().getActivePage()
                .getReference(view),
                IWorkbenchPage.STATE_MAXIMIZED));
        UiWait.until("the chart", () -> view.chart().filter(picture -> !picture.columns().isEmpty()).isPresent());
        ExpiryPicture.Column column = RunningWorkbench.inUi(() -> view.chart().orElseThrow().columns().getFirst());

        RunningWorkbench.display().syncExec(() -> view.chooseEnding(Optional.of(column)));

        assertEquals(column.keys().size(), RunningWorkbench.inUi(() -> view.table().shown().size()));
        RunningWorkbench.display().syncExec(() -> view.chooseEnding(Optional.empty()));
        assertEquals(RunningWorkbench.inUi(() -> view.table().all().size()), RunningWorkbench.inUi(() -> view.table().shown().size()));
        RunningWorkbench.display().syncExec(() -> RunningWorkbench.window().getActivePage().setPartState(RunningWorkbench.window().getActivePage()
                .getReference(view),
                IWorkbenchPage.STATE_RESTORED));
    }

    @Test
    void severalAreComparedByWhatDiffers() {
        CertificatesView list = CaseInWorkbench.view(CertificatesView.ID, CertificatesView.class);
        Certificate weak = weak();
        Certificate other = RunningWorkbench.inUi(() -> list.table().all().stream().filter(each -> each.subject().equals(weak.subject())
                && !each.equals(weak)).findFirst().orElseThrow());

        RunningWorkbench.display().syncExec(() -> list.compare(List.of(weak, other)));

        CertificateView view = CaseInWorkbench.view(CertificateView.ID, CertificateView.class);
        String comparison = text(view, "COMPARE");
        assertTrue(comparison.contains("sha1WithRSAEncryption") && comparison.contains("sha256WithRSAEncryption"), comparison);
    }

    @Test
    void aTrustListThatIsAddedIsJudgedByAtOnce() throws IOException, TrustListException {
        CaseSession session = CaseInWorkbench.session();
        CaseTrustLists lists = RunningWorkbench.inUi(() -> session.openCase().orElseThrow().source().trustLists());
        Certificate root = RunningWorkbench.inUi(() -> session.answers().certificates().stream().filter(each -> each.isSelfIssued() && each.isCa().orElse(false))
                .filter(each -> each.signatureHash().equals(Optional.of("SHA1"))).findFirst().orElseThrow());
        String pem = text(shown(root), "TEXT");
        CertificateView view = shown(weak());
        assertTrue(text(view, "VERDICT").contains("up to the root "), text(view, "VERDICT"));

        CaseTrustList added = lists.add("room.pem", pem.substring(0, pem.indexOf("Certificate:")).getBytes(StandardCharsets.US_ASCII), Optional.empty(), false);
        RunningWorkbench.display().syncExec(session::analyse);

        CaseInWorkbench.waitUntilAnalysed();
        Certificate judged = weak();
        RunningWorkbench.display().syncExec(() -> session.selection().choose(new Chosen.Nothing()));
        assertTrue(text(shown(judged), "VERDICT").contains(", trusted; length "), text(view, "VERDICT"));
        lists.remove(added.id());
        RunningWorkbench.display().syncExec(session::analyse);
        CaseInWorkbench.waitUntilAnalysed();
    }
}
