package org.traceweave.ui.internal.flow;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IActionBars;
import org.traceweave.charts.CallFlowSheet;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;

/** The tools and the menu of the call flow: unfold and fold all, copy, export. UI thread only. */
final class CallFlowTools {

    /** What the tools ask of the view. */
    interface Moves {

        void foldAll(boolean unfolded);

        void copy();

        void export(CallFlowSheet.Format format);
    }

    private static final Texts TEXTS = new Texts(CallFlowTools.class);

    private CallFlowTools() {
    }

    static void addTo(IActionBars bars, Moves moves) {
        for (IContributionManager manager : new IContributionManager[] {bars.getToolBarManager(), bars.getMenuManager()}) {
            manager.add(action("unfold-all", "tool.unfoldAll", () -> moves.foldAll(true)));
            manager.add(action("fold-all", "tool.foldAll", () -> moves.foldAll(false)));
            manager.add(new Separator());
            manager.add(action("copy", "tool.copy", moves::copy));
            manager.add(action("export-svg", "tool.exportSvg", () -> moves.export(CallFlowSheet.Format.SVG)));
            manager.add(action("export-text", "tool.exportText", () -> moves.export(CallFlowSheet.Format.TXT)));
        }
    }

    private static Action action(String glyph, String key, Runnable task) {
        ImageDescriptor image = Glyphs.descriptor(glyph);
        Action action = new Action(TEXTS.get(key), image) {
            @Override
            public void run() {
                task.run();
            }
        };
        action.setToolTipText(TEXTS.get(key));
        return action;
    }

    /** Asks where to. */
    static Optional<Path> ask(Shell shell, CallFlowSheet.Format format, String name) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.get("export.title"));
        dialog.setFilterExtensions(new String[] {"*" + format.ending()});
        dialog.setFileName(name.replaceAll("[^A-Za-z0-9.@_-]", "_") + format.ending());
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(named -> named.toLowerCase(Locale.ROOT).endsWith(format.ending()) ? Path.of(named)
                : Path.of(named + format.ending()));
    }
}
