/** What analyses read out of the records of each source, kept beside the case until the source changes. */
@NullMarked
package org.traceweave.analysis.internal.extract;

import org.jspecify.annotations.NullMarked;
