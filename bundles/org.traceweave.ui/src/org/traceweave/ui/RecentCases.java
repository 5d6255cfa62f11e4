package org.traceweave.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** The cases opened last, the latest first; remembered. UI thread only. */
public final class RecentCases {

    private static final int MOST = 20;
    private static final String PREFIX = "recentCase.";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.traceweave.ui");
    }

    /** Folders that still exist. */
    public List<Path> folders() {
        return stored().stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> stored() {
        List<Path> stored = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String folder = preferences().get(PREFIX + i, "");
            if (!folder.isEmpty()) {
                stored.add(Path.of(folder));
            }
        }
        return stored;
    }

    /** Puts a folder first. */
    public void opened(Path folder) {
        List<Path> all = new ArrayList<>(stored());
        Path absolute = folder.toAbsolutePath().normalize();
        all.remove(absolute);
        all.addFirst(absolute);
        store(all);
    }

    /** Forgets a folder; the case itself is left alone. */
    public void forget(Path folder) {
        List<Path> all = new ArrayList<>(stored());
        all.remove(folder);
        store(all);
    }

    private void store(List<Path> all) {
        for (int i = 0; i < MOST; i++) {
            if (i < all.size()) {
                preferences().put(PREFIX + i, all.get(i).toString());
            } else {
                preferences().remove(PREFIX + i);
            }
        }
        listeners.forEach(Runnable::run);
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
