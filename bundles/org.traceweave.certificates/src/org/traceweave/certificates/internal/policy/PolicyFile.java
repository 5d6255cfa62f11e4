package org.traceweave.certificates.internal.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.certificates.ChainPolicies;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.ClientKind;
import org.traceweave.certificates.PolicyRule;
import org.traceweave.certificates.Verdict;
import org.traceweave.model.UtcTime;

/** The file of policies that comes with the product; a line of it that makes no sense is a defect. */
public final class PolicyFile {

    private static final String NAME = "chain-policies.tsv";

    private final Map<String, PolicyRule> rules = new LinkedHashMap<>();
    private final Map<String, ChainPolicy> policies = new LinkedHashMap<>();
    private String version = "";

    private PolicyFile() {
    }

    public static PolicyFile load() {
        InputStream table = Objects.requireNonNull(ChainPolicies.class.getResourceAsStream(NAME));
        PolicyFile file = new PolicyFile();
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> file.line(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public String version() {
        return version;
    }

    public List<ChainPolicy> policies() {
        return List.copyOf(policies.values());
    }

    private void line(String[] cells) {
        switch (cells[0]) {
            case "version" -> version = cells[1];
            case "rule" -> rules.put(cells[1], new PolicyRule(cells[1], PolicyRule.Kind.valueOf(constant(cells[2])), words(cells[3]),
                    PolicyRule.Roots.valueOf(constant(cells[4])), day(cells[5]), day(cells[6].split("~")[0]), uncertainty(cells[6]), Verdict.valueOf(constant(cells[7])), cells[8],
                            cells[9]));
            case "policy" -> policies.put(cells[1], new ChainPolicy(cells[1], ClientKind.of(cells[2]).orElseThrow(), cells[3],
                    cells[4].equals("dated"),
                    rules(cells[5]), Optional.empty(), cells[6]));
            default -> throw new IllegalStateException(NAME + " has a line " + cells[0]);
        }
    }

    private List<PolicyRule> rules(String names) {
        List<PolicyRule> found = new ArrayList<>();
        for (String name : words(names)) {
            found.add(Objects.requireNonNull(rules.get(name), name));
        }
        return found;
    }

    private static List<String> words(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" "));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The days behind a tilde. */
    private static long uncertainty(String cell) {
        int tilde = cell.indexOf('~');
        return tilde < 0 ? 0 : Duration.ofDays(Long.parseLong(cell.substring(tilde + 1))).toNanos();
    }

    private static OptionalLong day(String cell) {
        return cell.equals("-") ? OptionalLong.empty() : OptionalLong.of(UtcTime.of(LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
