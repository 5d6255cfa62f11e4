package org.traceweave.certificates;

import java.time.LocalDate;
import java.util.Optional;
import org.traceweave.model.LintLevel;

/**
 * A rule of reference section C.5.
 *
 * @param id {@code L01} to {@code L51}
 * @param name short name, such as {@code SIG-SHA1-LEAF}
 * @param level the gravest at which it is told; what is known around a certificate decides
 * @param source who says so
 * @param effective from when it holds; empty if always
 */
public record LintRule(String id, String name, LintLevel level, String source, Optional<LocalDate> effective) {
}
