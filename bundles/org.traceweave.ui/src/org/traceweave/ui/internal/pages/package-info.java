/** What the detail view writes about a record or an attempt. */
@NullMarked
package org.traceweave.ui.internal.pages;

import org.jspecify.annotations.NullMarked;
