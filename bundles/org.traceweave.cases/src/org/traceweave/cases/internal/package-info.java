/** How a case is kept and filled: its folder, the import, duplicates, clocks, gaps. */
@NullMarked
package org.traceweave.cases.internal;

import org.jspecify.annotations.NullMarked;
