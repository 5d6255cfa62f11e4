package org.traceweave.readers.sip.internal;

import java.util.Optional;
import org.traceweave.readers.sip.SipHeader;

/** Walks over the lines of a text of one char a byte. Any of CRLF, LF or CR CRLF ends a line. */
final class Lines {

    final String text;
    /** The line's first char. */
    int from;
    /** Behind its last one, without its break. */
    int to;
    /** The next line's first char. */
    int following;

    Lines(String text) {
        this.text = text;
    }

    boolean next() {
        if (following >= text.length()) {
            return false;
        }
        from = following;
        int feed = text.indexOf('\n', from);
        to = feed < 0 ? text.length() : feed;
        following = feed < 0 ? to : feed + 1;
        while (to > from && text.charAt(to - 1) == '\r') {
            to--;
        }
        return true;
    }

    int end() {
        return text.length();
    }

    boolean startsWith(String word) {
        return text.regionMatches(true, from, word, 0, word.length());
    }

    boolean contains(String word) {
        int at = text.indexOf(word, from);
        return at >= 0 && at < to;
    }

    int skipBlanks(int start) {
        int at = start;
        while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** This line as a header, with the folded lines that follow it, which are passed; empty if it is none. */
    Optional<SipHeader> header() {
        int colon = text.indexOf(':', from);
        if (colon <= from || colon >= to || !isName(from, colon)) {
            return Optional.empty();
        }
        int nameEnd = colon;
        while (text.charAt(nameEnd - 1) == ' ' || text.charAt(nameEnd - 1) == '\t') {
            nameEnd--;
        }
        String name = text.substring(from, nameEnd);
        int valueFrom = skipBlanks(colon + 1);
        int valueTo = to;
        boolean folded = false;
        while (following < text.length() && isBlank(text.charAt(following)) && !isEmptyLine(following)) {
            next();
            valueTo = to;
            folded = true;
        }
        while (valueTo > valueFrom && isBlank(text.charAt(valueTo - 1))) {
            valueTo--;
        }
        String value = SipLayout.decode(text, valueFrom, valueTo);
        return Optional.of(new SipHeader(name, folded ? value.replaceAll("[ \\t]*\\r*\\n[ \\t]+", " ") : value, valueFrom,
                valueTo - valueFrom));
    }

    private boolean isEmptyLine(int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at++) > ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private boolean isName(int start, int end) {
        int last = end;
        while (last > start && isBlank(text.charAt(last - 1))) {
            last--;
        }
        if (last == start || last - start > 64) {
            return false;
        }
        for (int at = start; at < last; at++) {
            char c = text.charAt(at);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.')) {
                return false;
            }
        }
        return true;
    }
}
