/** The records table: its rows, its query bar, and what is shown above it. */
@NullMarked
package org.traceweave.ui.internal.records;

import org.jspecify.annotations.NullMarked;
