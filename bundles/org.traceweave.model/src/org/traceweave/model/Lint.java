package org.traceweave.model;

/** A rule of reference L01 to L51 that a certificate breaks. */
public record Lint(
        String id,
        LintLevel level,
        String text) {
}
