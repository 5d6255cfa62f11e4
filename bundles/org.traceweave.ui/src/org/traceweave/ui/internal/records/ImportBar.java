package org.traceweave.ui.internal.records;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.ImportState;
import org.traceweave.ui.Texts;

/** How the import gets on, with the button that stops it; there only while one runs. */
final class ImportBar {

    private static final Texts TEXTS = new Texts(ImportBar.class);
    private static final int STEPS = 1000;

    private final CaseSession session;
    private final Composite bar;
    private final Label words;
    private final ProgressBar progress;
    private final Button cancel;

    ImportBar(Composite parent, CaseSession session) {
        this.session = session;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 8;
        layout.marginHeight = 3;
        layout.horizontalSpacing = 10;
        bar.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        bar.setLayoutData(data);
        words = new Label(bar, SWT.NONE);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 200;
        words.setLayoutData(wide);
        progress = new ProgressBar(bar, SWT.SMOOTH);
        progress.setMaximum(STEPS);
        GridData narrow = new GridData(SWT.END, SWT.CENTER, false, false);
        narrow.widthHint = 180;
        progress.setLayoutData(narrow);
        cancel = new Button(bar, SWT.PUSH);
        cancel.setText(TEXTS.get("import.cancel"));
        cancel.setData("id", "cancelImport");
        cancel.addListener(SWT.Selection, event -> session.cancelImport());
        update();
    }

    void update() {
        Optional<ImportState> state = session.importing();
        boolean shown = state.isPresent();
        if (((GridData) bar.getLayoutData()).exclude == shown) {
            ((GridData) bar.getLayoutData()).exclude = !shown;
            bar.setVisible(shown);
            bar.getParent().layout(true, true);
        }
        state.ifPresent(this::show);
    }

    private void show(ImportState state) {
        String key = state.cancelling() ? "import.cancelling" : state.bytesTotal() == 0 ? "import.begins" : "import.runs";
        words.setText(TEXTS.get(key, "done", size(state.bytesDone()), "total", size(state.bytesTotal()), "records", state.records(),
                "source", state.current()));
        progress.setSelection((int) (state.share() * STEPS));
        cancel.setEnabled(!state.cancelling());
    }

    /** A number of bytes in the unit that suits it. */
    static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        String[] units = {"KB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = -1;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}
