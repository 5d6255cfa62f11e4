package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.model.UtcTime;

/** The strict judge against the verdicts of x509-limbo. Its {@code webpki} cases ask for the Baseline Requirements too. */
class LimboCorpusTest {

    /** Cases without a time are meant for whenever the test is run; a fixed day keeps the test the same for ever. */
    private static final long DEFAULT_TIME = UtcTime.parse("2026-01-01T00:00:00Z");

    /** Cases of all kinds that do not hold, and why: {@code limbo-deviations.tsv}. */
    private static final Map<String, String> NOT_HELD = deviations();

    private record Case(String id, boolean expected, String features, PathQuestion question, PathVerdicts verdicts) {

        boolean held() {
            return expected == (verdicts.verdict() == Verdict.ACCEPTED);
        }

        String told() {
            return id + "\texpected " + (expected ? "accepted" : "refused") + "\t"
                    + verdicts.best().allReasons().map(VerdictReason::text).collect(Collectors.joining("; "));
        }
    }

    @Test
    void at_least_95_of_100_cases_without_features_get_the_expected_verdict() {
        List<Case> plain = cases().stream().filter(one -> one.features.isEmpty()).toList();
        List<Case> others = plain.stream().filter(one -> !one.held()).toList();
        System.err.println("x509-limbo: " + (plain.size() - others.size()) + " of " + plain.size() + " cases without features held");
        others.forEach(one -> System.err.println("  " + one.told() + "\t" + NOT_HELD.getOrDefault(one.id, "")));
        assertTrue(others.size() * 20 <= plain.size(), () -> others.stream().map(Case::told).collect(Collectors.joining("\n")));
    }

    @Test
    void cases_that_do_not_hold_are_those_whose_reason_is_known() {
        assertEquals(List.copyOf(NOT_HELD.keySet()), cases().stream().filter(one -> !one.held()).map(Case::id).sorted().toList());
    }

    /** Programs may take more than the letter of the standards allows, and take all that the strict judge takes. */
    @Test
    void what_the_strict_judge_accepts_is_accepted_by_every_program() {
        List<String> stricter = new ArrayList<>();
        int compared = 0;
        for (Case one : cases()) {
            if (one.verdicts.verdict() != Verdict.ACCEPTED) {
                continue;
            }
            PathQuestion asked = one.question;
            PolicyQuestion question = new PolicyQuestion(asked.leaf(), asked.intermediates(), asked.anchors(), TrustAnchors.none(), asked.at(),
                    asked.peerNames(), asked.usage());
            for (String policy : List.of("windows", "edge", "chrome")) {
                PathVerdicts verdicts = ChainJudge.by(ChainPolicies.find(policy).orElseThrow(), question);
                compared++;
                if (verdicts.verdict() == Verdict.REFUSED) {
                    stricter.add(one.id + " " + policy + ": " + verdicts.best().allReasons().map(VerdictReason::text).collect(Collectors.joining("; ")));
                }
            }
        }
        assertEquals(List.of(), stricter);
        assertTrue(compared > 60, "cases that are accepted were there: " + compared);
    }

    private static List<Case> cases() {
        return Corpus.table("x509-limbo/limbo-expected.tsv").stream().map(LimboCorpusTest::read).toList();
    }

    private static Case read(String[] row) {
        Map<String, List<DecodedCertificate>> parts = parts(row[0]);
        List<String> peers = row[6].isEmpty() || row[6].equals("None") ? List.of() : List.of(row[6]);
        long at = row[5].equals("None") ? DEFAULT_TIME : UtcTime.of(OffsetDateTime.parse(row[5]).toInstant());
        PathQuestion question = new PathQuestion(parts.get("peer").getFirst(), parts.getOrDefault("untrusted", List.of()),
                TrustAnchors.of(parts.getOrDefault("trusted", List.of())), at, peers, row[4].equals("SERVER") ? Usage.SERVER : Usage.CLIENT,
                row[1].startsWith("webpki::") ? StrictProfile.WEB_PKI : StrictProfile.RFC_5280);
        return new Case(row[1], row[2].equals("SUCCESS"), row[7], question, ChainJudge.strictly(question));
    }

    /** The certificates of a case by their part in it, told by the comment before each. */
    private static Map<String, List<DecodedCertificate>> parts(String file) {
        String text = new String(Corpus.bytes("x509-limbo/" + file), StandardCharsets.UTF_8);
        Map<String, List<DecodedCertificate>> parts = new TreeMap<>();
        for (String section : text.split("# --- ")) {
            String part = section.lines().findFirst().orElse("").strip();
            if (section.contains("-----BEGIN CERTIFICATE-----") && !part.startsWith("#")) {
                byte[] bytes = section.getBytes(StandardCharsets.UTF_8);
                CertificateFinder.find(bytes).certificates()
                        .forEach(found -> parts.computeIfAbsent(part, name -> new ArrayList<>()).add(CertificateDecoder.examine(found.der())));
            }
        }
        return parts;
    }

    private static Map<String, String> deviations() {
        Map<String, String> reasons = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LimboCorpusTest.class.getResourceAsStream("limbo-deviations.tsv")), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t")).forEach(row -> reasons.put(row[0], row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }
}
