package org.traceweave.ui;

import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** How a row of a {@link RowTable} looks beyond its words. */
public interface RowLook<T> {

    default Optional<Color> foreground(T row) {
        return Optional.empty();
    }

    /** The colour of one cell's words, where it differs from the row's. */
    default Optional<Color> foreground(T row, int column) {
        return Optional.empty();
    }

    default Optional<Color> background(T row) {
        return Optional.empty();
    }

    /** The image before the words of the first column. */
    default Optional<Image> image(T row) {
        return Optional.empty();
    }
}
