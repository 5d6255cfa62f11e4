package org.traceweave.ui.internal.workbench;

import java.time.ZoneId;
import org.eclipse.jface.action.ControlContribution;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;

/** The switch in the toolbar by which all times are written in UTC or in local time. */
final class TimeZoneSwitch extends ControlContribution {

    private static final Texts TEXTS = new Texts(TimeZoneSwitch.class);

    private final CaseSession session;

    TimeZoneSwitch(CaseSession session) {
        super("org.traceweave.ui.zoneSwitch");
        this.session = session;
    }

    @Override
    protected Control createControl(Composite parent) {
        Composite both = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 2;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        both.setLayout(layout);
        Button utc = button(both, "UTC", TEXTS.get("zone.utc"), "utc");
        Button local = button(both, TEXTS.get("zone.localShort"), TEXTS.get("zone.local", "zone", ZoneId.systemDefault().getId()),
                "localTime");
        Runnable show = () -> {
            utc.setSelection(session.time().isUtc());
            local.setSelection(!session.time().isUtc());
        };
        utc.addListener(SWT.Selection, event -> choose(session, true, show));
        local.addListener(SWT.Selection, event -> choose(session, false, show));
        show.run();
        session.time().addListener(show);
        both.addDisposeListener(event -> session.time().removeListener(show));
        return both;
    }

    private static void choose(CaseSession session, boolean utc, Runnable show) {
        if (session.time().isUtc() != utc) {
            session.time().setUtc(utc);
        }
        show.run();
    }

    private static Button button(Composite parent, String words, String hint, String id) {
        Button button = new Button(parent, SWT.TOGGLE | SWT.FLAT);
        button.setText(words);
        button.setToolTipText(hint);
        button.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, false));
        button.setData("id", id);
        return button;
    }
}
