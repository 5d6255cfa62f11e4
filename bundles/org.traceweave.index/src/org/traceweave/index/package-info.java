/** The index of a case: its Lucene schema, the analyzer made for logs, the query language, histograms and paging. */
@NullMarked
package org.traceweave.index;

import org.jspecify.annotations.NullMarked;
