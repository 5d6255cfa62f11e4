/** What can only be tested with the bundles wired as in the product. */
@NullMarked
package org.traceweave.app.tests;

import org.jspecify.annotations.NullMarked;
