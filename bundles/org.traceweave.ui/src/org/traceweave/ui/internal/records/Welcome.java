package org.traceweave.ui.internal.records;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;

/** What an empty window says: what it is for, and how to get a case into it. */
final class Welcome {

    private static final Texts TEXTS = new Texts(Welcome.class);
    private static final int WIDTH = 460;

    private final Composite composite;

    Welcome(Composite parent, CaseSession session) {
        composite = new Composite(parent, SWT.NONE);
        composite.setLayout(new GridLayout(1, false));
        Composite inner = new Composite(composite, SWT.NONE);
        inner.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        GridLayout layout = new GridLayout(1, false);
        layout.verticalSpacing = 10;
        inner.setLayout(layout);
        Glyphs glyphs = new Glyphs(inner);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), inner);
        Label title = new Label(inner, SWT.CENTER);
        title.setText(TEXTS.get("welcome.title"));
        Font large = fonts.create(FontDescriptor.createFrom(title.getFont()).increaseHeight(7));
        title.setFont(large);
        title.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        Label drop = new Label(inner, SWT.WRAP | SWT.CENTER);
        drop.setText(TEXTS.get("welcome.drop"));
        GridData wide = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        wide.widthHint = WIDTH;
        drop.setLayoutData(wide);
        Composite buttons = new Composite(inner, SWT.NONE);
        buttons.setLayout(new GridLayout(4, false));
        buttons.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        button(buttons, glyphs, "sample", "welcome.sample", "org.traceweave.ui.openSample");
        button(buttons, glyphs, "import-files", "welcome.files", "org.traceweave.ui.importFiles");
        button(buttons, glyphs, "import-folder", "welcome.folder", "org.traceweave.ui.importFolder");
        button(buttons, glyphs, "open-case", "welcome.open", "org.traceweave.ui.openCase");
        Runnable recolour = () -> drop.setForeground(session.theming().palette().muted());
        recolour.run();
        session.theming().addListener(recolour);
        composite.addDisposeListener(event -> session.theming().removeListener(recolour));
    }

    Composite control() {
        return composite;
    }

    private static void button(Composite parent, Glyphs glyphs, String glyph, String key, String command) {
        Button button = new Button(parent, SWT.PUSH);
        button.setImage(glyphs.of(glyph));
        button.setText(" " + TEXTS.get(key));
        button.setData("id", command);
        button.addListener(SWT.Selection, event -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                ILog.of(Welcome.class).error("the command " + command + " cannot be run", e);
            }
        });
    }
}
