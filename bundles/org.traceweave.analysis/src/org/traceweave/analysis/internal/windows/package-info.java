/** What Windows' own logs said of failures, and how it is tied to sign-ins. */
@NullMarked
package org.traceweave.analysis.internal.windows;

import org.jspecify.annotations.NullMarked;
