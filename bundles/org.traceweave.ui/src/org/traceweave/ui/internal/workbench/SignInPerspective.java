package org.traceweave.ui.internal.workbench;

import java.util.List;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.traceweave.ui.internal.flow.CallFlowView;
import org.traceweave.ui.internal.records.RecordsView;
import org.traceweave.ui.internal.views.CasesView;
import org.traceweave.ui.internal.views.DetailView;
import org.traceweave.ui.internal.views.FailuresView;
import org.traceweave.ui.internal.views.FindingsView;
import org.traceweave.ui.internal.views.SignInsView;
import org.traceweave.ui.internal.views.SourcesView;

/**
 * The views of a case at their places: what is in it on the left, time on top, records and tables in the middle, what it means and what was
 * chosen on the right.
 */
public final class SignInPerspective implements IPerspectiveFactory {

    public static final String ID = "org.traceweave.ui.perspective";

    private static final String TIMELINE = "org.traceweave.ui.timeline.view";
    private static final String CERTIFICATES = "org.traceweave.ui.certificates.list";
    /** The page of a certificate, which another bundle brings. */
    static final String CERTIFICATE = "org.traceweave.ui.certificates.page";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        String editors = layout.getEditorArea();
        IFolderLayout records = layout.createFolder("centre", IPageLayout.TOP, 0.95f, editors);
        records.addView(RecordsView.ID);
        records.addView(CallFlowView.ID);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.69f, "centre");
        right.addView(FindingsView.ID);
        IFolderLayout detail = layout.createFolder("detail", IPageLayout.BOTTOM, 0.45f, "right");
        detail.addView(DetailView.ID);
        detail.addView(CERTIFICATE);
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.25f, "centre");
        left.addView(SourcesView.ID);
        IFolderLayout cases = layout.createFolder("cases", IPageLayout.BOTTOM, 0.80f, "left");
        cases.addView(CasesView.ID);
        IFolderLayout time = layout.createFolder("time", IPageLayout.TOP, 0.26f, "centre");
        time.addView(TIMELINE);
        IFolderLayout tables = layout.createFolder("tables", IPageLayout.BOTTOM, 0.63f, "centre");
        tables.addView(SignInsView.ID);
        tables.addView(FailuresView.ID);
        tables.addView(CERTIFICATES);
        for (String view : List.of(RecordsView.ID, CallFlowView.ID, FindingsView.ID, DetailView.ID, CERTIFICATE, SourcesView.ID, CasesView.ID, TIMELINE,
                SignInsView.ID, FailuresView.ID, CERTIFICATES)) {
            layout.getViewLayout(view).setCloseable(false);
        }
    }
}
