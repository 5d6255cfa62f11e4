/** Certificates as views: the list of those in the case, and the page of one, decoded. */
@NullMarked
package org.traceweave.ui.certificates.internal;

import org.jspecify.annotations.NullMarked;
