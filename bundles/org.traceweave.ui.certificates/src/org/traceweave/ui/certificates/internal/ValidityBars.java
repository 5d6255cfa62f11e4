package org.traceweave.ui.certificates.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.Palette;
import org.traceweave.ui.Texts;
import org.traceweave.ui.Theming;
import org.traceweave.ui.TimeDisplay;

/**
 * Draws the validity of a certificate and, below it, of those above it in its chain, as bars on one axis of time, with lines where it was first and
 * last seen. UI thread only.
 */
final class ValidityBars {

    private static final Texts TEXTS = new Texts(ValidityBars.class);
    private static final int MARGIN = 12;
    private static final int BAR = 12;
    private static final int GAP = 10;
    private static final double AROUND = 0.04;

    private final Canvas canvas;
    private final Theming theming;
    private final TimeDisplay time;
    private List<Certificate> rows = List.of();
    private List<Mark> marks = List.of();

    /** A moment with a name. */
    private record Mark(String name, long moment) {
    }

    ValidityBars(Composite parent, Theming theming, TimeDisplay time) {
        this.theming = theming;
        this.time = time;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("id", "certificate-validity");
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        Runnable recolour = canvas::redraw;
        theming.addListener(recolour);
        canvas.addDisposeListener(event -> theming.removeListener(recolour));
    }

    Canvas control() {
        return canvas;
    }

    /** How high it wants to be. */
    int height() {
        return rows.isEmpty() ? 0 : 2 * MARGIN + rows.size() * (lineHeight() + BAR + GAP) + lineHeight() * (marks.isEmpty() ? 1 : 2);
    }

    private int lineHeight() {
        GC gc = new GC(canvas);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height;
    }

    void show(Dossier dossier) {
        List<Certificate> shown = new ArrayList<>();
        shown.add(dossier.facts());
        dossier.elements().stream().skip(1).map(ChainPane.Element::certificate).forEach(shown::add);
        rows = shown.stream().filter(each -> each.notBefore().isPresent() && each.notAfter().isPresent()).toList();
        List<Mark> known = new ArrayList<>();
        OptionalLong first = dossier.sightings().first();
        OptionalLong last = dossier.sightings().last();
        boolean oneDay = first.isPresent() && last.isPresent() && time.day(first.getAsLong()).equals(time.day(last.getAsLong()));
        first.ifPresent(moment -> known.add(new Mark(TEXTS.get(oneDay ? "validity.mark.seen" : "validity.mark.first"), moment)));
        if (!oneDay) {
            last.ifPresent(moment -> known.add(new Mark(TEXTS.get("validity.mark.last"), moment)));
        }
        if (known.isEmpty()) {
            known.add(new Mark(TEXTS.get("validity.mark.today"), UtcTime.of(Instant.now())));
        }
        marks = known;
        canvas.redraw();
    }

    void clear() {
        rows = List.of();
        marks = List.of();
        canvas.redraw();
    }

    private void paint(GC gc) {
        Palette palette = theming.palette();
        Rectangle area = canvas.getClientArea();
        gc.setBackground(palette.background());
        gc.fillRectangle(area);
        if (rows.isEmpty() || area.width < 4 * MARGIN) {
            return;
        }
        gc.setAntialias(SWT.ON);
        Axis axis = axis(area.width);
        int line = gc.getFontMetrics().getHeight();
        int top = MARGIN + (marks.isEmpty() ? 0 : line);
        int y = top;
        for (int i = 0; i < rows.size(); i++) {
            bar(gc, palette, axis, rows.get(i), y, line, i);
            y += line + BAR + GAP;
        }
        marks(gc, palette, axis, top, y);
        years(gc, palette, axis, y);
    }

