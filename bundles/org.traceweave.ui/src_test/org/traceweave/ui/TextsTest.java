package org.traceweave.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern ASKED = Pattern.compile("TEXTS\\.get\\(\\s*\"([^\"]+)\"\\s*([,)+])");

    @Test
    void placesAreFilledByTheirNamesAndNumbersAreSeparated() {
        Texts texts = new Texts(TextsTest.class);
        assertEquals("There is no file a.txt; check the path.", texts.get("problem.missing", "file", "a.txt"));
    }

    @Test
    void everyTextThatASourceAsksForIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String bundle : List.of("org.traceweave.ui", "org.traceweave.ui.timeline", "org.traceweave.ui.certificates")) {
            Path sources = Path.of("..", bundle, "src");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    missing.addAll(missing(file));
                }
            }
        }
        assertTrue(missing.isEmpty(), () -> "no such texts: " + missing);
    }

    private static List<String> missing(Path file) throws IOException {
        Matcher asked = ASKED.matcher(Files.readString(file));
        List<String> missing = new ArrayList<>();
        Properties texts = new Properties();
        Path properties = file.resolveSibling("texts.properties");
        if (Files.exists(properties)) {
            try (Reader reader = Files.newBufferedReader(properties, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        while (asked.find()) {
            boolean begins = asked.group(2).equals("+");
            boolean there = begins ? texts.stringPropertyNames().stream().anyMatch(key -> key.startsWith(asked.group(1)))
                    : texts.containsKey(asked.group(1));
            if (!there) {
                missing.add(file.getFileName() + ": " + asked.group(1));
            }
        }
        return missing;
    }
}
