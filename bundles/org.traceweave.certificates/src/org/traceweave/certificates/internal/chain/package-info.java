/** Chains and signatures. */
@NullMarked
package org.traceweave.certificates.internal.chain;

import org.jspecify.annotations.NullMarked;
