package org.traceweave.analysis;

import java.util.Map;
import java.util.Set;

/**
 * How the diagnostics are to be run: which rules (all of them if the set is empty), values set by the user as
 * {@code rule.setting=value}, and whether those that could not be applied are reported.
 */
public record DiagnosticSettings(Set<String> rules, Map<String, Double> values, boolean withNotApplicable) {

    public static final DiagnosticSettings STANDARD = new DiagnosticSettings(Set.of(), Map.of(), false);

    public DiagnosticSettings {
        rules = Set.copyOf(rules);
        values = Map.copyOf(values);
    }

    /** Whether a rule is among those to be run. */
    public boolean runs(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /** The value set for a rule's setting, or the one it has unless set. */
    public double value(String rule, DiagnosticSetting setting) {
        return values.getOrDefault(rule + "." + setting.name(), setting.value());
    }
}
