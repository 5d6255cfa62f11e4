package org.traceweave.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.traceweave.model.Evidence;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;

/** How well rebuilt sign-ins agree with what is true: attempts are matched by the messages they share, each with one at most. */
final class StoryScore {

    private int truths;
    private int rebuilt;
    private int matched;
    private int outcomes;
    private int phases;
    private int schemes;
    private int challenges;
    private int certificates;
    private int explained;
    private int rightlyExplained;
    private int toExplain;
    private final List<String> disagreements = new ArrayList<>();

    /** Scores one story and adds it to what was scored before. */
    void add(String story, List<SignIn> truth, List<SignIn> found) {
        truths += truth.size();
        rebuilt += found.size();
        Map<String, Integer> owner = new HashMap<>();
        for (int index = 0; index < truth.size(); index++) {
            for (Evidence message : truth.get(index).messages()) {
                owner.put(place(message), index);
            }
        }
        Set<Integer> taken = new HashSet<>();
        for (SignIn each : found) {
            Map<Integer, Integer> shared = new HashMap<>();
            each.messages().forEach(message -> {
                Integer index = owner.get(place(message));
                if (index != null) {
                    shared.merge(index, 1, Integer::sum);
                }
            });
            shared.entrySet().stream().filter(entry -> !taken.contains(entry.getKey())).max(Map.Entry.comparingByValue())
                    .ifPresentOrElse(best -> {
                        taken.add(best.getKey());
                        matched(story, truth.get(best.getKey()), each);
                    }, () -> disagreements.add(story + ": no such attempt: " + words(each)));
        }
        for (int index = 0; index < truth.size(); index++) {
            if (!taken.contains(index)) {
                disagreements.add(story + ": missed: " + words(truth.get(index)));
            }
        }
    }

    private void matched(String story, SignIn truth, SignIn found) {
        matched++;
        outcomes += agree(story, "outcome", truth, found, SignIn::outcome);
        phases += agree(story, "phase", truth, found, SignIn::phase);
        schemes += agree(story, "scheme", truth, found, SignIn::scheme);
        challenges += agree(story, "number of challenges", truth, found, SignIn::challenges);
        certificates += agree(story, "certificates", truth, found, SignIn::certificates);
        agree(story, "user", truth, found, SignIn::user);
        Set<String> mayExplain = new HashSet<>();
        truth.related().stream().filter(related -> related.relation() == Relation.EXPLAINS).forEach(related -> mayExplain.add(place(related.evidence())));
        Set<String> says = new HashSet<>();
        found.related().stream().filter(related -> related.relation() == Relation.EXPLAINS).forEach(related -> says.add(place(related.evidence())));
        toExplain += mayExplain.size();
        explained += says.size();
        for (String each : says) {
            if (mayExplain.contains(each)) {
                rightlyExplained++;
            } else {
                disagreements.add(story + ": " + each + " does not explain " + words(truth));
            }
        }
    }

    private int agree(String story, String what, SignIn truth, SignIn found, Function<SignIn, Object> field) {
        if (field.apply(truth).equals(field.apply(found))) {
            return 1;
        }
        disagreements.add(story + ": " + what + " of " + words(truth) + " is " + field.apply(found));
        return 0;
    }

    private static String words(SignIn signIn) {
        return signIn.user() + " " + signIn.scheme().word() + " " + signIn.outcome().word() + " " + signIn.phase().word() + " at " + signIn.start()
                + signIn.messages().stream().findFirst().map(message -> " (" + place(message) + ")").orElse("");
    }

    private static String place(Evidence evidence) {
        return evidence.source() + "@" + evidence.offset();
    }

    /** The harmonic mean of precision and recall of attempts. */
    double f1() {
        return 2.0 * matched / (truths + rebuilt);
    }

    double outcomes() {
        return (double) outcomes / matched;
    }

    double phases() {
        return (double) phases / matched;
    }

    double schemes() {
        return (double) schemes / matched;
    }

    double challenges() {
        return (double) challenges / matched;
    }

    double certificates() {
        return (double) certificates / matched;
    }

    /** Of what is said to explain a failure, the part that may be. */
    double explainsPrecision() {
        return explained == 0 ? 1 : (double) rightlyExplained / explained;
    }

    /** Of what explains a failure, the part that is said to. */
    double explainsRecall() {
        return toExplain == 0 ? 1 : (double) rightlyExplained / toExplain;
    }

    List<String> disagreements() {
        return disagreements;
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT,
                "%d attempts, %d rebuilt, F1 %.4f, outcome %.4f, phase %.4f, scheme %.4f, challenges %.4f, certificates %.4f, explains: precision %.4f, recall %.4f", truths, rebuilt, f1(),
                outcomes(), phases(), schemes(), challenges(), certificates(), explainsPrecision(), explainsRecall());
    }
}
