package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.KeyFingerprints;
import org.traceweave.ui.Texts;

/** What can be taken out of the views of a certificate: to the clipboard in every form, and to a file. UI thread only. */
final class CertificateCopies {

    private static final Texts TEXTS = new Texts(CertificateCopies.class);

    private final Supplier<Optional<Dossier>> shown;
    private final Supplier<Shell> shell;
    private final Consumer<String> trouble;

    /** @param trouble takes a sentence about what went wrong */
    CertificateCopies(Supplier<Optional<Dossier>> shown, Supplier<Shell> shell, Consumer<String> trouble) {
        this.shown = shown;
        this.shell = shell;
        this.trouble = trouble;
    }

    /** What makes words of a certificate. */
    @FunctionalInterface
    private interface Words {
        Optional<String> of(Dossier dossier);
    }

    /** Adds what the certificate as a whole can be copied and saved as. */
    void addTo(IMenuManager menu) {
        boolean bytes = shown.get().flatMap(Dossier::decoded).isPresent();
        copy(menu, "copy.pem", bytes, dossier -> dossier.decoded().map(CertificateText::pem));
        copy(menu, "copy.text", bytes, dossier -> dossier.decoded().map(CertificateText::text));
        copy(menu, "copy.markdown", shown.get().isPresent(), dossier -> Optional.of(CertificateMarkdown.of(dossier)));
        menu.add(new Separator());
        copy(menu, "copy.sha1", shown.get().flatMap(each -> each.facts().sha1()).isPresent(), dossier -> dossier.facts().sha1());
        copy(menu, "copy.sha256", shown.get().flatMap(each -> each.facts().sha256()).isPresent(), dossier -> dossier.facts().sha256());
        copy(menu, "copy.pin", bytes, dossier -> dossier.decoded().flatMap(KeyFingerprints::of).map(KeyFingerprints::pin));
        menu.add(new Separator());
        menu.add(action("save.pem", bytes, () -> save(".pem", dossier -> dossier.decoded()
                .map(each -> CertificateText.pem(each).getBytes(StandardCharsets.US_ASCII)))));
        menu.add(action("save.der", bytes, () -> save(".cer", dossier -> dossier.decoded().map(each -> each.encoded()))));
    }

    private void copy(IMenuManager menu, String key, boolean enabled, Words words) {
        menu.add(action(key, enabled, () -> shown.get().flatMap(words::of).ifPresent(text -> toClipboard(shell.get().getDisplay(), text))));
    }

    static Action action(String key, boolean enabled, Runnable what) {
        Action action = new Action(TEXTS.get(key)) {
            @Override
            public void run() {
                what.run();
            }
        };
        action.setId(key);
        action.setEnabled(enabled);
        return action;
    }

    static void toClipboard(Display display, String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(display);
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** What makes bytes of a certificate. */
    @FunctionalInterface
    private interface Bytes {
        Optional<byte[]> of(Dossier dossier);
    }

    private void save(String ending, Bytes bytes) {
        Optional<Dossier> dossier = shown.get();
        Optional<byte[]> content = dossier.flatMap(bytes::of);
        if (content.isEmpty()) {
            return;
        }
        FileDialog dialog = new FileDialog(shell.get(), SWT.SAVE | SWT.SHEET);
        dialog.setOverwrite(true);
        dialog.setFileName(fileName(dossier.get()) + ending);
        String chosen = dialog.open();
        if (chosen != null) {
            write(Path.of(chosen), content.get());
        }
    }

    private void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            trouble.accept(TEXTS.get("save.failed", "file", file, "reason", e.getMessage()));
        }
    }

    private static String fileName(Dossier dossier) {
        String name = CertificateWords.shortName(dossier.facts().subject()).replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return name.isEmpty() ? dossier.facts().sha1().orElse("certificate") : name;
    }
}
