/**
 * Readers of CLS, OCSLogger and UccApi text, the SIP message parser, and the NTLM, Kerberos and TLS-DSK tokens in it.
 */
@NullMarked
package org.traceweave.readers.sip;

import org.jspecify.annotations.NullMarked;
