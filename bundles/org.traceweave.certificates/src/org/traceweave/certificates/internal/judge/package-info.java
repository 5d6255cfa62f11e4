/** Whether a chain is accepted: strictly by RFC 5280, or as a given program would. */
@NullMarked
package org.traceweave.certificates.internal.judge;

import org.jspecify.annotations.NullMarked;
