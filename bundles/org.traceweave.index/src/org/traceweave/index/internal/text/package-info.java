/** From the bytes of a record to its terms. */
@NullMarked
package org.traceweave.index.internal.text;

import org.jspecify.annotations.NullMarked;
