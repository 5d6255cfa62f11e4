/**
 * The Lucene schema, analyzer, writer, query language, histograms and paging.
 */
@NullMarked
package org.traceweave.index;

import org.jspecify.annotations.NullMarked;
