package org.traceweave.ui.internal.records;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;

/** Sentences about what did not work, shown where they cannot be missed until the user has read them. */
final class NoticeBar {

    private static final Texts TEXTS = new Texts(NoticeBar.class);
    private static final int SHOWN = 3;

    private final CaseSession session;
    private final Composite bar;
    private final Label sentences;
    private final Link dismiss;

    NoticeBar(Composite parent, CaseSession session) {
        this.session = session;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 8;
        layout.marginHeight = 5;
        bar.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        bar.setLayoutData(data);
        Label image = new Label(bar, SWT.NONE);
        image.setImage(new Glyphs(bar).of("warning"));
        image.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
        sentences = new Label(bar, SWT.WRAP);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 200;
        sentences.setLayoutData(wide);
        sentences.setData("id", "notices");
        dismiss = new Link(bar, SWT.NONE);
        dismiss.setText("<a>" + TEXTS.get("notice.dismiss") + "</a>");
        dismiss.setLayoutData(new GridData(SWT.END, SWT.TOP, false, false));
        dismiss.addListener(SWT.Selection, event -> session.notices().clear());
        Runnable update = this::update;
        session.notices().addListener(update);
        bar.addDisposeListener(event -> session.notices().removeListener(update));
        update();
    }

    private void update() {
        List<String> all = session.notices().all();
        List<String> last = all.subList(Math.max(0, all.size() - SHOWN), all.size());
        String words = String.join("\n", last);
        sentences.setText(all.size() > SHOWN ? TEXTS.get("notice.more", "count", all.size() - SHOWN) + "\n" + words : words);
        sentences.setToolTipText(String.join("\n", all));
        ((GridData) bar.getLayoutData()).exclude = all.isEmpty();
        bar.setVisible(!all.isEmpty());
        bar.getParent().layout(true, true);
    }
}
