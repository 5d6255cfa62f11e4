package org.traceweave.cases;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.traceweave.cases.internal.ImportPace;

/** Another Java process that works on a case: started by a test with the test's own class path, told what to do by its first argument. */
final class OtherProcess implements Closeable {

    private static final ImportPace PACE = new ImportPace(2, 32 * 1024, Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(15));

    /** Says how many bytes of how many are done. */
    private static final ImportProgress SAYING = new ImportProgress() {
        @Override
        public void advanced(long bytesDone, long bytesTotal, long records) {
            say(bytesDone + "/" + bytesTotal);
        }
    };

    private final Process process;
    private final BufferedReader lines;

    private OtherProcess(Process process) {
        this.process = process;
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherProcess start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** @param shell what the shell is to do before it becomes Java, such as {@code ulimit -f 100} */
    static OtherProcess start(List<String> shell, String... arguments) throws IOException {
        // Surefire may run tests from a jar that only names their class path
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        if (!shell.isEmpty()) {
            command.addAll(List.of("/bin/sh", "-c", String.join("; ", shell) + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, OtherProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new OtherProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The next line the other process says. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the other process ended");
        }
        return line;
    }

    /** Listens until an importing process says that at least that part (0 to 1) of the bytes is done. */
    void awaitProgress(double part) throws IOException {
        for (String line = line(); !line.equals("done"); line = line()) {
            int slash = line.indexOf('/');
            if (slash > 0 && Double.parseDouble(line.substring(0, slash)) >= part * Double.parseDouble(line.substring(slash + 1))) {
                return;
            }
        }
    }

    /** Ends the process from outside, after {@code micros} if it is still there. @return whether it had to be killed */
    boolean killAfter(long micros) throws InterruptedException {
        if (process.waitFor(micros, TimeUnit.MICROSECONDS)) {
            return false;
        }
        process.destroyForcibly();
        process.waitFor();
        return true;
    }

    /** Lets the process end by itself. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.close();
    }

    static ImportOutcome imported(Case opened, Path... sources) throws CaseException {
        return imported(opened, ImportProgress.NONE, sources);
    }

    private static ImportOutcome imported(Case opened, ImportProgress progress, Path... sources) throws CaseException {
        return opened.importSources(List.of(sources), progress, new CancelSignal(), PACE);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "import" -> {
                say("ready");
                try (Case opened = Case.openOrCreate(folder, TestReaders.all())) {
                    imported(opened, SAYING, Path.of(arguments[2]));
                }
                say("done");
            }
            case "hold" -> {
                try (Case opened = Case.open(folder, TestReaders.all())) {
                    say(opened.isReadOnly() ? "read-only" : "writable");
                    System.in.read();
                }
            }
            case "fill" -> {
                try (Case opened = Case.openOrCreate(folder, TestReaders.all())) {
                    try {
                        CaseRecords.imported(opened, Path.of(arguments[2]));
                        say("imported");
                    } catch (CaseException e) {
                        say(e.getMessage());
                    }
                    say(Integer.toString(CaseRecords.all(opened).size()));
                    say(opened.isReadOnly() ? "read-only" : "writable");
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
