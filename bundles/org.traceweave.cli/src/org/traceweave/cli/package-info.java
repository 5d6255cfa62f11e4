/** The verbs of the command line. */
@NullMarked
package org.traceweave.cli;

import org.jspecify.annotations.NullMarked;
