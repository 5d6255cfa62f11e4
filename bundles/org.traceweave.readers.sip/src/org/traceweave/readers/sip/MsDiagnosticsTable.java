package org.traceweave.readers.sip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The diagnostic numbers whose meaning is known, from {@code ms-diagnostics.tsv} (MS-OCER and what live systems wrote). */
final class MsDiagnosticsTable {

    private static final Map<Integer, String> MEANINGS = load();

    private MsDiagnosticsTable() {
    }

    static Optional<String> meaning(int id) {
        return Optional.ofNullable(MEANINGS.get(id));
    }

    private static Map<Integer, String> load() {
        Map<Integer, String> meanings = new LinkedHashMap<>();
        try (InputStream stream = MsDiagnosticsTable.class.getResourceAsStream("ms-diagnostics.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("ms-diagnostics.tsv is missing from the bundle");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", 3);
                if (cells.length >= 2 && !cells[0].isEmpty() && Character.isDigit(cells[0].charAt(0))) {
                    meanings.putIfAbsent(Integer.valueOf(cells[0]), cells[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return meanings;
    }
}
