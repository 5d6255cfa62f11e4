/** Network captures: packets, the TCP connections they make up, and what is in clear in those. */
@NullMarked
package org.traceweave.readers.sip.internal.capture;

import org.jspecify.annotations.NullMarked;
