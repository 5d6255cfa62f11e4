/** The certificates of a case: collected from its records, joined where they are spread, and judged by what is known of their use. */
@NullMarked
package org.traceweave.analysis.internal.certificates;

import org.jspecify.annotations.NullMarked;
