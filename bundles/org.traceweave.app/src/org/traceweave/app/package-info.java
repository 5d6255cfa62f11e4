/**
 * The product: application entry points, branding, and contribution of extension points to the registries of the layers below.
 */
@NullMarked
package org.traceweave.app;

import org.jspecify.annotations.NullMarked;
