package org.traceweave.readers.sip.internal;

import static org.traceweave.readers.sip.internal.Chars.isDigit;
import static org.traceweave.readers.sip.internal.Chars.isHex;
import static org.traceweave.readers.sip.internal.Chars.isSpace;

import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.model.UtcTime;

/**
 * The prefix of a server trace line, as
 * {@code TL_INFO(TF_PROTOCOL) [POOL\HOST]0B60.0D6C::03/02/2017-06:30:40.025.00005602 (SIPStack,function:file(line)) [corr] }, taken apart
 * by hand, or tracefmt's own plain one. All positions count from the beginning of the line, as the bytes may move. Reused.
 * The regular expression of the format's
 * description is its oracle in tests; beyond that, function names may hold parentheses, as {@code operator()} does.
 */
final class ServerPrefix {

    private static final byte[] BEGIN = Chars.ascii("$$begin_record");

    boolean valid;
    int lineStart;
    @Nullable Level level;
    int flagsFrom;
    int flagsTo;
    int whereFrom;
    int whereTo;
    int process;
    int thread;
    /** Nanoseconds by the writing clock. */
    long time;
    /** The number of the record in its component, or -1. */
    long sequence;
    int dateFrom;
    int dateTo;
    int componentFrom;
    int componentTo;
    /** The correlation id's digits; empty where it has none. */
    int correlationFrom;
    int correlationTo;
    /** The text after the prefix. */
    int message;
    boolean opensBlock;

    private byte[] b = new byte[0];
    private int to;
    private int at;
    private int start;

    /** Takes the line at {@code from} apart; {@code limit} may be far behind its end. @return whether it has the prefix */
    boolean read(byte[] bytes, int from, int limit, TraceTime clock) {
        b = bytes;
        to = limit;
        at = from;
        start = from;
        valid = false;
        if (from + 3 <= limit && b[from] == (byte) 0xef && b[from + 1] == (byte) 0xbb && b[from + 2] == (byte) 0xbf) {
            at += 3;
        }
        lineStart = at - from;
        boolean own = at < to && b[at] == 'T';
        valid = own ? level() && flags() && where() && ids() && time(clock) && component() && rest() : plain(clock);
        return valid;
    }

    /** What tracefmt writes where nobody chose a prefix: {@code [0]06E4.0EB4::01/18/2012-05:00:43.101 [component]text}. */
    private boolean plain(TraceTime clock) {
        level = null;
        flagsFrom = 0;
        flagsTo = 0;
        if (to - at < 36 || !take('[') || !where() || whereTo == whereFrom || !ids() || !timeOfDay(clock)) {
            return false;
        }
        for (int i = start + whereFrom; i < start + whereTo; i++) {
            if (!isDigit(b[i])) {
                return false;
            }
        }
        if (!take(' ') || !take('[')) {
            return false;
        }
        componentFrom = at - start;
        while (at < to && b[at] != ']' && b[at] != '\n') {
            at++;
        }
        componentTo = at - start;
        return componentTo > componentFrom && take(']') && rest();
    }

    private boolean level() {
        if (to - at < 40 || b[at] != 'T' || b[at + 1] != 'L' || b[at + 2] != '_') {
            return false;
        }
        at += 3;
        int from = at;
        while (at < to && b[at] >= 'A' && b[at] <= 'Z') {
            at++;
        }
        level = from == at ? null : switch (b[from]) {
            case 'F' -> Level.FATAL;
            case 'E' -> Level.ERROR;
            case 'W' -> Level.WARNING;
            case 'I' -> Level.INFO;
            case 'V' -> Level.VERBOSE;
            case 'D', 'N' -> Level.DEBUG;
            default -> null;
        };
        return at > from && take('(');
    }

    private boolean flags() {
        flagsFrom = at - start;
        while (at < to && (b[at] >= 'A' && b[at] <= 'Z' || isDigit(b[at]) || b[at] == '_' || b[at] == '|' || b[at] == ',' || b[at] == ' ')) {
            at++;
        }
        flagsTo = at - start;
        if (!take(')')) {
            return false;
        }
        blanks();
        return take('[');
    }

    private boolean where() {
        whereFrom = at - start;
        while (at < to && b[at] != ']' && b[at] != '\n') {
            at++;
        }
        whereTo = at - start;
        return take(']');
    }

