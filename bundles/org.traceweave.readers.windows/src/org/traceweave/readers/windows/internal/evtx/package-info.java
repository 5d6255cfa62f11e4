/**
 * The EVTX format: chunks, records, binary XML, templates. Sources: libyal/libevtx "Windows XML Event Log (EVTX)", [MS-EVEN6] 2.2.12 to
 * 2.2.17, and real files.
 */
@NullMarked
package org.traceweave.readers.windows.internal.evtx;

import org.jspecify.annotations.NullMarked;
