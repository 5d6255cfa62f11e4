package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CaseTrustLists;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.probe.ProbeClient;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeProxy;
import org.traceweave.probe.ProbeRequest;
import org.traceweave.probe.ProbeResult;
import org.traceweave.probe.ProbeTarget;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;

/**
 * Asks a live endpoint what it presents and shows the answer; its certificates can be opened beside, and saved into the case. The window stays usable
 * meanwhile. UI thread only; the probe runs on a thread of its own and can be stopped.
 */
final class ProbeDialog extends WorkDialog {

    private static final Texts TEXTS = new Texts(ProbeDialog.class);
    private static final Point SIZE = new Point(820, 760);
    private static final int COLUMNS = 4;
    private static final int PROBE = IDialogConstants.CLIENT_ID;
    private static final int STOP = IDialogConstants.CLIENT_ID + 1;
    private static final int SHOW = IDialogConstants.CLIENT_ID + 2;
    private static final int SAVE = IDialogConstants.CLIENT_ID + 3;

    private final CaseSession session;
    private final Consumer<OpenedCertificates> open;
    private @Nullable Fields fields;
    private Optional<ProbeResult> result = Optional.empty();

    /** The controls of the question and the answer. */
    private record Fields(Text target, Text name, Button noName, Text proxy, Text user, Text password, Button everything, Button get, PageView page) {
    }

    /** @param open shows certificates on the page of certificates */
    ProbeDialog(Shell shell, CaseSession session, Consumer<OpenedCertificates> open) {
        super(shell, TEXTS.get("probe.title"), SIZE, COLUMNS);
        this.session = session;
        this.open = open;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MAX | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    void fill(Composite area) {
        setTitle(TEXTS.get("probe.heading"));
        setMessage(TEXTS.get("probe.message"));
        Text target = field(area, "probe.target", 3, SWT.NONE);
        target.setMessage(TEXTS.get("probe.target.hint"));
        target.setData("id", "probe-target");
        target.addListener(SWT.DefaultSelection, event -> probe());
        Text name = field(area, "probe.name", 1, SWT.NONE);
        name.setMessage(TEXTS.get("probe.name.hint"));
        Button noName = check(area, "probe.noName", 2);
        noName.addListener(SWT.Selection, event -> name.setEnabled(!noName.getSelection()));
        Text proxy = field(area, "probe.proxy", 3, SWT.NONE);
        proxy.setMessage(TEXTS.get("probe.proxy.hint"));
        Text user = field(area, "probe.user", 1, SWT.NONE);
        Text password = field(area, "probe.password", 1, SWT.PASSWORD);
        new Label(area, SWT.NONE);
        Button everything = check(area, "probe.everything", 1);
        Button get = check(area, "probe.sendGet", 2);
        PageView page = new PageView(area, session.theming());
        page.control().setData("id", "probe-result");
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS, 1);
        page.control().setLayoutData(wide);
        page.onLink(link -> {
            if (link instanceof CertificateLink.ToAddress address) {
                Program.launch(address.url());
            }
        });
        PageMenu.on(page.control(), menu -> { });
        fields = new Fields(target, name, noName, proxy, user, password, everything, get, page);
        target.setFocus();
    }

