/** Objects of a public key infrastructure that are no certificates: told by their shape, decoded field by field. */
@NullMarked
package org.traceweave.certificates.internal.objects;

import org.jspecify.annotations.NullMarked;
