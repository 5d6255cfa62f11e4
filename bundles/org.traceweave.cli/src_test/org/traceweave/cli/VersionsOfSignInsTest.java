package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.SampleTruth;
import org.traceweave.samples.Stories;

/** {@code signins} on a case with listings of what is installed: below the attempts it tells what ran where, and how it went there. */
class VersionsOfSignInsTest {

    @Test
    void theServerWithoutTheUpdateIsToldWithItsFailures(@TempDir Path folder) throws IOException {
        SampleTruth truth = SampleCase.write(folder.resolve("sources"), Stories.find("one-server-differs").orElseThrow(), 1 << 20, 5, false);
        Path of = folder.resolve("versions.case");
        Answer.to("import", of, folder.resolve("sources")).done();
        List<String> lines = Answer.to("signins", of).lines();
        long failures = truth.signins().stream().filter(each -> each.hosts().contains("FE04")).count();
        Pattern listed = Pattern.compile("server +FE04 .* " + failures + " +" + failures + " +listing +Skype for Business Server 2015.*");
        assertEquals(truth.versions().stream().filter(each -> each.host().equals("FE04")).count(), lines.stream().filter(line -> listed.matcher(line).matches()).count());
        assertTrue(lines.stream().anyMatch(line -> line.contains("6.0.9319.516")) && lines.stream().anyMatch(line -> line.contains("6.0.9319.537")));
    }
}
