/** The Lucene side of the index: names of Lucene's fields and how values are written in them. */
@NullMarked
package org.traceweave.index.internal;

import org.jspecify.annotations.NullMarked;