    private boolean ids() {
        process = hex(4, 8);
        if (at < 0 || !take('.')) {
            return false;
        }
        thread = hex(4, 8);
        return at >= 0 && take(':') && take(':');
    }

    private boolean time(TraceTime clock) {
        if (!timeOfDay(clock)) {
            return false;
        }
        sequence = -1;
        if (at + 9 <= to && b[at] == '.') {
            at++;
            sequence = hex(8, 8) & 0xffff_ffffL;
            if (at < 0) {
                return false;
            }
        }
        blanks();
        return take('(');
    }

    private boolean timeOfDay(TraceTime clock) {
        int dateStart = at;
        if (!digits(1, 4) || !dateMark() || !digits(1, 2) || !dateMark() || !digits(2, 4)) {
            return false;
        }
        int dateEnd = at;
        if (!take('-')) {
            return false;
        }
        int timeStart = at;
        if (!digits(1, 2) || !take(':') || !digits(2, 2) || !take(':') || !digits(2, 2)
                || at >= to || b[at] != '.' && b[at] != ',' && b[at] != ':') {
            return false;
        }
        at++;
        if (!digits(3, 7)) {
            return false;
        }
        dateFrom = dateStart - start;
        dateTo = dateEnd - start;
        time = clock.read(b, dateStart, dateEnd, timeStart, at);
        return true;
    }

    private boolean component() {
        componentFrom = at - start;
        while (at < to && b[at] != ',' && b[at] != '(' && b[at] != ')' && b[at] != '\n') {
            at++;
        }
        componentTo = at - start;
        return componentTo > componentFrom && take(',') && function();
    }

    /** {@code function:file(line))}: the first number in parentheses that two close, behind a file name and a colon. */
    private boolean function() {
        int from = at;
        int depth = 0;
        for (int i = at; i < to && b[i] != '\n' && depth >= 0; i++) {
            if (b[i] == ')') {
                depth--;
            } else if (b[i] == '(') {
                int end = i + 1;
                while (end < to && isDigit(b[end])) {
                    end++;
                }
                if (depth == 0 && end > i + 1 && end + 1 < to && b[end] == ')' && b[end + 1] == ')' && endsWithFile(from, i)) {
                    at = end + 2;
                    return true;
                }
                depth++;
            }
        }
        return false;
    }

    private boolean endsWithFile(int from, int end) {
        int i = end - 1;
        while (i >= from && b[i] != ':' && b[i] != '(' && b[i] != ')') {
            i--;
        }
        return i >= from && b[i] == ':' && i < end - 1;
    }

    private boolean rest() {
        blanks();
        pointer();
        correlation();
        message = at - start;
        opensBlock = org.traceweave.readers.ByteSearch.startsWith(b, at, to, BEGIN);
        return true;
    }

    private void pointer() {
        int back = at;
        if (take('(')) {
            blanks();
            int from = at;
            while (at < to && isHex(b[at])) {
                at++;
            }
            int count = at - from;
            blanks();
            if (count >= 8 && count <= 16 && take(')')) {
                blanks();
                return;
            }
        }
        at = back;
    }

    private void correlation() {
        int back = at;
        correlationFrom = 0;
        correlationTo = 0;
        if (take('[')) {
            int from = at;
            while (at < to && isDigit(b[at])) {
                at++;
            }
            int end = at;
            if (end > from && take(']')) {
                correlationFrom = from - start;
                correlationTo = end - start;
                blanks();
                return;
            }
        }
        at = back;
    }

    private boolean take(char c) {
        if (at < to && b[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean dateMark() {
        return take('/') || take('.') || take('-');
    }

    private void blanks() {
        while (at < to && isSpace(b[at])) {
            at++;
        }
    }

    private boolean digits(int least, int most) {
        int from = at;
        while (at < to && at - from < most && isDigit(b[at])) {
            at++;
        }
        return at - from >= least;
    }

    /** The value of the hex digits here; {@link #at} becomes -1 if there are too few. */
    private int hex(int least, int most) {
        int value = 0;
        int from = at;
        while (at < to && at - from < most && isHex(b[at])) {
            int digit = b[at++];
            value = value << 4 | (digit & 0xf) + (digit >> 6) * 9;
        }
        if (at - from < least) {
            at = -1;
        }
        return value;
    }

    boolean hasTime() {
        return time != UtcTime.UNKNOWN;
    }
}
