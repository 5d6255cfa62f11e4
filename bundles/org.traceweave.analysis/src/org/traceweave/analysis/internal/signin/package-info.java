/** Sign-ins rebuilt from REGISTER traffic and what web components say. */
@NullMarked
package org.traceweave.analysis.internal.signin;

import org.jspecify.annotations.NullMarked;
