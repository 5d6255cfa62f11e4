package org.traceweave.cases;

import org.traceweave.certificates.TrustList;

/**
 * A trust list as a case keeps it.
 *
 * @param id names it within its case; the same for the same file
 * @param sha256 of the file it was read from, lower-case hex
 * @param publicProgram whether its certificates are those of a public program, Microsoft's or Mozilla's, and not those that a machine or an
 *         enterprise added; only such a list makes an anchor public
 */
public record CaseTrustList(String id, String sha256, boolean publicProgram, TrustList list) {
}
