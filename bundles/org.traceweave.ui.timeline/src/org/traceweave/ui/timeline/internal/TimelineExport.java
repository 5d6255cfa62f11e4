package org.traceweave.ui.timeline.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineSheet;
import org.traceweave.ui.Texts;
import org.traceweave.ui.ViewWork;

/** Writes what the timeline shows to a file, off the UI thread: always light, since it is read elsewhere. UI thread only. */
final class TimelineExport {

    private static final Texts TEXTS = new Texts(TimelineExport.class);

    private final ViewWork work;
    private final Consumer<String> notice;
    private final Consumer<String> done;

    /** @param done hears what was written, {@code notice} why nothing was */
    TimelineExport(Display display, Consumer<String> done, Consumer<String> notice) {
        work = new ViewWork("Timeline export", display);
        this.notice = notice;
        this.done = done;
    }

    /** Asks where to. */
    static Optional<Path> ask(Shell shell, TimelineSheet.Format format, String caseName) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.get("export.title", "format", format.name()));
        dialog.setFilterExtensions(new String[] {"*" + format.ending()});
        dialog.setFilterNames(new String[] {TEXTS.get("export.files", "format", format.name())});
        String name = caseName.replaceAll("\\.case$", "");
        dialog.setFileName((name.isEmpty() ? "timeline" : name + "-timeline") + format.ending());
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(named -> named.toLowerCase(Locale.ROOT).endsWith(format.ending()) ? Path.of(named)
                : Path.of(named + format.ending()));
    }

    void write(Path file, TimelineSheet.Format format, TimelineContent content, TimelineFrame frame, String heading) {
        TimelineSheet sheet = new TimelineSheet(ChartTheme.light("SansSerif", 12));
        work.ask("export", cancel -> {
            sheet.write(file, format, content, frame, heading);
            return file;
        }, written -> done.accept(TEXTS.get("export.written", "file", written.toString())), notice);
    }

    void close() {
        work.close();
    }
}
