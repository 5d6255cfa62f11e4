/** The stories of sample cases: a pool, its people and its day. */
@NullMarked
package org.traceweave.samples.internal.story;

import org.jspecify.annotations.NullMarked;
