package org.traceweave.readers.sip.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The short upper-case names of hosts: from {@code pool\machine} in a line, or from a file's name. For one thread. */
final class HostNames {

    private static final int SIZE = 256;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    // FE01, SRV-LYNC02: letters that end in digits, as machines are called and log files are not
    private static final Pattern MACHINE = Pattern.compile("(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9-]{0,12}[A-Za-z-]?[0-9]{1,3})(?![A-Za-z0-9])");
    // the NetBIOS form, with something in it that plain words have not
    private static final Pattern FOLDER = Pattern.compile("(?=.*[0-9-])[A-Z][A-Z0-9-]{1,14}");
    private static final Pattern NO_MACHINE = Pattern.compile("(?i).*(uccapi|communicator|sipstack|ocslogger).*|"
            + "(sip|trace|log|part|file|lync|skype|sfb|ocs|cls|copy|export|case|s|v|w|rtc|utf|day|r|cu|kb)-?[0-9]+");

    private final byte @Nullable [][] keys = new byte[SIZE][];
    private final @Nullable String[] names = new String[SIZE];

    /** The host in the bracket of a server line; null for a processor number. */
    @Nullable String of(byte[] b, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + b[at];
        }
        int slot = (hash ^ hash >>> 12) & SIZE - 1;
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, b, from, to)) {
            return names[slot];
        }
        keys[slot] = Arrays.copyOfRange(b, from, to);
        names[slot] = machine(new String(keys[slot], java.nio.charset.StandardCharsets.UTF_8));
        return names[slot];
    }

    private static @Nullable String machine(String where) {
        if (where.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return shortName(where.substring(where.lastIndexOf('\\') + 1).strip());
    }

    /** {@code fe01.contoso.local} is {@code FE01}; an address stays what it is. */
    static String shortName(String name) {
        int dot = name.indexOf('.');
        String first = dot > 0 && !ADDRESS.matcher(name).matches() ? name.substring(0, dot) : name;
        return first.toUpperCase(Locale.ROOT);
    }

    /**
     * The host that a file's name gives, as {@code FE01_SIPStack.txt} does, or else that of its folder, as {@code ROOM-ORION/a.log};
     * null if neither does.
     */
    static @Nullable String ofFile(String name) {
        String path = name.replace('\\', '/');
        int slash = path.lastIndexOf('/');
        String file = path.substring(slash + 1);
        int dot = file.lastIndexOf('.');
        Matcher matcher = MACHINE.matcher(dot > 0 ? file.substring(0, dot) : file);
        while (matcher.find()) {
            if (!NO_MACHINE.matcher(matcher.group(1)).matches()) {
                return matcher.group(1).toUpperCase(Locale.ROOT);
            }
        }
        String folder = slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        return FOLDER.matcher(folder).matches() && !NO_MACHINE.matcher(folder).matches() ? folder : null;
    }
}
