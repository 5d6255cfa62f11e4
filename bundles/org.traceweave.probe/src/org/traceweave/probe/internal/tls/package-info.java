/** A TLS client that reads what a server presents: RFC 2246, 4346, 5246 and 8446. */
@NullMarked
package org.traceweave.probe.internal.tls;

import org.jspecify.annotations.NullMarked;
