package org.traceweave.ui;

import java.awt.Color;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Control;
import org.traceweave.charts.ChartTheme;

/** How a drawing looks that stands in a control: its font and background, dark or light as the window is. */
public final class ChartLook {

    private static final double POINTS_TO_PIXELS = 96.0 / 72;

    private ChartLook() {
    }

    public static ChartTheme of(Control control, boolean dark) {
        FontData font = control.getFont().getFontData()[0];
        int size = (int) Math.round(font.getHeight() * POINTS_TO_PIXELS);
        ChartTheme theme = dark ? ChartTheme.dark(font.getName(), size) : ChartTheme.light(font.getName(), size);
        org.eclipse.swt.graphics.Color around = control.getBackground();
        return theme.withBackground(new Color(around.getRed(), around.getGreen(), around.getBlue()));
    }
}
