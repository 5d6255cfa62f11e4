package org.traceweave.certificates;

/**
 * Why an element or a chain got its verdict.
 *
 * @param rule stable id of the rule, such as {@code basic-constraints} or {@code signature-hash}
 * @param verdict what the rule says; {@link Verdict#ACCEPTED} for a remark that changes nothing
 * @param text one sentence with the values of this case
 * @param source who says so: a section, or an address
 */
public record VerdictReason(String rule, Verdict verdict, String text, String source) {
}
