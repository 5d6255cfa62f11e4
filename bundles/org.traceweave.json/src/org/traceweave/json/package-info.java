/**
 * The objects of the command line to and from JSON.
 */
@NullMarked
package org.traceweave.json;

import org.jspecify.annotations.NullMarked;
