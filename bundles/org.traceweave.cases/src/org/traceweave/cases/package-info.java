/**
 * The case folder, the import pipeline and its progress, clocks, trust of a source, and the library of cases.
 */
@NullMarked
package org.traceweave.cases;

import org.jspecify.annotations.NullMarked;
