/** X.509 fields, names and extensions, each decoded by itself. */
@NullMarked
package org.traceweave.certificates.internal.x509;

import org.jspecify.annotations.NullMarked;
