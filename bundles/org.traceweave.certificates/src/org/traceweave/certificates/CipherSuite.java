package org.traceweave.certificates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Names of TLS cipher suites (IANA TLS Cipher Suites registry), and what is weak about one. */
public final class CipherSuite {

    private static final Map<Integer, String> NAMES = load();

    private CipherSuite() {
    }

    /** The numbers of all suites in the list, ascending; signalling values such as TLS_FALLBACK_SCSV are among them. */
    public static List<Integer> all() {
        return NAMES.keySet().stream().sorted().toList();
    }

    /** {@code TLS_RSA_WITH_AES_128_CBC_SHA}, or {@code 0x1301} in hex for one that is not in the list. */
    public static String name(int suite) {
        String name = NAMES.get(suite);
        return name != null ? name : String.format(Locale.ROOT, "0x%04x", suite);
    }

    /** Whether the suite has no encryption, an export key, RC4, DES, triple DES, MD5 or no authentication. */
    public static boolean weak(int suite) {
        String name = name(suite);
        return name.contains("NULL") || name.contains("EXPORT") || name.contains("RC4") || name.contains("_DES_")
                || name.contains("3DES") || name.contains("DES40") || name.endsWith("MD5") || name.contains("_anon_");
    }

    private static Map<Integer, String> load() {
        Map<Integer, String> names = new HashMap<>();
        InputStream table = Objects.requireNonNull(CipherSuite.class.getResourceAsStream("cipher-suites.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                names.put(Integer.parseInt(line.substring(0, tab), 16), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }
}
