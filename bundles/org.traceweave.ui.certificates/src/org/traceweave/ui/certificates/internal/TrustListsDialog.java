package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CaseTrustList;
import org.traceweave.cases.CaseTrustLists;
import org.traceweave.certificates.TrustListException;
import org.traceweave.certificates.TrustLists;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.Texts;

/** The trust lists of the open case: what its machines and clients trust. Lists are added from files and taken out. UI thread only. */
final class TrustListsDialog extends WorkDialog {

    private static final Texts TEXTS = new Texts(TrustListsDialog.class);
    private static final Point SIZE = new Point(860, 460);

    private final CaseTrustLists lists;
    private final Runnable changed;
    private @Nullable ListTable<CaseTrustList> table;
    private @Nullable Button remove;

    /** How adding a list ended. {@code locked}: why a password is needed; empty where it was added. */
    private record Added(Optional<String> locked, List<String> problems) {
    }

    private TrustListsDialog(Shell shell, CaseTrustLists lists, Runnable changed) {
        super(shell, TEXTS.get("trust.title"), SIZE, 2);
        this.lists = lists;
        this.changed = changed;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Opens it for the case of a session; {@code changed} is told of every change. Without a case it says that one is needed. */
    static void open(Shell shell, CaseSession session, Runnable changed) {
        if (session.openCase().isEmpty()) {
            MessageDialog.openInformation(shell, TEXTS.get("trust.title"), TEXTS.get("trust.noCase"));
            return;
        }
        new TrustListsDialog(shell, session.openCase().get().source().trustLists(), changed).open();
    }

    @Override
    void fill(Composite area) {
        setTitle(TEXTS.get("trust.heading"));
        setMessage(TEXTS.get("trust.message"));
        lists.problem().ifPresent(this::setErrorMessage);
        ListTable<CaseTrustList> made = new ListTable<>(area, List.of(
                RowColumn.of(TEXTS.get("trust.name"), 0, each -> each.list().name()),
                RowColumn.of(TEXTS.get("trust.format"), 150, each -> each.list().format().title()),
                RowColumn.number(TEXTS.get("trust.count"), 96, each -> String.valueOf(each.list().entries().size()), each -> (long) each.list()
                .entries().size()),
                RowColumn.of(TEXTS.get("trust.kind"), 190, each -> TEXTS.get(each.publicProgram() ? "trust.public" : "trust.own"))));
        made.rows().table().setData("id", "trust-lists");
        made.rows().control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        made.onChoice(each -> enable());
        table = made;
        Composite buttons = new Composite(area, SWT.NONE);
        buttons.setLayout(new GridLayout(1, true));
        buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button(buttons, "trust.add", () -> add(false));
        button(buttons, "trust.addPublic", () -> add(true));
        remove = button(buttons, "trust.remove", this::remove);
        show();
    }

    private static Button button(Composite parent, String key, Runnable what) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(TEXTS.get(key));
        button.setData("id", key);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, event -> what.run());
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    private void show() {
        if (table != null) {
            table.setRows(lists.lists());
        }
        enable();
    }

    private void enable() {
        if (remove != null && table != null) {
            remove.setEnabled(table.rows().chosenRow().isPresent());
        }
    }

    private void add(boolean publicProgram) {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.SHEET);
        dialog.setText(TEXTS.get("trust.add"));
        String chosen = dialog.open();
        if (chosen != null) {
            add(Path.of(chosen), Optional.empty(), publicProgram);
        }
    }

    private void add(Path file, Optional<char[]> password, boolean publicProgram) {
        setErrorMessage(null);
        work().ask("add", cancel -> added(file, password, publicProgram), added -> {
            if (added.locked.isPresent()) {
                PasswordDialog dialog = new PasswordDialog(getShell(), String.valueOf(file.getFileName()), password.isPresent() ? added.locked.get() : "");
                if (dialog.open() == Window.OK) {
                    add(file, Optional.of(dialog.password()), publicProgram);
                }
                return;
            }
            if (!added.problems.isEmpty()) {
                setErrorMessage(String.join(" ", added.problems.subList(0, Math.min(2, added.problems.size()))));
            }
            show();
            changed.run();
        }, this::setErrorMessage);
    }

    private Added added(Path file, Optional<char[]> password, boolean publicProgram) throws IOException {
        if (Files.size(file) > TrustLists.MAX_BYTES) {
            throw new IOException(TEXTS.get("trust.tooLong", "name", String.valueOf(file.getFileName()), "megabytes", TrustLists.MAX_BYTES >> 20));
        }
        try {
            CaseTrustList list = lists.add(String.valueOf(file.getFileName()), Files.readAllBytes(file), password, publicProgram);
            return new Added(Optional.empty(), list.list().problems());
        } catch (TrustListException e) {
            if (e.passwordNeeded()) {
                return new Added(Optional.of(e.getMessage()), List.of());
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    private void remove() {
        Optional<CaseTrustList> chosen = table == null ? Optional.empty() : table.rows().chosenRow();
        chosen.ifPresent(list -> work().ask("remove", cancel -> {
            lists.remove(list.id());
            return list;
        }, removed -> {
            show();
            changed.run();
        }, this::setErrorMessage));
    }
}
