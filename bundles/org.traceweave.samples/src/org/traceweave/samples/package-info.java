/**
 * Writers of every source format, certificates and handshakes, the stories told with them, and the data of the benchmarks. It
 * shares no code with the readers that it tests.
 */
@NullMarked
package org.traceweave.samples;

import org.jspecify.annotations.NullMarked;