    private static Text field(Composite area, String key, int columns, int style) {
        new Label(area, SWT.NONE).setText(TEXTS.get(key));
        Text field = new Text(area, SWT.BORDER | SWT.SINGLE | style);
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1));
        return field;
    }

    private static Button check(Composite area, String key, int columns) {
        Button check = new Button(area, SWT.CHECK);
        check.setText(TEXTS.get(key));
        check.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false, columns, 1));
        return check;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, PROBE, TEXTS.get("probe.start"), true);
        createButton(parent, STOP, TEXTS.get("probe.stop"), false);
        createButton(parent, SHOW, TEXTS.get("probe.show"), false);
        createButton(parent, SAVE, TEXTS.get("probe.save"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
        enable(false);
    }

    private void enable(boolean running) {
        boolean certificates = !running && !certificates().isEmpty();
        getButton(PROBE).setEnabled(!running);
        getButton(STOP).setEnabled(running);
        getButton(SHOW).setEnabled(certificates);
        getButton(SAVE).setEnabled(certificates);
    }

    private List<DecodedCertificate> certificates() {
        return result.flatMap(ProbeResult::handshake).map(ProbeHandshake::sent).orElse(List.of());
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case PROBE -> probe();
            case STOP -> stop();
            case SHOW -> open.accept(opened());
            case SAVE -> save();
            default -> super.buttonPressed(button);
        }
    }

    private OpenedCertificates opened() {
        String from = TEXTS.get("probe.from", "target", result.map(each -> each.request().target().toString()).orElse(""));
        List<OpenedCertificates.Found> found = new ArrayList<>();
        int place = 1;
        for (DecodedCertificate certificate : certificates()) {
            found.add(new OpenedCertificates.One(certificate, TEXTS.get("probe.place", "number", place++)));
        }
        return new OpenedCertificates(from, found);
    }

    private void stop() {
        work().cancelAll();
        setMessage(TEXTS.get("probe.stopped"));
        enable(false);
    }

    private void probe() {
        Fields asked = fields;
        if (asked == null) {
            return;
        }
        setErrorMessage(null);
        ProbeRequest request;
        try {
            request = request(asked);
        } catch (IllegalArgumentException wrong) {
            setErrorMessage(wrong.getMessage());
            return;
        }
        result = Optional.empty();
        asked.page.show(new PageText());
        enable(true);
        setMessage(TEXTS.get("probe.running", "target", request.target()));
        Shell shell = getShell();
        work().ask("probe", cancel -> ProbeClient.probe(request, doing -> tell(shell, request, doing), cancel::isCancelled), done -> {
            result = Optional.of(done);
            setMessage(TEXTS.get(done.handshake().isPresent() ? "probe.done" : "probe.failed", "target", request.target()));
            asked.page.show(new ProbePage(done, session.time()).write());
            enable(false);
        }, sentence -> {
            setErrorMessage(sentence);
            enable(false);
        });
    }

    private void tell(Shell shell, ProbeRequest request, String doing) {
        shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed() && getButton(STOP).isEnabled()) {
                setMessage(TEXTS.get("probe.doing", "target", request.target(), "doing", doing));
            }
        });
    }

    /** @throws IllegalArgumentException if a field says nothing that can be probed; the message says what */
    private ProbeRequest request(Fields asked) {
        ProbeRequest plain = ProbeRequest.of(ProbeTarget.parse(asked.target.getText()));
        String name = asked.name.getText().strip();
        Optional<String> serverName = asked.noName.getSelection() ? Optional.empty() : name.isEmpty() ? plain.serverName()
                : Optional.of(ProbeTarget.parse(name).host());
        Optional<ProbeProxy> proxy = asked.proxy.getText().isBlank() ? Optional.empty() : Optional.of(ProbeProxy.parse(asked.proxy.getText()));
        Optional<ProbeProxy> withUser = asked.user.getText()
                .isBlank() ? proxy : proxy.map(each -> each.withUser(asked.user.getText().strip(), Optional.of(asked.password.getTextChars())));
        Optional<CaseTrustLists> lists = session.openCase().map(each -> each.source().trustLists());
        return plain.withServerName(serverName).withProxy(withUser).withEverything(asked.everything.getSelection()).withGet(asked.get.getSelection())
                .withTrust(lists.map(CaseTrustLists::machines).orElse(TrustAnchors.none()), lists.map(CaseTrustLists::publicRoots)
                .orElse(TrustAnchors.none()));
    }

    private void save() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE | SWT.SHEET);
        dialog.setText(TEXTS.get("probe.save"));
        dialog.setOverwrite(true);
        dialog.setFileName(result.map(each -> each.request().target().host()).orElse("probe").replaceAll("[^A-Za-z0-9.-]", "-") + ".pem");
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        String pem = certificates().stream().map(CertificateText::pem).collect(Collectors.joining());
        Path file = Path.of(chosen);
        try {
            Files.writeString(file, pem, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            setErrorMessage(TEXTS.get("save.failed", "file", file, "reason", String.valueOf(e.getMessage())));
            return;
        }
        session.importSources(List.of(file));
        setMessage(TEXTS.get("probe.saved", "file", file));
    }
}
