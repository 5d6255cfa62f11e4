/** The search for certificates in foreign bytes and text. */
@NullMarked
package org.traceweave.certificates.internal.find;

import org.jspecify.annotations.NullMarked;
