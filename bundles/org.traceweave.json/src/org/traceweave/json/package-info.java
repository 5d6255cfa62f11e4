/** The objects that Traceweave prints and keeps, to JSON and back: names, order of keys, types and units as the command line fixes them. */
@NullMarked
package org.traceweave.json;

import org.jspecify.annotations.NullMarked;
