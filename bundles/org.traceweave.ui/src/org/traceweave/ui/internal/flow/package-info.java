/** The call flow of the chosen attempt. */
@NullMarked
package org.traceweave.ui.internal.flow;

import org.jspecify.annotations.NullMarked;
