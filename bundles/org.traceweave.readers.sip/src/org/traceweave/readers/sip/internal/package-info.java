/** How the SIP readers work inside. */
@NullMarked
package org.traceweave.readers.sip.internal;

import org.jspecify.annotations.NullMarked;
