/** Answers about a case: sign-ins rebuilt, what Windows said, certificates, correlation, diagnostics and their engine. */
@NullMarked
package org.traceweave.analysis;

import org.jspecify.annotations.NullMarked;
