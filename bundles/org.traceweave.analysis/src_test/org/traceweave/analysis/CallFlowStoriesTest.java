package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

/** What holds for the ladder of every attempt of a sample case: with a client's log, over an Edge Server, with web services. */
class CallFlowStoriesTest {

    private static final long SEED = 20181021;
    private static final long BYTES = 1L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"room-system-sha1", "remote-access-denied", "redirect-loop"})
    void everyLadderHoldsAllOfItsAttemptAndNothingIsMissedThatWasNotLost(String story, @TempDir Path folder) throws IOException {
        SampleCase.write(folder.resolve("sources"), Stories.find(story).orElseThrow(), BYTES, SEED, false);
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(folder.resolve("sources")), ImportProgress.NONE, new CancelSignal());
            CaseAnalysis analysis = Engine.standard().analyse(of);
            List<SignIn> signIns = analysis.signIns(new CancelSignal());
            assertTrue(signIns.stream().anyMatch(SignIn::isFailure));
            for (SignIn signIn : signIns) {
                check(CallFlow.of(of, analysis, signIn, new CancelSignal()));
            }
        }
    }

    private static void check(CallFlow flow) {
        SignIn signIn = flow.signIn();
        Set<String> keys = new HashSet<>();
        for (FlowElement element : flow.elements()) {
            assertTrue(keys.add(element.key()), () -> "twice: " + element.key());
            switch (element) {
                case FlowMessage message -> message.hops().forEach(hop -> checkHop(flow, hop));
                case FlowMark mark -> assertTrue(flow.column(mark.participant()).isPresent(), mark::toString);
            }
        }
        for (Evidence message : signIn.messages()) {
            assertTrue(flow.at(message).isPresent(), () -> signIn.id() + " lacks " + message);
        }
        for (Related related : signIn.related()) {
            assertTrue(related.relation() != Relation.EXPLAINS || flow.at(related.evidence()).isPresent(), () -> signIn.id() + " lacks " + related);
        }
        assertEquals(1, count(flow, FlowMarkKind.OUTCOME), signIn::id);
        assertTrue(signIn.outcome() != Outcome.SUCCEEDED || count(flow, FlowMarkKind.SILENCE) == 0, () -> "an answer is missing in " + signIn.id());
    }

    private static void checkHop(CallFlow flow, FlowHop hop) {
        assertTrue(!hop.lost(), () -> flow.signIn().id() + " lost nothing: " + hop);
        assertTrue(flow.column(hop.from()).isPresent() && flow.column(hop.to()).isPresent() && !hop.from().equals(hop.to()), hop::toString);
    }

    private static long count(CallFlow flow, FlowMarkKind kind) {
        return flow.elements().stream().filter(element -> element instanceof FlowMark mark && mark.kind() == kind).count();
    }
}
