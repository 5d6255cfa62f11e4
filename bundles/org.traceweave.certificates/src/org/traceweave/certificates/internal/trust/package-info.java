/** Trust lists in the forms in which machines and programs export them. */
@NullMarked
package org.traceweave.certificates.internal.trust;

import org.jspecify.annotations.NullMarked;
