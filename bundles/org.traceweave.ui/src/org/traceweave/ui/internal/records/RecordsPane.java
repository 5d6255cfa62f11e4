package org.traceweave.ui.internal.records;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.RowTable;
import org.traceweave.ui.Texts;

/** The controls of the records view: notices, import, query and table; or, without a case, what can be done to get one. */
final class RecordsPane {

    private static final Texts TEXTS = new Texts(RecordsPane.class);

    private final CaseSession session;
    private final StackLayout stack = new StackLayout();
    private final Composite area;
    private final Composite records;
    private final Welcome welcome;
    private final ImportBar imports;
    private final QueryBar query;
    private final RowTable<RecordRow> table;
    private final Link showAll;

    RecordsPane(Composite parent, CaseSession session, Consumer<String> asked) {
        this.session = session;
        Composite all = new Composite(parent, SWT.NONE);
        all.setLayout(tight());
        new NoticeBar(all, session);
        imports = new ImportBar(all, session);
        area = new Composite(all, SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area.setLayout(stack);
        records = new Composite(area, SWT.NONE);
        records.setLayout(tight());
        query = new QueryBar(records, session, asked);
        query.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        showAll = new Link(records, SWT.NONE);
        showAll.setText(TEXTS.get("records.notAmongHits"));
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.exclude = true;
        data.horizontalIndent = 8;
        showAll.setLayoutData(data);
        table = new RowTable<>(records, RecordsView.columns(session.time()));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.table().setData("id", "records");
        welcome = new Welcome(area, session);
        stack.topControl = welcome.control();
    }

    private static GridLayout tight() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    QueryBar query() {
        return query;
    }

    RowTable<RecordRow> table() {
        return table;
    }

    Link showAll() {
        return showAll;
    }

    void caseChanged() {
        boolean empty = session.openCase().isEmpty()
                || session.openCase().get().source().sources().isEmpty() && session.importing().isEmpty();
        stack.topControl = empty ? welcome.control() : records;
        area.layout(true);
    }

    void importChanged() {
        imports.update();
        caseChanged();
    }

    /** Says that the chosen record is not among the hits. */
    void showNotAmong(boolean shown) {
        GridData data = (GridData) showAll.getLayoutData();
        if (data.exclude == shown) {
            data.exclude = !shown;
            showAll.setVisible(shown);
            records.layout(true, true);
        }
    }
}
