/** The rules that certificates are judged by. */
@NullMarked
package org.traceweave.certificates.internal.lint;

import org.jspecify.annotations.NullMarked;
