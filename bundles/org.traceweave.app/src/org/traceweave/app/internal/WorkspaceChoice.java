package org.traceweave.app.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/**
 * Settles where the workbench keeps its layout and preferences. The launch script names the user's own folder in the property
 * {@code traceweave.workspace}; two workbenches must not share one, so the second that runs at the same time takes the next
 * ({@code workspace-2}, ...). A place given by {@code -data} is left as it is.
 */
public final class WorkspaceChoice {

    private static final String FOLDER = "traceweave.workspace";
    private static final int MOST_AT_ONCE = 100;

    private WorkspaceChoice() {
    }

    /**
     * Takes the first free workspace, if none is set yet.
     *
     * @throws IOException if no folder can be written; the message is one sentence for the user
     */
    public static void settle() throws IOException {
        Location instance = Platform.getInstanceLocation();
        if (instance == null || instance.isSet()) {
            return;
        }
        String home = System.getProperty("user.home");
        Path wanted = Path.of(System.getProperty(FOLDER, Path.of(home, ".traceweave", "workspace").toString())).toAbsolutePath();
        for (int number = 1; number <= MOST_AT_ONCE; number++) {
            Path folder = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            Files.createDirectories(folder);
            URL place = folder.toUri().toURL();
            if (instance.set(place, true)) {
                return;
            }
        }
        throw new IOException("No workspace is free beside " + wanted + "; close other windows of Traceweave, or name one with -data.");
    }
}
