package org.traceweave.analysis.internal.compare;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.traceweave.analysis.SignInComparison.StepPair;
import org.traceweave.model.Phase;
import org.traceweave.model.SignInStep;

/**
 * Lays the steps of two attempts side by side: first those that are of the same kind, as many as can be kept in order; between them, steps of
 * the same phase.
 */
public final class StepAlignment {

    private final List<SignInStep> attempted;
    private final List<SignInStep> succeeded;
    private final List<StepPair> pairs = new ArrayList<>();

    private StepAlignment(List<SignInStep> attempted, List<SignInStep> succeeded) {
        this.attempted = attempted;
        this.succeeded = succeeded;
    }

    public static List<StepPair> of(List<SignInStep> attempted, List<SignInStep> succeeded) {
        StepAlignment alignment = new StepAlignment(attempted, succeeded);
        alignment.align();
        return alignment.pairs;
    }

    /** The longest common subsequence of kinds, from its lengths for each pair of rests. */
    private void align() {
        int[][] common = new int[attempted.size() + 1][succeeded.size() + 1];
        for (int i = attempted.size() - 1; i >= 0; i--) {
            for (int j = succeeded.size() - 1; j >= 0; j--) {
                common[i][j] = kind(attempted.get(i)).equals(kind(succeeded.get(j))) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j],
                        common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int fromI = 0;
        int fromJ = 0;
        while (i < attempted.size() && j < succeeded.size()) {
            if (kind(attempted.get(i)).equals(kind(succeeded.get(j)))) {
                between(attempted.subList(fromI, i), succeeded.subList(fromJ, j));
                pair(attempted.get(i++), succeeded.get(j++));
                fromI = i;
                fromJ = j;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        between(attempted.subList(fromI, attempted.size()), succeeded.subList(fromJ, succeeded.size()));
    }

    private void between(List<SignInStep> own, List<SignInStep> others) {
        Queue<SignInStep> rest = new LinkedList<>(others);
        for (SignInStep step : own) {
            boolean counterpart = rest.stream().anyMatch(other -> other.phase() == step.phase());
            while (counterpart && rest.element().phase() != step.phase()) {
                pairs.add(new StepPair(Optional.empty(), Optional.of(rest.remove()), false));
            }
            if (counterpart) {
                pair(step, rest.remove());
            } else {
                pairs.add(new StepPair(Optional.of(step), Optional.empty(), false));
            }
        }
        rest.forEach(step -> pairs.add(new StepPair(Optional.empty(), Optional.of(step), false)));
    }

    private void pair(SignInStep one, SignInStep other) {
        pairs.add(new StepPair(Optional.of(one), Optional.of(other), timeless(one.result()).equals(timeless(other.result()))
                && one.phase() == other.phase()));
    }

    /** What kind of step it is: its phase, and its result up to where particulars begin. */
    private static String kind(SignInStep step) {
        String head = step.result().split("[,:]", 2)[0];
        return step.phase().word() + "|" + (head.startsWith("offered ") ? "offered" : head);
    }

    /** A result without the clocks it names. */
    private static String timeless(String result) {
        return result.replaceAll(",? ?clock \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a step that only one attempt took went as it ordinarily goes: the other had its ticket or certificate already. */
    public static boolean isIncidental(StepPair pair) {
        if (pair.attempted().isPresent() && pair.succeeded().isPresent()) {
            return false;
        }
        SignInStep step = pair.attempted().or(pair::succeeded).orElseThrow();
        boolean web = step.phase() == Phase.DISCOVERY || step.phase() == Phase.WEB_TICKET || step.phase() == Phase.PROVISIONING;
        boolean asked = step.phase() != Phase.PROVISIONING && step.result().startsWith("HTTP 401");
        return web && (step.result().startsWith("HTTP 2") || asked);
    }
}
