/** The shared inside of the event readers and decoders; nobody else's. */
@NullMarked
package org.traceweave.readers.windows.internal;

import org.jspecify.annotations.NullMarked;
