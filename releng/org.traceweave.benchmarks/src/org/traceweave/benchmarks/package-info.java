/**
 * The benchmarks of the product, each printing one JSON line.
 */
@NullMarked
package org.traceweave.benchmarks;

import org.jspecify.annotations.NullMarked;
