package org.traceweave.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen in the text of a source, and not in its classes. */
class SourceTextTest {

    private static final int MOST_LINES = 500;

    @Test
    void noClassIsLongerThanFiveHundredLines() throws IOException {
        List<Path> sources = Stream.of("src", "src_test").flatMap(folder -> Product.sources(folder).stream()).toList();
        assertFalse(sources.isEmpty());
        List<String> longer = new ArrayList<>();
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            if (lines > MOST_LINES) {
                longer.add(Product.shown(source) + ": " + lines);
            }
        }
        assertEquals(List.of(), longer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\.cancel\\(true\\)", "(?<!Thread\\.currentThread\\(\\))\\.interrupt\\(\\)", "catch \\((Exception|Throwable) \\w+\\)", "catch \\([^)]*\\) *\\{\\s*\\}", "\\bTODO\\b|\\bFIXME\\b", "\\.printStackTrace\\(\\)"})
    void noSourceHolds(String forbidden) throws IOException {
        Pattern pattern = Pattern.compile(forbidden);
        List<String> found = new ArrayList<>();
        for (Path source : Product.sources("src")) {
            if (pattern.matcher(Files.readString(source)).find()) {
                found.add(Product.shown(source).toString());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyPackageSaysWhatNullMeansInIt() throws IOException {
        List<String> unmarked = new ArrayList<>();
        for (Path folder : Product.sources("src").stream().map(Path::getParent).distinct().toList()) {
            Path declaration = folder.resolve("package-info.java");
            if (!Files.exists(declaration) || !Files.readString(declaration).contains("@NullMarked")) {
                unmarked.add(Product.shown(folder).toString());
            }
        }
        assertEquals(List.of(), unmarked);
    }
}
