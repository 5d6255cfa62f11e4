/** How the readers of plain text and archives work inside. */
@NullMarked
package org.traceweave.readers.internal;

import org.jspecify.annotations.NullMarked;
