package org.traceweave.readers.sip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds failure codes in what servers write, and gives them their one form {@code 0x80090325}. */
public final class Hresults {

    // 0x80090325 anywhere, or the digits alone where nothing else of the kind could be meant
    private static final Pattern CODE = Pattern.compile("(?:0[xX]([89A-Fa-f][0-9A-Fa-f]{7})|(?<![0-9A-Za-z])(80(?:07|09|0[bB])[0-9A-Fa-f]{4}))"
            + "(?![0-9A-Fa-f])");
    // Lync's own events write them in decimal: 2148204809 is 0x800B0109
    private static final Pattern DECIMAL = Pattern.compile("(?<![0-9A-Za-z.:])(21[4-9][0-9]{7})(?![0-9A-Za-z.:])");

    private Hresults() {
    }

    /** The first HRESULT in {@code text}, hexadecimal or decimal. */
    public static Optional<String> find(String text) {
        Matcher hex = CODE.matcher(text);
        if (hex.find()) {
            String digits = hex.group(1) == null ? hex.group(2) : hex.group(1);
            return Optional.of("0x" + digits.toLowerCase(Locale.ROOT));
        }
        Matcher decimal = DECIMAL.matcher(text);
        while (decimal.find()) {
            long value = Long.parseLong(decimal.group(1));
            if (value >= 0x8000_0000L && value <= 0x800F_FFFFL) {
                return Optional.of("0x" + Long.toHexString(value));
            }
        }
        return Optional.empty();
    }
}
