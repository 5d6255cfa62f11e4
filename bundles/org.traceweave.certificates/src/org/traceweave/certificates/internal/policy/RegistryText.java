package org.traceweave.certificates.internal.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.certificates.PolicyFileException;
import org.traceweave.certificates.WeakCryptoSettings;
import org.traceweave.certificates.internal.trust.EncodedText;

/**
 * The registry as text: {@code reg export} writes {@code "Name"=dword:0000000f} below {@code [HKEY_...]}, {@code certutil -getreg chain} prints
 * {@code Name REG_DWORD = f (15)} below {@code HKEY_...:}, with flags explained on lines of their own.
 */
public final class RegistryText {

    private static final String KEY = "\\certdllcreatecertificatechainengine\\config";
    private static final Pattern EXPORTED = Pattern.compile("\"([^\"]{1,200})\"=(.*)");
    private static final Pattern PRINTED = Pattern.compile("(\\w{1,200})\\s+(REG_\\w+)\\s*=\\s*(.*)");
    private static final Pattern LISTED = Pattern.compile("\\d+:\\s*(.*)");
    private static final int SHA256_DIGITS = 64;

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Set<String>> allowed = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private boolean keySeen;

    private RegistryText() {
    }

    public static WeakCryptoSettings read(String name, byte[] bytes) throws PolicyFileException {
        if (bytes.length > WeakCryptoSettings.MAX_BYTES) {
            throw new PolicyFileException(name + " has more than " + (WeakCryptoSettings.MAX_BYTES >> 20) + " MB; export only the key "
                    + "CertDllCreateCertificateChainEngine\\Config");
        }
        RegistryText text = new RegistryText();
        text.lines(joined(EncodedText.of(bytes)));
        if (!text.keySeen) {
            throw new PolicyFileException(name + " does not show the registry key CertDllCreateCertificateChainEngine\\Config; give the output of "
                    + "\"certutil -getreg chain\", or of \"reg export\" for that key");
        }
        return new WeakCryptoSettings(name, text.numbers, text.allowed, text.problems);
    }

    /** Values in hex go on over lines that end in a backslash. */
    private static List<String> joined(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\\R")) {
            String stripped = line.strip();
            if (stripped.endsWith("\\") && !stripped.startsWith("[")) {
                open.append(stripped, 0, stripped.length() - 1);
            } else {
                lines.add(open + stripped);
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            lines.add(open.toString());
        }
        return lines;
    }

    private void lines(List<String> lines) {
        boolean inKey = false;
        String list = "";
        for (String line : lines) {
            if (line.startsWith("[") || line.startsWith("HKEY_") || line.startsWith("HKLM")) {
                inKey = line.replaceAll("[\\[\\]:]+$", "").toLowerCase(Locale.ROOT).endsWith(KEY);
                keySeen |= inKey;
                list = "";
                continue;
            }
            if (!inKey) {
                continue;
            }
            Matcher exported = EXPORTED.matcher(line);
            Matcher printed = PRINTED.matcher(line);
            Matcher listed = LISTED.matcher(line);
            if (exported.matches()) {
                exported(exported.group(1).toLowerCase(Locale.ROOT), exported.group(2));
            } else if (printed.matches()) {
                list = printed.group(1).toLowerCase(Locale.ROOT);
                printed(list, printed.group(2), printed.group(3));
            } else if (listed.matches() && isAllowList(list)) {
                allow(list, listed.group(1));
            }
        }
    }

    private void exported(String name, String value) {
        if (value.startsWith("dword:")) {
            number(name, value.substring("dword:".length()));
        } else if (isAllowList(name) && value.startsWith("\"")) {
            allow(name, value.replace("\"", ""));
        } else if (isAllowList(name) && value.startsWith("hex(")) {
            String text = new String(bytes(value.substring(value.indexOf(':') + 1)), StandardCharsets.UTF_16LE);
            for (String each : text.split("\u0000")) {
                allow(name, each);
            }
        } else if (isNumber(name)) {
            problems.add(name + " is no REG_DWORD and was passed over");
        }
    }

    private void printed(String name, String type, String value) {
        if (type.equals("REG_DWORD")) {
            number(name, value.split("\\s", 2)[0]);
        } else if (isAllowList(name)) {
            allow(name, value);
        } else if (isNumber(name)) {
            problems.add(name + " is a " + type + " instead of a REG_DWORD and was passed over");
        }
    }

    private void number(String name, String hex) {
        String digits = hex.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        if (digits.matches("[0-9a-f]{1,8}")) {
            numbers.put(name, Long.parseLong(digits, 16));
        } else if (name.startsWith("weak") || isNumber(name)) {
            problems.add(name + " is " + (digits.length() > 40 ? digits.substring(0, 40) + "..." : digits) + ", which is no number");
        }
    }

    private static boolean isNumber(String name) {
        return name.startsWith("weak") && (name.endsWith("flags") || name.endsWith("minbitlength")) || name.equals("minrsapubkeybitlength")
                || name.equals("enableweaksignatureflags");
    }

    private static boolean isAllowList(String name) {
        return name.startsWith("weak") && name.endsWith("sha256allow");
    }

    /** Characters that are no hex digits are skipped, as Windows does. */
    private void allow(String name, String text) {
        String digits = text.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
        for (int from = 0; from + SHA256_DIGITS <= digits.length(); from += SHA256_DIGITS) {
            allowed.computeIfAbsent(name, list -> new LinkedHashSet<>()).add(digits.substring(from, from + SHA256_DIGITS));
        }
        if (digits.length() % SHA256_DIGITS != 0) {
            problems.add(name + " holds something that is no SHA-256 thumbprint");
        }
    }

    private static byte[] bytes(String commaSeparated) {
        String digits = commaSeparated.replaceAll("[^0-9A-Fa-f]", "");
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }
}
