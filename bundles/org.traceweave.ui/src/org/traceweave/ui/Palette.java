package org.traceweave.ui;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.traceweave.model.Level;
import org.traceweave.model.Outcome;
import org.traceweave.model.Severity;

/** The few colours that mean something, for a light or a dark window. */
public record Palette(
        boolean dark,
        Color background,
        Color text,
        Color muted,
        Color faint,
        Color line,
        Color link,
        Color error,
        Color warning,
        Color good,
        Color accent,
        Color tint) {

    private static final Palette LIGHT = new Palette(false, colour(0xFFFFFF), colour(0x1F2328), colour(0x59636E), colour(0x8B949E),
            colour(0xE1E4E8), colour(0x0B5CAD), colour(0xC62828), colour(0x9A6700), colour(0x2E7D4F), colour(0x0B5CAD), colour(0xE8F1FB));
    private static final Palette DARK = new Palette(true, colour(0x2B2D30), colour(0xDFE1E5), colour(0xA4ABB4), colour(0x7D848D),
            colour(0x45494F), colour(0x7EB6F2), colour(0xF28B82), colour(0xE3B341), colour(0x6FC796), colour(0x7EB6F2), colour(0x36445A));

    public static Palette of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    private static Color colour(int rgb) {
        return new Color(new RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    }

    public Color severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> error;
            case WARNING -> warning;
            case INFO -> accent;
            case OK -> good;
            case NOT_APPLICABLE -> faint;
        };
    }

    public Color outcome(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> error;
            case ABANDONED, TIMED_OUT -> warning;
            case SUCCEEDED -> good;
            case OPEN -> muted;
        };
    }

    /** The colour of a record's text by its level. */
    public Color level(Level level) {
        return switch (level) {
            case FATAL, ERROR -> error;
            case WARNING -> warning;
            case INFO -> text;
            case VERBOSE, DEBUG -> muted;
        };
    }
}
