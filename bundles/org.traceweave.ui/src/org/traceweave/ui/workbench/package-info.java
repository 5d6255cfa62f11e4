/** How the workbench starts: its advisors and its perspective. */
@NullMarked
package org.traceweave.ui.workbench;

import org.jspecify.annotations.NullMarked;
