package org.traceweave.probe.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** Says what answers on a port that does not speak TLS, as far as its first bytes tell. */
final class ForeignAnswer {

    private static final int SHOWN_TEXT = 60;
    private static final int SHOWN_BYTES = 16;

    private ForeignAnswer() {
    }

    static ProbeException explained(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String line = firstLine(text);
        return new ProbeException(Kind.NOT_TLS, sentence(start, text, line));
    }

    private static String sentence(byte[] start, String text, String line) {
        if (text.startsWith("HTTP/") || text.regionMatches(true, 0, "<!DOC", 0, 5) || text.regionMatches(true, 0, "<html", 0, 5)) {
            return "The server answers in plain HTTP (" + line + "), so that port is not the encrypted one";
        }
        if (text.startsWith("220")) {
            return "A mail or FTP server greets in clear (" + line + "); it changes to TLS only on request (STARTTLS), which this probe does not do";
        }
        if (text.startsWith("SSH-")) {
            return "An SSH server answers (" + line + "), not TLS";
        }
        if (text.startsWith("* OK") || text.startsWith("+OK")) {
            return "A mailbox server greets in clear (" + line + "); its encrypted port is another one";
        }
        if (text.startsWith("SIP/2.0")) {
            return "The server answers in plain SIP (" + line + "), so that port is not the encrypted one";
        }
        if ((start[0] & 0x80) != 0 && start[2] == 4) {
            return "The server answers in SSL 2.0, which nothing uses any more";
        }
        if (line.length() >= 4 && line.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return "The server does not speak TLS on that port; it answers \"" + line + "\"";
        }
        return "The server does not speak TLS on that port; its answer begins with "
                + HexFormat.of().formatHex(Arrays.copyOf(start, Math.min(SHOWN_BYTES, start.length)));
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > SHOWN_TEXT ? line.substring(0, SHOWN_TEXT) + "..." : line;
    }
}
