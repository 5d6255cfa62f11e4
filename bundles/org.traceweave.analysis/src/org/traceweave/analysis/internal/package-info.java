/** What several parts of the analysis share. */
@NullMarked
package org.traceweave.analysis.internal;

import org.jspecify.annotations.NullMarked;
