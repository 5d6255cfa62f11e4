package org.traceweave.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;

/** Whether the window is light or dark, and word of it when that changes. UI thread only. */
public final class Theming {

    private final IWorkbench workbench;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Theming(IWorkbench workbench) {
        this.workbench = workbench;
        IEventBroker broker = workbench.getService(IEventBroker.class);
        if (broker != null) {
            broker.subscribe(IThemeEngine.Events.THEME_CHANGED,
                    event -> workbench.getDisplay().asyncExec(() -> listeners.forEach(Runnable::run)));
        }
    }

    public boolean isDark() {
        IThemeEngine engine = workbench.getService(IThemeEngine.class);
        ITheme active = engine == null ? null : engine.getActiveTheme();
        return active == null ? Display.isSystemDarkTheme() : active.getId().contains("dark");
    }

    public Palette palette() {
        return Palette.of(isDark());
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
