package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;

/**
 * Our rules against zlint's own expected results. {@code zlint-twins.tsv} says which rule is the twin of which of zlint's, and what its text says
 * where a rule has several conditions; {@code zlint-deviations.tsv} lists every result that differs, with the reason.
 */
class ZlintCorpusTest {

    private static final Set<String> TOLD = Set.of("Error", "Warn", "Notice", "Fatal");

    private record Twin(String rule, Pattern words) {
    }

    @Test
    void every_rule_with_a_twin_says_what_zlint_expects_or_the_reason_is_listed() {
        Map<String, Twin> twins = table("zlint-twins.tsv").stream().collect(Collectors.toMap(row -> row[1], row -> new Twin(row[0], Pattern.compile(row[2]))));
        Map<String, String> reasons = new TreeMap<>(table("zlint-deviations.tsv").stream().collect(Collectors.toMap(row -> row[0] + "\t" + row[1], row -> row[2])));
        assertTrue(reasons.values().stream().noneMatch(String::isBlank), "every deviation has a reason");
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (String[] row : Corpus.table("zlint/expected-lints.tsv")) {
            Twin twin = twins.get(row[1]);
            if (twin != null) {
                compared++;
                List<Lint> ours = lints(row[0]).stream().filter(lint -> lint.id().equals(twin.rule) || twin.rule.equals("L01") && lint.id().equals("L02"))
                        .filter(lint -> lint.level() != LintLevel.NOT_EFFECTIVE && twin.words.matcher(lint.text()).find()).toList();
                if (TOLD.contains(row[2]) == ours.isEmpty()) {
                    differing.add(row[0] + "\t" + row[1]);
                    if (!reasons.containsKey(row[0] + "\t" + row[1])) {
                        System.err.println(row[0] + "\t" + row[1] + "\t" + row[2] + "\t" + lints(row[0]));
                    }
                }
            }
        }
        System.out.println("zlint: " + (compared - differing.size()) + " of " + compared + " results of " + twins.size() + " twins agree");
        assertEquals(List.copyOf(reasons.keySet()), differing.stream().sorted().toList());
    }

    @Test
    void every_twin_is_a_rule_of_ours_and_has_a_case_in_the_corpus() {
        Set<String> rules = CertificateLint.rules().stream().map(LintRule::id).collect(Collectors.toSet());
        Set<String> cases = Corpus.table("zlint/expected-lints.tsv").stream().map(row -> row[1]).collect(Collectors.toCollection(HashSet::new));
        for (String[] twin : table("zlint-twins.tsv")) {
            assertTrue(rules.contains(twin[0]) && cases.contains(twin[1]), twin[0] + " " + twin[1]);
        }
    }

    @Test
    void no_rule_is_told_at_a_graver_level_than_its_table_says() {
        var levels = CertificateLint.rules().stream().collect(Collectors.toMap(LintRule::id, LintRule::level));
        for (String[] row : Corpus.table("zlint/expected-lints.tsv")) {
            if (row[0].endsWith(".pem") && !CertificateFinder.findInFile(Corpus.bytes("zlint/" + row[0])).certificates().isEmpty()) {
                lints(row[0]).forEach(lint -> assertTrue(levels.get(lint.id()).compareTo(lint.level()) <= 0, row[0] + " " + lint));
            }
        }
    }

    /** Judged as zlint does: on the day of issue, as a certificate of a public CA, without its chain. */
    private static List<Lint> lints(String file) {
        DecodedCertificate certificate = Corpus.certificate("zlint/" + file);
        return CertificateLint.lint(certificate, LintContext.none().withPublicTrust(true), certificate.facts().notBefore().orElse(0));
    }

    private static List<String[]> table(String name) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ZlintCorpusTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
