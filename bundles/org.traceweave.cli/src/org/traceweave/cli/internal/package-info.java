/** The product's own verbs, one class each. */
@NullMarked
package org.traceweave.cli.internal;

import org.jspecify.annotations.NullMarked;
