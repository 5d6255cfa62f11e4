package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.traceweave.ui.internal.workbench.SignInPerspective;

@ExtendWith(RunningWorkbench.class)
class WorkbenchStartTest {

    @Test
    void theWindowOpensWithTheProductsName() {
        Shell shell = RunningWorkbench.inUi(() -> RunningWorkbench.window().getShell());
        assertTrue(RunningWorkbench.inUi(shell::isVisible));
        assertTrue(RunningWorkbench.inUi(shell::getText).contains("Traceweave"));
    }

    @Test
    void theWindowShowsThePerspectiveOfASignIn() {
        assertEquals(SignInPerspective.ID, RunningWorkbench.inUi(() -> RunningWorkbench.window().getActivePage().getPerspective().getId()));
    }
}
