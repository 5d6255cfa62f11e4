/** A case: its folder, the import of sources into it and its progress, clocks, how far each source can be trusted. */
@NullMarked
package org.traceweave.cases;

import org.jspecify.annotations.NullMarked;
