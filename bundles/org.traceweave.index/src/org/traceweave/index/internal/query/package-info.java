/** The query language: from what a person typed to Lucene's queries. */
@NullMarked
package org.traceweave.index.internal.query;

import org.jspecify.annotations.NullMarked;
