/** Events exported as XML, with or without a root element, in any encoding. */
@NullMarked
package org.traceweave.readers.windows.internal.xml;

import org.jspecify.annotations.NullMarked;
