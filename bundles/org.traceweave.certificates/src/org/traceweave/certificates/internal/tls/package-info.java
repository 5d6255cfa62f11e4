/** The TLS record and handshake layers, as far as they are in clear. */
@NullMarked
package org.traceweave.certificates.internal.tls;

import org.jspecify.annotations.NullMarked;
