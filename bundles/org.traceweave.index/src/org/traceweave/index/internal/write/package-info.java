/** Records into Lucene documents. */
@NullMarked
package org.traceweave.index.internal.write;

import org.jspecify.annotations.NullMarked;
