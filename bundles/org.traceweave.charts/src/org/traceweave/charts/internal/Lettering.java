package org.traceweave.charts.internal;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.jfree.pdf.PDFHints;

/** Writes text into little room. */
final class Lettering {

    private static final String CUT = "\u2026";

    private Lettering() {
    }

    /** As much of a text as fits, with a sign that there is more; empty if not even two letters fit. */
    static String fitted(FontMetrics metrics, String text, double width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.stringWidth(text.substring(0, middle) + CUT) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < 2 ? "" : text.substring(0, low).stripTrailing() + CUT;
    }

    /** Writes a text with its middle at a height. */
    static void at(Graphics2D g, Font font, String text, double x, double middle) {
        g.setFont(font);
        // The writer of PDF knows ASCII alone and escapes nothing: other text is drawn as shapes there. Other graphics do not know the hint.
        g.setRenderingHint(PDFHints.KEY_DRAW_STRING_TYPE, isPlain(text) ? PDFHints.VALUE_DRAW_STRING_TYPE_STANDARD : PDFHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(text, (float) x, (float) (middle + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(each -> each >= ' ' && each < 0x7F && each != '(' && each != ')' && each != '\\');
    }

    static double width(Graphics2D g, Font font, String text) {
        return g.getFontMetrics(font).stringWidth(text);
    }
}
