/**
 * The workbench: perspective, navigator, records table, query bar, detail pages, call flow and findings.
 */
@NullMarked
package org.traceweave.ui;

import org.jspecify.annotations.NullMarked;
