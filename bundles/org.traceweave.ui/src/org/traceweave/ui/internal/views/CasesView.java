package org.traceweave.ui.internal.views;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;
import org.traceweave.ui.internal.workbench.CaseClosing;

/** The cases opened last; a double click opens one. */
public final class CasesView extends CaseView {

    public static final String ID = "org.traceweave.ui.cases";

    private static final Texts TEXTS = new Texts(CasesView.class);

    private @Nullable Table table;
    private @Nullable Glyphs glyphs;

    @Override
    protected void createContent(Composite parent) {
        Table made = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table = made;
        glyphs = new Glyphs(made);
        made.setData("id", "cases");
        made.addListener(SWT.DefaultSelection, event -> open());
        Menu menu = new Menu(made);
        item(menu, "cases.open", this::open);
        item(menu, "cases.forget", () -> chosen().forEach(session().recent()::forget));
        made.setMenu(menu);
        Runnable update = this::fill;
        session().recent().addListener(update);
        parent.addDisposeListener(event -> session().recent().removeListener(update));
    }

    private static void item(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(TEXTS.get(key));
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void open() {
        chosen().forEach(folder -> CaseClosing.thenDo(session(), getSite().getShell(), () -> session().openFolder(folder, List.of())));
    }

    private List<Path> chosen() {
        return table == null || table.getSelectionCount() == 0 ? List.of() : List.of((Path) table.getSelection()[0].getData());
    }

    @Override
    public void caseChanged() {
        fill();
    }

    private void fill() {
        if (table == null || glyphs == null || table.isDisposed()) {
            return;
        }
        table.removeAll();
        for (Path folder : session().recent().folders()) {
            TableItem item = new TableItem(table, SWT.NONE);
            String name = String.valueOf(folder.getFileName());
            item.setText(name.endsWith(".case") ? name.substring(0, name.length() - ".case".length()) : name);
            item.setImage(glyphs.of("case"));
            item.setData(folder);
            session().openCase().filter(open -> open.source().folder().equals(folder))
                    .ifPresent(open -> item.setForeground(session().theming().palette().accent()));
        }
    }

    @Override
    public void setFocus() {
        if (table != null) {
            table.setFocus();
        }
    }
}
