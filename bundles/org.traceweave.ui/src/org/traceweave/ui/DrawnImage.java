package org.traceweave.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;

/** Brings drawings made without a screen onto it. */
public final class DrawnImage {

    private DrawnImage() {
    }

    /**
     * A drawing as an image that is sharp at the zoom it was drawn for. To be disposed by the caller.
     *
     * @param drawn of type {@link BufferedImage#TYPE_INT_RGB}
     * @param scale device pixels to each logical one
     */
    public static Image of(Display display, BufferedImage drawn, double scale, int width, int height) {
        ImageData data = data(drawn);
        int drawnZoom = (int) Math.round(scale * 100);
        ImageDataProvider provider = zoom -> zoom == drawnZoom ? data : zoom == 100 ? data.scaledTo(width, height) : null;
        return new Image(display, provider);
    }

    private static ImageData data(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ImageData data = new ImageData(image.getWidth(), image.getHeight(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int place = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int target = y * data.bytesPerLine;
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = pixels[place++];
                data.data[target++] = (byte) (pixel >> 16);
                data.data[target++] = (byte) (pixel >> 8);
                data.data[target++] = (byte) pixel;
            }
        }
        return data;
    }
}
