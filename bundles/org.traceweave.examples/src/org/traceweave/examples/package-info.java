/**
 * One in-house plug-in of each kind, built and tested with the product and quoted by the guide.
 */
@NullMarked
package org.traceweave.examples;

import org.jspecify.annotations.NullMarked;
