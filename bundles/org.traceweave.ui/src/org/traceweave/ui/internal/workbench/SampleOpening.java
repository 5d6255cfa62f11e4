package org.traceweave.ui.internal.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;
import org.traceweave.ui.CaseSession;

/** Writes the sample case to a folder for passing things, and opens it as a case without a name. */
final class SampleOpening {

    private SampleOpening() {
    }

    static void open(CaseSession session) {
        session.closeCase();
        session.importMade(cancel -> {
            Path folder = Files.createTempDirectory("traceweave-sample-");
            SampleCase.write(folder, Stories.first(), SampleCase.DEFAULT_BYTES, SampleCase.DEFAULT_SEED, false);
            return List.of(folder);
        });
    }
}
