/** What the application entry points are made of. */
@NullMarked
package org.traceweave.app.internal;

import org.jspecify.annotations.NullMarked;
