/** Tests that start the real workbench. They need a display. */
@NullMarked
package org.traceweave.ui.tests;

import org.jspecify.annotations.NullMarked;
