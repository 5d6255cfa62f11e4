/** The timeline of a case: one time axis for attempts, failures and records. Plug-ins add lanes to it. */
@NullMarked
package org.traceweave.ui.timeline;

import org.jspecify.annotations.NullMarked;
