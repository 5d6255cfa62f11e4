/** Values of ASN.1 primitives, read leniently and with offsets. */
@NullMarked
package org.traceweave.certificates.internal.der;

import org.jspecify.annotations.NullMarked;
