package org.traceweave.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes small Centralized Logging text, one line a record. */
final class TraceText {

    private static final LocalDateTime START = LocalDateTime.of(2018, 10, 16, 11, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy-HH:mm:ss.SSS", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();
    private final String host;

    TraceText(String host) {
        this.host = host;
    }

    /** Records number {@code from} to {@code to - 1}, ten a second: the same number is the same record, byte for byte. */
    TraceText records(int from, int to) {
        for (int i = from; i < to; i++) {
            text.append("TL_INFO(TF_COMPONENT) [POOL01\\").append(host).append("]0B60.0ADC::")
                    .append(TIME.format(START.plusNanos(i * 100_000_000L))).append(String.format(Locale.ROOT, ".%08x", i))
                    .append(" (SIPStack,CSIPRequest::Route:SIPRequest.cpp(2440)) [").append(1000 + i).append("] record number n").append(i)
                    .append(" for sip:user").append(i % 17).append("@contoso.com\r\n");
        }
        return this;
    }

    Path write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    Path append(Path file) throws IOException {
        return Files.writeString(file, text, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
