/**
 * Readers of EVTX, every exported form of events, ETL and IIS logs, and decoders of single SCHANNEL and CAPI2 events.
 */
@NullMarked
package org.traceweave.readers.windows;

import org.jspecify.annotations.NullMarked;
