package org.traceweave.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.traceweave.analysis.CallFlow;
import org.traceweave.charts.internal.CallFlowDrawing;

/**
 * Draws the ladder of one attempt: a column for each participant, arrows, what they carry, marks beside them, phases along the side. Stateless;
 * safe for use by several threads, and meant for one that is not the user interface's.
 */
public final class CallFlowChart {

    private final ChartTheme theme;

    public CallFlowChart(ChartTheme theme) {
        this.theme = theme;
    }

    /** Draws {@code flow} as {@code frame} looks at it. */
    public CallFlowPicture draw(CallFlow flow, CallFlowFrame frame) {
        int width = Math.max(1, (int) Math.ceil(frame.width() * frame.scale()));
        int height = Math.max(1, (int) Math.ceil(frame.height() * frame.scale()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(frame.scale(), frame.scale());
            CallFlowDrawing drawing = new CallFlowDrawing(theme, flow, frame, graphics);
            drawing.draw();
            return new CallFlowPicture(frame, image, drawing.headHeight(), drawing.contentWidth(), drawing.contentHeight(), drawing.rows(),
                    drawing.foldEdges());
        } finally {
            graphics.dispose();
        }
    }
}
