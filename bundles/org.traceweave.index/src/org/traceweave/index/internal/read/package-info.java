/** From Lucene's segments, each sorted by time, to records in time order. */
@NullMarked
package org.traceweave.index.internal.read;

import org.jspecify.annotations.NullMarked;