    private void bar(GC gc, Palette palette, Axis axis, Certificate certificate, int y, int line, int row) {
        int left = axis.x(certificate.notBefore().getAsLong());
        int right = Math.max(left + 2, axis.x(certificate.notAfter().getAsLong()));
        boolean over = marks.stream().anyMatch(mark -> mark.moment > certificate.notAfter().getAsLong() || mark.moment < certificate.notBefore()
                .getAsLong());
        gc.setForeground(row == 0 ? palette.text() : palette.muted());
        String words = CertificateWords.shortName(certificate.subject()) + "   " + time.day(certificate.notBefore().getAsLong()) + " \u2013 "
                + time.day(certificate.notAfter().getAsLong());
        gc.drawText(fitted(gc, words, axis.width - 2 * MARGIN), MARGIN, y, true);
        Color fill = over ? palette.error() : row == 0 ? palette.accent() : palette.faint();
        gc.setBackground(fill);
        gc.fillRoundRectangle(left, y + line + 1, right - left, BAR, 4, 4);
    }

    private static String fitted(GC gc, String words, int width) {
        String shown = words;
        while (shown.length() > 4 && gc.textExtent(shown).x > width) {
            shown = shown.substring(0, shown.length() - 2).stripTrailing();
        }
        return shown.length() < words.length() ? shown + "\u2026" : shown;
    }

    private void marks(GC gc, Palette palette, Axis axis, int top, int bottom) {
        int free = 0;
        for (Mark mark : marks) {
            int x = axis.x(mark.moment);
            gc.setForeground(palette.warning());
            gc.setLineWidth(2);
            gc.drawLine(x, top - 2, x, bottom);
            gc.setLineWidth(1);
            String words = mark.name + " " + time.day(mark.moment);
            Point size = gc.textExtent(words);
            int textX = Math.clamp(x - size.x / 2, 2, Math.max(2, axis.width - size.x - 2));
            // two moments close together share one label
            if (textX >= free) {
                gc.drawText(words, textX, top - size.y - 2, true);
                free = textX + size.x + 6;
            }
        }
    }

    private void years(GC gc, Palette palette, Axis axis, int y) {
        gc.setForeground(palette.muted());
        int free = 0;
        for (Axis.Tick tick : axis.ticks()) {
            int x = axis.x(tick.moment());
            Point size = gc.textExtent(tick.words());
            gc.setForeground(palette.line());
            gc.drawLine(x, y, x, y + 3);
            int textX = Math.clamp(x - size.x / 2, 2, Math.max(2, axis.width - size.x - 2));
            if (textX >= free) {
                gc.setForeground(palette.muted());
                gc.drawText(tick.words(), textX, y + 3, true);
                free = textX + size.x + 12;
            }
        }
    }

    private Axis axis(int width) {
        double from = Double.MAX_VALUE;
        double to = -Double.MAX_VALUE;
        for (Certificate row : rows) {
            from = Math.min(from, Axis.seconds(row.notBefore().getAsLong()));
            to = Math.max(to, Axis.seconds(row.notAfter().getAsLong()));
        }
        for (Mark mark : marks) {
            from = Math.min(from, Axis.seconds(mark.moment));
            to = Math.max(to, Axis.seconds(mark.moment));
        }
        double around = Math.max(86_400, (to - from) * AROUND);
        return new Axis(from - around, to + around, width);
    }

    /** Seconds since 1970 laid over the width of the control. */
    private record Axis(double from, double to, int width) {

        /** The beginning of a year. */
        record Tick(long moment, String words) {
        }

        private static final int MOST = 12;

        static double seconds(long moment) {
            return UtcTime.instant(moment).getEpochSecond();
        }

        int x(long moment) {
            return (int) Math.round(MARGIN + (seconds(moment) - from) / (to - from) * (width - 2 * MARGIN));
        }

        List<Tick> ticks() {
            int first = Instant.ofEpochSecond((long) from).atOffset(ZoneOffset.UTC).getYear() + 1;
            int last = Instant.ofEpochSecond((long) to).atOffset(ZoneOffset.UTC).getYear();
            int step = 1;
            while ((last - first) / step > MOST) {
                step = Integer.toString(step).startsWith("2") ? step * 5 / 2 : step * 2;
            }
            List<Tick> ticks = new ArrayList<>();
            for (int year = Math.floorDiv(first + step - 1, step) * step; year <= last; year += step) {
                ticks.add(new Tick(UtcTime.of(LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant()), String.valueOf(year)));
            }
            return ticks;
        }
    }
}
