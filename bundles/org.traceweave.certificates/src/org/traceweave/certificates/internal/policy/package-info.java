/** The file of policies, and weak-crypto settings as Windows tools print them. */
@NullMarked
package org.traceweave.certificates.internal.policy;

import org.jspecify.annotations.NullMarked;
