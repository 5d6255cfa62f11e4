package org.traceweave.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A table of any number of rows of which only those on screen exist: a native table as high as the window, and a slider that says which
 * part of the rows it shows. Rows come from a {@link RowModel} when they are to be seen, so billions of them cost nothing. Keys: arrows,
 * pages, Home, End, with Shift to extend; Ctrl+C copies the chosen rows as tab-separated text.
 */
public final class RowTable<T> {

    private static final int MOST_COPIED = 5000;
    private static final int LEAST_FILL = 170;
    private static final int WHEEL_ROWS = 3;

    private final Composite composite;
    private final Table table;
    private final Slider slider;
    private final List<RowColumn<T>> columns;
    private final List<LongConsumer> choiceListeners = new ArrayList<>();
    private final List<LongConsumer> defaultListeners = new ArrayList<>();
    private final int[] widths;
    private boolean fitting;
    private RowLook<T> look = new RowLook<>() {
    };
    private RowModel<T> model = RowModel.of(List.of());
    private long top;
    private long chosen = -1;
    private long anchor = -1;

    public RowTable(Composite parent, List<RowColumn<T>> columns) {
        this.columns = List.copyOf(columns);
        widths = columns.stream().mapToInt(RowColumn::width).toArray();
        composite = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        composite.setLayout(layout);
        table = new Table(composite, SWT.MULTI | SWT.FULL_SELECTION | SWT.NO_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(false);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), table);
        table.setFont(fonts.create(FontDescriptor.createFrom(table.getFont()).increaseHeight(-1)));
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        slider = new Slider(composite, SWT.VERTICAL);
        slider.setLayoutData(new GridData(SWT.END, SWT.FILL, false, true));
        for (RowColumn<T> column : this.columns) {
            TableColumn shown = new TableColumn(table, column.rightAligned() ? SWT.RIGHT : SWT.LEFT);
            shown.setText(column.title());
            shown.setWidth(Math.max(column.width(), 20));
        }
        listen();
    }

    private void listen() {
        table.addListener(SWT.Resize, event -> {
            fitColumns();
            refresh();
        });
        table.addListener(SWT.Selection, this::clicked);
        table.addListener(SWT.DefaultSelection, event -> tellDefault());
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.MouseVerticalWheel, event -> {
            scrollTo(top - Integer.signum(event.count) * (long) Math.max(WHEEL_ROWS, Math.abs(event.count)));
            event.doit = false;
        });
        slider.addListener(SWT.Selection, event -> scrollTo(slider.getSelection() * unit()));
        for (int i = 0; i < columns.size() - 1; i++) {
            int column = i;
            table.getColumn(i).addListener(SWT.Resize, event -> resized(column));
        }
    }

    public Control control() {
        return composite;
    }

    /** The native table, for menus, tooltips and focus. */
    public Table table() {
        return table;
    }

    public List<RowColumn<T>> columns() {
        return columns;
    }

    public void setLook(RowLook<T> newLook) {
        look = newLook;
        refresh();
    }

    public RowModel<T> model() {
        return model;
    }

    /** Shows other rows from the top, with none chosen. */
    public void setModel(RowModel<T> newModel) {
        model = newModel;
        top = 0;
        chosen = -1;
        anchor = -1;
        refresh();
    }

    /** Shows other rows of which {@code firstShown} is the uppermost and {@code nowChosen} (or -1) is the chosen one. Tells nobody. */
    public void setModel(RowModel<T> newModel, long firstShown, long nowChosen) {
        model = newModel;
        chosen = nowChosen;
        anchor = nowChosen;
        top = firstShown;
        scrollTo(top);
    }

    /** Adds who hears of the row that the user chose. */
    public void onChoice(LongConsumer listener) {
        choiceListeners.add(listener);
    }

    /** Adds who hears of a row that was double-clicked or entered. */
    public void onDefault(LongConsumer listener) {
        defaultListeners.add(listener);
    }

    /** Adds who hears of the column whose title was clicked. */
    public void onTitle(IntConsumer listener) {
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            table.getColumn(i).addListener(SWT.Selection, event -> listener.accept(column));
        }
    }

    /** Shows by an arrow which column the rows are ordered by. */
    public void showOrder(int column, boolean ascending) {
        table.setSortColumn(table.getColumn(column));
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
    }

    public long top() {
        return top;
    }

    /** The chosen row, or -1. */
    public long chosen() {
        return chosen;
    }

    public Optional<T> chosenRow() {
        return chosen < 0 ? Optional.empty() : model.row(chosen);
    }

    /** All chosen rows, of a choice that was extended, the uppermost first; at most as many as are copied. */
    public List<T> chosenRows() {
        List<T> rows = new ArrayList<>();
        if (chosen >= 0) {
            long first = Math.min(chosen, anchor);
            for (long row = first; row <= Math.min(Math.max(chosen, anchor), first + MOST_COPIED - 1); row++) {
                model.row(row).ifPresent(rows::add);
            }
        }
        return rows;
    }

    /** How many whole rows fit. */
    public int page() {
        int height = table.getClientArea().height - table.getHeaderHeight();
        return Math.max(1, height / Math.max(1, table.getItemHeight()));
    }

    /** Chooses a row without telling listeners, and scrolls to it if it is not on screen. */
    public void reveal(long row) {
        chosen = row;
        anchor = row;
        if (row >= 0 && (row < top || row >= top + page())) {
            scrollTo(row - page() / 3);
        } else {
            refresh();
        }
    }

    /** Chooses a row as a user does. */
    public void choose(long row) {
        if (row >= 0 && row < model.size()) {
            reveal(row);
            choiceListeners.forEach(listener -> listener.accept(row));
        }
    }

    public void scrollTo(long row) {
        top = Math.clamp(row, 0, Math.max(0, model.size() - page()));
        refresh();
    }

    /** Fills what is on screen anew. */
    public void refresh() {
        if (table.isDisposed()) {
            return;
        }
        int page = page();
        top = Math.clamp(top, 0, Math.max(0, model.size() - page));
        int shown = (int) Math.min(page + 1L, model.size() - top);
        table.setRedraw(false);
        fitItems(shown);
        for (int i = 0; i < shown; i++) {
            fill(table.getItem(i), model.row(top + i));
        }
        showChoice(shown);
        table.setRedraw(true);
        updateSlider(page);
    }

    private void fitItems(int shown) {
        if (table.getItemCount() > shown) {
            table.remove(shown, table.getItemCount() - 1);
        }
        while (table.getItemCount() < shown) {
            new TableItem(table, SWT.NONE);
        }
    }

    private void fill(TableItem item, Optional<T> row) {
        if (row.isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                item.setText(i, i == 0 ? "\u2026" : "");
                item.setForeground(i, null);
            }
            item.setForeground(null);
            item.setBackground(null);
            return;
        }
        T value = row.get();
        item.setForeground(look.foreground(value).orElse(null));
        item.setBackground(look.background(value).orElse(null));
        item.setImage(0, look.image(value).orElse(null));
        for (int i = 0; i < columns.size(); i++) {
            item.setText(i, columns.get(i).text().apply(value));
            item.setForeground(i, look.foreground(value, i).orElse(null));
        }
    }

    private void showChoice(int shown) {
        table.deselectAll();
        if (chosen < 0) {
            return;
        }
        long first = Math.min(chosen, anchor);
        long last = Math.max(chosen, anchor);
        for (int i = 0; i < shown; i++) {
            if (top + i >= first && top + i <= last) {
                table.select(i);
            }
        }
    }

    private long unit() {
        return 1 + model.size() / 1_000_000_000L;
    }

    private void updateSlider(int page) {
        long unit = unit();
        int maximum = (int) Math.max(1, model.size() / unit);
        int thumb = Math.clamp(page / unit, 1, maximum);
        slider.setVisible(model.size() > page);
        slider.setValues((int) (top / unit), 0, maximum, thumb, 1, Math.max(1, thumb));
    }

    /** A column was pulled wider or narrower; the last one is not listened to, for the system stretches it by itself. */
    private void resized(int column) {
        if (!fitting && columns.get(column).width() != 0) {
            widths[column] = table.getColumn(column).getWidth();
            fitColumns();
        }
    }

    /** Gives the column without a width of its own what the others leave. */
    private void fitColumns() {
        int left = table.getClientArea().width;
        for (int width : widths) {
            left -= width;
        }
        fitting = true;
        for (int i = 0; i < widths.length; i++) {
            int width = widths[i] == 0 ? Math.max(LEAST_FILL, left) : widths[i];
            if (table.getColumn(i).getWidth() != width) {
                table.getColumn(i).setWidth(width);
            }
        }
        fitting = false;
    }

    private void clicked(Event event) {
        if (event.item instanceof TableItem item) {
            long row = top + table.indexOf(item);
            boolean extend = (event.stateMask & SWT.SHIFT) != 0 && anchor >= 0;
            move(row, extend);
        }
    }

    private void tellDefault() {
        if (chosen >= 0) {
            defaultListeners.forEach(listener -> listener.accept(chosen));
        }
    }

    private void key(Event event) {
        boolean extend = (event.stateMask & SWT.SHIFT) != 0;
        if ((event.stateMask & SWT.MOD1) != 0 && (event.keyCode == 'c' || event.keyCode == SWT.INSERT)) {
            copy();
            event.doit = false;
            return;
        }
        long target = switch (event.keyCode) {
            case SWT.ARROW_UP -> chosen - 1;
            case SWT.ARROW_DOWN -> chosen + 1;
            case SWT.PAGE_UP -> chosen - page();
            case SWT.PAGE_DOWN -> chosen + page();
            case SWT.HOME -> 0;
            case SWT.END -> model.size() - 1;
            default -> -2;
        };
        boolean moves = target != -2 || event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.PAGE_UP;
        if (moves) {
            event.doit = false;
            if (model.size() > 0) {
                move(Math.clamp(target, 0, model.size() - 1), extend);
            }
        } else if (event.character >= ' ' && (event.stateMask & SWT.MOD1) == 0) {
            event.doit = false;
        }
    }

    private void move(long row, boolean extend) {
        chosen = row;
        if (!extend || anchor < 0) {
            anchor = row;
        }
        if (row < top) {
            top = row;
        } else if (row >= top + page()) {
            top = row - page() + 1;
        }
        refresh();
        choiceListeners.forEach(listener -> listener.accept(row));
    }

    /** Puts the chosen rows on the clipboard. */
    public void copy() {
        if (chosen < 0) {
            return;
        }
        StringBuilder text = new StringBuilder();
        long first = Math.min(chosen, anchor);
        long last = Math.min(Math.max(chosen, anchor), first + MOST_COPIED - 1);
        for (long row = first; row <= last; row++) {
            model.row(row).ifPresent(value -> {
                List<String> cells = columns.stream().map(column -> column.text().apply(value)).toList();
                text.append(String.join("\t", cells)).append(System.lineSeparator());
            });
        }
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
