package org.traceweave.cli.internal;

import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.CallFlowText;
import org.traceweave.analysis.SignInComparison;
import org.traceweave.analysis.SignInComparison.FactDifference;
import org.traceweave.analysis.SignInComparison.StepPair;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;

/** Prints one attempt for people: its call flow, and where it parts from a success. */
final class AttemptText {

    private final Shown shown;

    AttemptText(Shown shown) {
        this.shown = shown;
    }

    void flow(CallFlow flow) {
        new CallFlowText(shown.zone()).write(flow).lines().forEach(shown::line);
    }

    void comparison(SignInComparison comparison) {
        SignIn success = comparison.success();
        shown.line("");
        shown.wrapped((comparison.isEarlier() ? "last success: " : "next success: "), shown.time(success.start()) + " " + success.id() + ", "
                + basis(comparison));
        Optional<StepPair> first = comparison.firstDifference();
        if (first.isPresent()) {
            step("first difference: ", first.get().attempted());
            step("  in the success: ", first.get().succeeded());
        } else {
            shown.line("up to its end this attempt took the same steps");
        }
        for (FactDifference difference : comparison.differences()) {
            shown.wrapped(difference.fact().word() + ": ", words(difference.attempted()) + "; in the success " + words(difference.succeeded()));
        }
    }

    private static String basis(SignInComparison comparison) {
        return switch (comparison.basis()) {
            case SAME_ENDPOINT -> "of the same endpoint";
            case SAME_USER -> "of the same user";
            case SAME_DEVICE -> "of " + comparison.success().user() + " with the same kind of device on the same host";
        };
    }

    private void step(String name, Optional<SignInStep> step) {
        shown.wrapped(name, step.map(each -> each.phase().word() + ": " + each.result() + " (" + Shown.evidence(each.evidence()) + ")")
                .orElse("no such step"));
    }

    private static String words(List<String> values) {
        return values.isEmpty() ? "nothing else" : String.join(", ", values);
    }
}
