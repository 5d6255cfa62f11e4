package org.traceweave.analysis;

import java.util.List;

/**
 * What a diagnostic is: its rule id ({@code chain.weak-signature}), a name for people, what it says in one sentence, the sources it
 * needs, and the settings by which it can be tuned.
 */
public record DiagnosticDescription(String id, String name, String says, List<String> needs, List<DiagnosticSetting> settings) {

    public DiagnosticDescription {
        needs = List.copyOf(needs);
        settings = List.copyOf(settings);
    }
}
