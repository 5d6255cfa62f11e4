package org.traceweave.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** Pictures of the window, for people to look at after the tests. */
final class Screenshots {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "screenshots");

    private Screenshots() {
    }

    static void take(String name) throws IOException {
        Files.createDirectories(FOLDER);
        String file = FOLDER.resolve(name + ".png").toString();
        RunningWorkbench.display().syncExec(() -> {
            Shell shell = RunningWorkbench.window().getShell();
            shell.forceActive();
            Rectangle bounds = shell.getBounds();
            Image image = new Image(shell.getDisplay(), Math.max(1, bounds.width), Math.max(1, bounds.height));
            GC gc = new GC(shell.getDisplay());
            gc.copyArea(image, bounds.x, bounds.y);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file, SWT.IMAGE_PNG);
            image.dispose();
        });
    }
}
