/** What the probe asks of an endpoint, and what it makes of the answers. */
@NullMarked
package org.traceweave.probe.internal;

import org.jspecify.annotations.NullMarked;
