/**
 * The certificate editor, chain, ASN.1 and hex views, and comparison of certificates.
 */
@NullMarked
package org.traceweave.ui.certificates;

import org.jspecify.annotations.NullMarked;
