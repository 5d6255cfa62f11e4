package org.traceweave.ui.timeline.internal;

import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.timeline.LaneMark;

/** What a mark on the timeline stands for. */
sealed interface MarkSubject {

    /** What is chosen when the mark is clicked. */
    Chosen chosen();

    /** A sign-in attempt. */
    record Attempt(SignIn signIn) implements MarkSubject {
        @Override
        public Chosen chosen() {
            return new Chosen.Attempt(signIn);
        }
    }

    /** An event of Windows that reports a failure. */
    record Windows(WindowsFailure failure) implements MarkSubject {
        @Override
        public Chosen chosen() {
            return new Chosen.Failure(failure);
        }
    }

    /** Connections that died before SIP. */
    record Connection(FailedConnection connection) implements MarkSubject {
        @Override
        public Chosen chosen() {
            return place(connection.evidence().stream().findFirst(), connection.start());
        }
    }

    /** A certificate that begins or ends to be valid. */
    record Turn(Certificate certificate, long time, boolean begins) implements MarkSubject {
        @Override
        public Chosen chosen() {
            return new Chosen.Shown(certificate);
        }
    }

    /** A mark of a plug-in's lane. */
    record Contributed(LaneMark mark) implements MarkSubject {
        @Override
        public Chosen chosen() {
            return place(mark.evidence(), mark.from());
        }
    }

    private static Chosen place(Optional<Evidence> evidence, long time) {
        return evidence.isPresent() ? new Chosen.Place(evidence.get()) : new Chosen.Moment(time);
    }
}
