package org.traceweave.ui;

import java.util.List;
import java.util.Optional;

/** The rows of a {@link RowTable}, numbered from 0. Asked on the UI thread, so it must answer at once. */
public interface RowModel<T> {

    long size();

    /** A row; empty while it is still on its way, in which case the model refreshes the table once it is there. */
    Optional<T> row(long index);

    /** A model that holds its rows. */
    static <T> RowModel<T> of(List<T> rows) {
        return new RowModel<>() {
            @Override
            public long size() {
                return rows.size();
            }

            @Override
            public Optional<T> row(long index) {
                return index >= 0 && index < rows.size() ? Optional.of(rows.get((int) index)) : Optional.empty();
            }
        };
    }
}
