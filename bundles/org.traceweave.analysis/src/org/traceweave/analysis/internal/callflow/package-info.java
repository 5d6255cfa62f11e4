/** The ladder of one sign-in attempt, read from its records. */
@NullMarked
package org.traceweave.analysis.internal.callflow;

import org.jspecify.annotations.NullMarked;
