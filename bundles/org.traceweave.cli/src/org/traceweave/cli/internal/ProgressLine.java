package org.traceweave.cli.internal;

import java.io.PrintStream;
import java.util.Locale;
import org.traceweave.cases.ImportProgress;

/** Progress of an import: a bar that is drawn over on a terminal, otherwise a plain line every ten percent. */
public final class ProgressLine implements ImportProgress, AutoCloseable {

    private static final int BAR = 30;

    private final PrintStream err;
    /** Set by the launch script, which can tell: whether standard error is a terminal. */
    private final boolean terminal = Boolean.getBoolean("traceweave.terminal");
    private int shown = -1;
    private boolean drawn;

    public ProgressLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void advanced(long bytesDone, long bytesTotal, long records) {
        int percent = bytesTotal == 0 ? 100 : (int) (bytesDone * 100 / bytesTotal);
        int step = terminal ? percent : percent / 10 * 10;
        if (step == shown) {
            return;
        }
        shown = step;
        if (terminal) {
            int filled = percent * BAR / 100;
            err.print("\r[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + percent + "%  "
                    + String.format(Locale.ROOT, "%,d", records) + " records ");
            err.flush();
            drawn = true;
        } else {
            err.println("Importing: " + step + "%, " + records + " records");
        }
    }

    /** Ends the line of the bar, if one was drawn. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.println();
            drawn = false;
        }
    }
}
