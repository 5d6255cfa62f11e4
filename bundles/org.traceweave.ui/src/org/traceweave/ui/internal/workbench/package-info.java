/** How the workbench is made: perspective, menus, commands, dropping of files. */
@NullMarked
package org.traceweave.ui.internal.workbench;

import org.jspecify.annotations.NullMarked;
