package org.traceweave.ui.certificates.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.ExpiryChart;
import org.traceweave.charts.ExpiryContent;
import org.traceweave.charts.ExpiryFrame;
import org.traceweave.charts.ExpiryPicture;
import org.traceweave.charts.ExpiryPicture.Column;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.DrawnImage;
import org.traceweave.ui.Palette;
import org.traceweave.ui.Texts;
import org.traceweave.ui.ViewWork;

/**
 * Shows when the certificates of a case end, as columns over time. A click on a column chooses what ends there, a second one, or Escape, drops the
 * choice; arrow keys go from column to column. UI thread only; it draws on the view's background thread.
 */
final class ExpiryPane {

    private static final Texts TEXTS = new Texts(ExpiryPane.class);
    private static final double POINTS_TO_PIXELS = 96.0 / 72;
    private static final int LEAST = 40;
    private static final int ALPHA = 45;

    private final CaseSession session;
    private final ViewWork work;
    private final Canvas canvas;
    private final Consumer<Optional<Column>> choice;
    private Optional<ExpiryContent> content = Optional.empty();
    private Optional<Column> chosen = Optional.empty();
    private @Nullable ExpiryPicture picture;
    private @Nullable Image image;

    ExpiryPane(Composite parent, CaseSession session, ViewWork work, Consumer<Optional<Column>> choice) {
        this.session = session;
        this.work = work;
        this.choice = choice;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("id", "certificate-expiry");
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> draw());
        canvas.addListener(SWT.MouseUp, this::clicked);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        Runnable recolour = this::draw;
        session.theming().addListener(recolour);
        canvas.addDisposeListener(event -> {
            session.theming().removeListener(recolour);
            forgetImage();
        });
    }

    Canvas control() {
        return canvas;
    }

    Optional<ExpiryPicture> picture() {
        return Optional.ofNullable(picture);
    }

    /** @param last UTC nanoseconds of the last record; without one, as in a case of certificate files alone, the ends are held against today */
    void show(List<ExpiryContent.Expiry> ends, OptionalLong last) {
        long held = last.orElseGet(() -> UtcTime.of(Instant.now()));
        content = ends.isEmpty() ? Optional.empty()
                : Optional.of(new ExpiryContent(ends, held, TEXTS.get(last.isPresent() ? "expiry.last" : "expiry.today")));
        chosen = Optional.empty();
        draw();
    }

    void draw() {
        Point size = canvas.getSize();
        if (content.isEmpty() || size.x < LEAST || size.y < LEAST) {
            forgetImage();
            picture = null;
            canvas.redraw();
            return;
        }
        Palette palette = session.theming().palette();
        FontData font = canvas.getFont().getFontData()[0];
        int fontSize = (int) Math.round(font.getHeight() * POINTS_TO_PIXELS) - 1;
        ChartTheme theme = (palette.dark() ? ChartTheme.dark(font.getName(), fontSize) : ChartTheme.light(font.getName(), fontSize))
                .withBackground(awt(palette.background()));
        double scale = canvas.getMonitor().getZoom() / 100.0;
        ExpiryContent drawn = content.get();
        ExpiryFrame frame = new ExpiryFrame(size.x, size.y, scale, session.time().zone());
        work.ask("expiry", cancel -> new ExpiryChart(theme).draw(drawn, frame), this::show, sentence -> session.notices().add(sentence));
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private void show(ExpiryPicture drawn) {
        if (canvas.isDisposed()) {
            return;
        }
        forgetImage();
        picture = drawn;
        image = DrawnImage.of(canvas.getDisplay(), drawn.image(), drawn.frame().scale(), drawn.frame().width(), drawn.frame().height());
        canvas.redraw();
    }

    private void forgetImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(GC gc) {
        Palette palette = session.theming().palette();
        gc.setBackground(palette.background());
        gc.fillRectangle(canvas.getClientArea());
        if (image == null) {
            return;
        }
        gc.drawImage(image, 0, 0);
        chosen.ifPresent(column -> {
            gc.setAlpha(ALPHA);
            gc.setBackground(palette.accent());
            gc.fillRectangle((int) column.bounds().getX(), (int) column.bounds().getY(), (int) Math.ceil(column.bounds().getWidth()),
                    (int) column.bounds().getHeight());
            gc.setAlpha(255);
        });
        if (canvas.isFocusControl()) {
            Point size = canvas.getSize();
            gc.drawFocus(1, 1, size.x - 2, size.y - 2);
        }
    }

    private void clicked(Event event) {
        canvas.setFocus();
        if (event.button == 1 && picture != null) {
            Optional<Column> hit = picture.columnAt(event.x, event.y);
            choose(hit.equals(chosen) ? Optional.empty() : hit);
        }
    }

    /** Chooses a column as a click does; none drops the choice. */
    void choose(Optional<Column> column) {
        if (!column.equals(chosen)) {
            chosen = column;
            canvas.redraw();
            choice.accept(column);
        }
    }

    private void moved(Event event) {
        String hint = picture == null ? null : picture.columnAt(event.x, event.y).map(this::hint).orElse(null);
        if (!Objects.equals(hint, canvas.getToolTipText())) {
            canvas.setToolTipText(hint);
        }
    }

    private String hint(Column column) {
        return TEXTS.get(column.keys().size() == 1 ? "expiry.hint.one" : "expiry.hint", "count", column.keys().size(), "from", session.time()
                .day(column.from()), "to",
                session.time().day(column.to() - 1), "state", TEXTS.get("expiry." + column.state().name()));
    }

    private void key(Event event) {
        if (picture == null || picture.columns().isEmpty()) {
            return;
        }
        List<Column> columns = picture.columns();
        int at = chosen.map(columns::indexOf).orElse(-1);
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT -> choose(Optional.of(columns.get(Math.min(columns.size() - 1, at + 1))));
            case SWT.ARROW_LEFT -> choose(Optional.of(columns.get(at < 0 ? columns.size() - 1 : Math.max(0, at - 1))));
            case SWT.ESC -> choose(Optional.empty());
            default -> event.doit = true;
        }
    }
}
