package org.traceweave.analysis;

/** A number by which a diagnostic can be tuned, its value unless set, and what it means. */
public record DiagnosticSetting(String name, double value, String meaning) {
}
