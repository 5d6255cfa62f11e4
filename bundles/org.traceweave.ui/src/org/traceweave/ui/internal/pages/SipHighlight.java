package org.traceweave.ui.internal.pages;

import java.util.Locale;
import java.util.Set;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;

/** Writes the text of a SIP message so that its start line, its header names and the headers that tell why stand out. */
final class SipHighlight {

    private static final Set<String> TELLING = Set.of("ms-diagnostics", "ms-diagnostics-public", "x-ms-diagnostics", "ms-client-diagnostics",
            "warning", "reason");
    private static final int MOST_NAME = 60;

    private final PageText page;
    private boolean inHeaders = true;
    private boolean telling;

    SipHighlight(PageText page) {
        this.page = page;
    }

    void write(String text) {
        boolean started = false;
        for (String line : text.split("\n", -1)) {
            if (!started && isStartLine(line)) {
                page.styled(line, Tone.MONO_STRONG);
                started = true;
                inHeaders = true;
            } else if (started && line.isBlank()) {
                inHeaders = false;
            } else if (inHeaders) {
                header(line);
            } else {
                page.styled(line, Tone.MONO);
            }
            page.line();
        }
    }

    private static boolean isStartLine(String line) {
        String bare = line.startsWith("Start-Line:") ? line.substring("Start-Line:".length()).strip() : line;
        return bare.startsWith("SIP/2.0 ") || bare.endsWith(" SIP/2.0");
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        boolean folded = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
        if (colon <= 0 || colon > MOST_NAME || folded || line.substring(0, colon).indexOf(' ') >= 0) {
            page.styled(line, folded && telling ? Tone.MONO_ERROR : Tone.MONO);
            return;
        }
        telling = TELLING.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        page.styled(line.substring(0, colon + 1), telling ? Tone.MONO_ERROR : Tone.MONO_NAME);
        page.styled(line.substring(colon + 1), telling ? Tone.MONO_STRONG : Tone.MONO);
    }
}
