package org.traceweave.readers.windows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The name and meaning of an error code: HRESULTs of SSPI, Schannel, CryptoAPI and trust providers, NTSTATUS of logons, Kerberos' and
 * Winsock's and WinHTTP's codes as far as they meet a sign-in. {@code code} is unsigned 32 bits.
 */
public record HResult(long code, String name, String text) {

    private static final int WIN32_FACILITY = 0x8007;

    /** What is known of the code; a Win32 code wrapped in an HRESULT (0x8007....) is found by the code inside. */
    public static Optional<HResult> of(long code) {
        long unsigned = code & 0xffff_ffffL;
        HResult known = Table.CODES.get(unsigned);
        if (known == null && unsigned >>> 16 == WIN32_FACILITY) {
            HResult inner = Table.CODES.get(unsigned & 0xffff);
            known = inner == null ? null : new HResult(unsigned, inner.name, inner.text);
        }
        return Optional.ofNullable(known);
    }

    /** The code as this product writes it: {@code 0x80090325}. */
    public static String word(long code) {
        String digits = Long.toHexString(code & 0xffff_ffffL);
        return "0x" + "0".repeat(8 - digits.length()) + digits;
    }

    /** The code with its name, {@code 0x80090325 SEC_E_UNTRUSTED_ROOT}, or alone where it has none. */
    public static String described(long code) {
        return of(code).map(known -> word(code) + " " + known.name).orElseGet(() -> word(code));
    }

    /** Reads {@code 0x80090325}, {@code -2146893019} or {@code 2148074277}; empty where the text is no 32-bit number. */
    public static OptionalLong parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        return trimmed.startsWith("0x") ? number(trimmed.substring(2), 16) : number(trimmed, 10);
    }

    /** Reads hex digits without a prefix, as CAPI2 writes its results: {@code 800B0109}. */
    public static OptionalLong parseHex(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        return number(trimmed.startsWith("0x") ? trimmed.substring(2) : trimmed, 16);
    }

    private static OptionalLong number(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 16) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(digits, radix);
            boolean fits = value <= 0xffff_ffffL && value >= Integer.MIN_VALUE;
            return fits ? OptionalLong.of(value & 0xffff_ffffL) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /** Read once, when the first code is asked for. */
    private static final class Table {
        static final Map<Long, HResult> CODES = read();

        private static Map<Long, HResult> read() {
            Map<Long, HResult> codes = new HashMap<>();
            for (String file : new String[] {"hresults.tsv", "statuses.tsv"}) {
                try (InputStream in = HResult.class.getResourceAsStream("internal/" + file)) {
                    if (in == null) {
                        throw new IllegalStateException(file + " is missing from the bundle");
                    }
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        String[] columns = line.split("\t", 3);
                        if (columns.length == 3 && columns[0].startsWith("0x")) {
                            long code = Long.parseLong(columns[0].substring(2), 16);
                            codes.putIfAbsent(code, new HResult(code, columns[1], columns[2].trim()));
                        }
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return codes;
        }
    }
}
