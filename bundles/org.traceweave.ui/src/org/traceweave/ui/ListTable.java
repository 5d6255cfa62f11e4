package org.traceweave.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Composite;

/** A {@link RowTable} over a list that is held: ordered by a click on a title, filtered, and keeping its choice when the list changes. */
public final class ListTable<T> {

    private final RowTable<T> table;
    private List<T> all = List.of();
    private List<T> shown = List.of();
    private Predicate<T> filter = row -> true;
    private OptionalInt orderedBy = OptionalInt.empty();
    private boolean ascending = true;

    public ListTable(Composite parent, List<RowColumn<T>> columns) {
        table = new RowTable<>(parent, columns);
        table.onTitle(this::orderBy);
    }

    public RowTable<T> rows() {
        return table;
    }

    /** What is in the list, whether shown or not. */
    public List<T> all() {
        return all;
    }

    /** What is shown, in its order. */
    public List<T> shown() {
        return shown;
    }

    public void setRows(List<T> rows) {
        all = rows;
        update();
    }

    public void setFilter(Predicate<T> newFilter) {
        filter = newFilter;
        update();
    }

    /** Orders by a column: the same one again turns the order round. */
    public void orderBy(int column) {
        if (table.columns().get(column).order().isEmpty()) {
            return;
        }
        ascending = orderedBy.isEmpty() || orderedBy.getAsInt() != column || !ascending;
        orderedBy = OptionalInt.of(column);
        table.showOrder(column, ascending);
        update();
    }

    private void update() {
        Optional<T> kept = table.chosenRow();
        Comparator<T> order = order();
        shown = order == null ? all.stream().filter(filter).toList() : all.stream().filter(filter).sorted(order).toList();
        long row = kept.map(shown::indexOf).orElse(-1);
        table.setModel(RowModel.of(shown), table.top(), row);
    }

    private @org.jspecify.annotations.Nullable Comparator<T> order() {
        if (orderedBy.isEmpty()) {
            return null;
        }
        Comparator<T> order = table.columns().get(orderedBy.getAsInt()).order().orElse(null);
        return order == null || ascending ? order : order.reversed();
    }

    /** Chooses the first row that fits, without telling listeners; none if no row fits. */
    public void reveal(Predicate<T> wanted) {
        for (int i = 0; i < shown.size(); i++) {
            if (wanted.test(shown.get(i))) {
                table.reveal(i);
                return;
            }
        }
        table.reveal(-1);
    }

    /** Brings the first row that fits on screen, with none chosen. */
    public void show(Predicate<T> wanted) {
        table.reveal(-1);
        for (int i = 0; i < shown.size(); i++) {
            if (wanted.test(shown.get(i))) {
                if (i < table.top() || i >= table.top() + table.page()) {
                    table.scrollTo(i - 1);
                }
                return;
            }
        }
    }

    public void onChoice(Consumer<T> listener) {
        table.onChoice(row -> listener.accept(shown.get((int) row)));
    }
}
