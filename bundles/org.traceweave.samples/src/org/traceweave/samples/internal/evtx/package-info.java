/** The binary form of event logs: chunks, names, templates. */
@NullMarked
package org.traceweave.samples.internal.evtx;

import org.jspecify.annotations.NullMarked;
