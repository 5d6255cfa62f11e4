/** Connections to endpoints, directly or through an HTTP proxy. */
@NullMarked
package org.traceweave.probe.internal.net;

import org.jspecify.annotations.NullMarked;
