package org.traceweave.ui.certificates.internal;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.traceweave.ui.Texts;

/** Asks for the password of a keystore. It is kept nowhere. */
final class PasswordDialog extends TitleAreaDialog {

    private static final Texts TEXTS = new Texts(PasswordDialog.class);
    private static final int INDENT = 10;

    private final String file;
    private final String wrong;
    private @Nullable Text field;
    private char[] password = new char[0];

    /** @param wrong what was wrong with the password given before; empty the first time */
    PasswordDialog(Shell shell, String file, String wrong) {
        super(shell);
        this.file = file;
        this.wrong = wrong;
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("password.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(TEXTS.get("password.heading", "name", file));
        setMessage(TEXTS.get("password.message"));
        if (!wrong.isEmpty()) {
            setErrorMessage(wrong);
        }
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = INDENT;
        layout.marginHeight = INDENT;
        area.setLayout(layout);
        new Label(area, SWT.NONE).setText(TEXTS.get("password.field"));
        Text made = new Text(area, SWT.BORDER | SWT.PASSWORD);
        made.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        made.setFocus();
        field = made;
        return area;
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == IDialogConstants.OK_ID && field != null) {
            password = field.getTextChars();
        }
        super.buttonPressed(button);
    }

    char[] password() {
        return password.clone();
    }
}
