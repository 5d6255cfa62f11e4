package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.traceweave.certificates.TrustListException;
import org.traceweave.certificates.TrustLists;
import org.traceweave.ui.Texts;
import org.traceweave.ui.ViewWork;

/** Reads files for the certificates in them, off the UI thread; a keystore's password is asked for. To be used from the UI thread. */
final class CertificateFiles {

    private static final Texts TEXTS = new Texts(CertificateFiles.class);

    private final List<Path> files;
    private final Shell shell;
    private final ViewWork work;
    private final Consumer<OpenedCertificates> done;
    private final List<OpenedCertificates> read = new ArrayList<>();

    /** What came of reading one file. */
    private sealed interface Outcome {
    }

    private record Read(OpenedCertificates opened) implements Outcome {
    }

    private record Locked(String message) implements Outcome {
    }

    private CertificateFiles(List<Path> files, Shell shell, ViewWork work, Consumer<OpenedCertificates> done) {
        this.files = List.copyOf(files);
        this.shell = shell;
        this.work = work;
        this.done = done;
    }

    /** Reads {@code files} and gives all that was found in them, together, to {@code done} on the UI thread. */
    static void read(List<Path> files, Shell shell, ViewWork work, Consumer<OpenedCertificates> done) {
        if (!files.isEmpty()) {
            new CertificateFiles(files, shell, work, done).next(Optional.empty());
        }
    }

    private void next(Optional<char[]> password) {
        if (read.size() == files.size()) {
            done.accept(together());
            return;
        }
        Path file = files.get(read.size());
        work.<Outcome>ask("open", cancel -> outcome(file, password), outcome -> {
            switch (outcome) {
                case Read found -> {
                    read.add(found.opened);
                    next(Optional.empty());
                }
                case Locked locked -> askPassword(file, locked.message, password.isPresent());
            }
        }, sentence -> {
            read.add(failed(file, sentence));
            next(Optional.empty());
        });
    }

    private static Outcome outcome(Path file, Optional<char[]> password) throws IOException {
        long size = Files.size(file);
        if (size > TrustLists.MAX_BYTES) {
            return new Read(failed(file, TEXTS.get("opened.tooLong", "megabytes", TrustLists.MAX_BYTES >> 20)));
        }
        try {
            return new Read(OpenedCertificates.ofFile(String.valueOf(file.getFileName()), Files.readAllBytes(file), password));
        } catch (TrustListException e) {
            return new Locked(e.getMessage());
        }
    }

    private void askPassword(Path file, String message, boolean again) {
        PasswordDialog dialog = new PasswordDialog(shell, String.valueOf(file.getFileName()), again ? message : "");
        if (dialog.open() == Window.OK) {
            next(Optional.of(dialog.password()));
        } else {
            read.add(failed(file, message));
            next(Optional.empty());
        }
    }

    private static OpenedCertificates failed(Path file, String why) {
        return new OpenedCertificates(TEXTS.get("opened.file", "name", String.valueOf(file.getFileName())),
                List.of(new OpenedCertificates.Unread(why, "")));
    }

    private OpenedCertificates together() {
        if (read.size() == 1) {
            return read.getFirst();
        }
        return new OpenedCertificates(TEXTS.get("opened.files", "count", read.size()), read.stream().flatMap(each -> each.found().stream()).toList());
    }
}
