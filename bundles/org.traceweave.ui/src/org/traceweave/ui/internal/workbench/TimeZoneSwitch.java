package org.traceweave.ui.internal.workbench;

import java.time.ZoneId;
import java.util.List;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;

/** One half of the switch in the toolbar by which all times are written in UTC or in local time. */
final class TimeZoneSwitch extends ContributionItem {

    private static final Texts TEXTS = new Texts(TimeZoneSwitch.class);

    private final CaseSession session;
    private final boolean utc;

    private TimeZoneSwitch(CaseSession session, boolean utc) {
        super(utc ? "org.traceweave.ui.utc" : "org.traceweave.ui.localTime");
        this.session = session;
        this.utc = utc;
    }

    /** Both halves. */
    static List<TimeZoneSwitch> of(CaseSession session) {
        return List.of(new TimeZoneSwitch(session, true), new TimeZoneSwitch(session, false));
    }

    @Override
    public void fill(ToolBar parent, int index) {
        ToolItem item = new ToolItem(parent, SWT.CHECK, index < 0 ? parent.getItemCount() : index);
        item.setText(TEXTS.get(utc ? "zone.utcShort" : "zone.localShort"));
        item.setToolTipText(TEXTS.get(utc ? "zone.utc" : "zone.local", "zone", ZoneId.systemDefault().getId()));
        item.setData("id", utc ? "utc" : "localTime");
        Runnable show = () -> item.setSelection(session.time().isUtc() == utc);
        item.addListener(SWT.Selection, event -> {
            if (session.time().isUtc() != utc) {
                session.time().setUtc(utc);
            }
            show.run();
        });
        show.run();
        session.time().addListener(show);
        item.addDisposeListener(event -> session.time().removeListener(show));
    }
}
