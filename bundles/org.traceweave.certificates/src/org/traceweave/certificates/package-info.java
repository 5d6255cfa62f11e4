/**
 * DER trees with offsets, decoding of X.509, CRL, CSR, CMS, PKCS#12 and OCSP, chain building, lint, the TLS record and handshake
 * reader, and the finder of certificates in any bytes.
 */
@NullMarked
package org.traceweave.certificates;

import org.jspecify.annotations.NullMarked;
