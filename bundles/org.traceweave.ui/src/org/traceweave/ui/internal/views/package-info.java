/** The other views of a case. */
@NullMarked
package org.traceweave.ui.internal.views;

import org.jspecify.annotations.NullMarked;
