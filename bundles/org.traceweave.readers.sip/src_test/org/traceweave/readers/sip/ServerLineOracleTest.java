package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.traceweave.model.RecordField;

/** The hand-written scanner against the grammar's regular expression. */
class ServerLineOracleTest {

    private static final Pattern ORACLE = Pattern.compile("^(?:\\uFEFF)?(?<level>TL_[A-Z]+)\\((?<flags>[A-Z0-9_|, ]*)\\)\\s*\\[(?<where>[^\\]]*)\\]"
            + "(?<pid>[0-9A-Fa-f]{4,8})\\.(?<tid>[0-9A-Fa-f]{4,8})::(?<date>\\d{1,4}[/.\\-]\\d{1,2}[/.\\-]\\d{2,4})-"
            + "(?<time>\\d{1,2}:\\d{2}:\\d{2}[.,:]\\d{3,7})(?:\\.(?<seq>[0-9A-Fa-f]{8}))?\\s*"
            + "\\((?<comp>[^,()]+),(?<func>[^()]*?):(?<file>[^:()]+)\\((?<line>\\d+)\\)\\)\\s*(?:\\(\\s*(?<ptr>[0-9A-Fa-f]{8,16})\\s*\\)\\s*)?"
            + "(?:\\[(?<corr>\\d+)\\]\\s*)?(?<msg>.*)$", Pattern.DOTALL);

    private static final String[][] SLOTS = {
            {"TL_INFO", "TL_ERROR", "TL_", "TL_WARN", "tl_info", "TL_NOISE", "TL_X9"},
            {"(TF_PROTOCOL)", "(TF_A|TF_B, TF_C)", "()", "(tf)", "TF", "(TF_DIAG) ", "( )"},
            {"[P\\H]", "[0]", "[]", " [POOL01\\FE01]", "[a b]", "P\\H]", "[P(1)\\H]"},
            {"0B60.0D6C", "b60.0D6C", "00000B60.00000D6C", "0B60.0D6", "0B60:0D6C", "0B6000000.0D6C", "BEEF.CAFE"},
            {"::", ":", ":: "},
            {"03/02/2017", "3.2.17", "2017-03-02", "03/02/2", "003/02/2017", "03/022017", "31/12/2017", "99/99/9999"},
            {"-", " "},
            {"06:30:40.025", "6:30:40,0251234", "06:30:40:025", "06:30:40.02", "06:30:4.025", "06:30:40.02512345", "25:61:61.000"},
            {".00005602", "", ".0000560", ".0000560g", ".000056021", ".DEADBEEF"},
            {" ", "", "  ", "\t"},
            {"(SIPStack,A::B:c.cpp(833))", "(S,f:c(1))", "(S,:c.cpp(1))", "(S,f:(1))", "(S,f:c.cpp())", "(,f:c.cpp(1))", "(S,c.cpp(1))",
                    "(S,f:c.cpp(1)", "(S,f g::~h:c-d.cpp(12345))", "(S T,f:c.cpp(1))", "(S,f:c.cpp(1)))"},
            {" ", "", "  "},
            {"", "( 00000000028FDD70 )", "(028FDD70)", "(28FDD70)", "( 028FDD70", "(00000000028FDD701) "},
            {"", "[156659184]", " [156659184] ", "[]", "[12a]", "[7]"},
            {"", "$$begin_record", "text (more) [1]", "[2] x", "$$begin_recordx"},
    };

    @Test
    void theScannerAcceptsWhatTheExpressionAcceptsAndFindsTheSame() throws IOException {
        long seed = System.nanoTime();
        System.err.println("ServerLineOracleTest seed " + seed);
        Random random = new Random(seed);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder(random.nextInt(20) == 0 ? "\ufeff" : "");
            for (String[] slot : SLOTS) {
                // mostly the first, which fits
                line.append(slot[random.nextInt(4) == 0 ? random.nextInt(slot.length) : 0]);
            }
            if (random.nextInt(5) == 0) {
                line.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
            }
            accepted += check(line.toString(), seed) ? 1 : 0;
        }
        assertTrue(accepted > 500, "only " + accepted + " lines fit");
    }

    private static boolean check(String line, long seed) throws IOException {
        Matcher oracle = ORACLE.matcher(line);
        boolean fits = oracle.matches();
        Collected collected = Collected.of(new ClsReader(), MemoryBytes.of(line + "\n"));
        String where = "seed " + seed + ": " + line;
        if (!fits && line.startsWith("[")) {
            return false;
        }
        if (!fits) {
            assertTrue(collected.records.isEmpty(), where);
            return false;
        }
        assertEquals(1, collected.records.size(), where);
        Collected.Found found = collected.records.getFirst();
        assertEquals(Long.parseLong(oracle.group("pid"), 16), found.process(), where);
        assertEquals(Long.parseLong(oracle.group("tid"), 16), found.thread(), where);
        assertEquals(oracle.group("comp"), found.component(), where);
        assertEquals(oracle.group("corr"), found.field(RecordField.CORRELATION), where);
        return true;
    }

    @Test
    void aFunctionNameMayHoldParentheses() throws IOException {
        String line = "TL_INFO(TF_COMPONENT) [P\\H]0B60.0D6C::03/02/2017-06:30:40.025 (S4,CThing::operator():thing.h(12)) [5] text";
        Collected collected = Collected.of(new ClsReader(), MemoryBytes.of(line));
        assertEquals("S4", collected.records.getFirst().component());
        assertEquals("5", collected.records.getFirst().field(RecordField.CORRELATION));
    }
}
