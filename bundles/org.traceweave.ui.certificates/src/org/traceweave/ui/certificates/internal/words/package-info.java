/** What is told about certificates in general: why a rule is there, what an extension means, what a usage allows. */
@NullMarked
package org.traceweave.ui.certificates.internal.words;

import org.jspecify.annotations.NullMarked;
