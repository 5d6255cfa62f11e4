/** How sources are read: the reader SPI, format detection, encodings, archives, byte access. */
@NullMarked
package org.traceweave.readers;

import org.jspecify.annotations.NullMarked;
