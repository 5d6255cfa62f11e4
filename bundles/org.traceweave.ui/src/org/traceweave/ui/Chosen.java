package org.traceweave.ui;

import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/** What the user chose last in one of the views. */
public sealed interface Chosen {

    /** Nothing: the case was just opened. */
    record Nothing() implements Chosen {
    }

    /** A sign-in attempt. */
    record Attempt(SignIn signIn) implements Chosen {
    }

    /** A Windows event that reports a failure. */
    record Failure(WindowsFailure failure) implements Chosen {
    }

    /** A record. */
    record Entry(IndexedRecord record, Evidence evidence) implements Chosen {
    }

    /** A finding as a whole. */
    record Claim(Finding finding) implements Chosen {
    }

    /** One piece of a finding's evidence, for or against. */
    record Proof(Finding finding, Evidence evidence) implements Chosen {
    }

    /** A certificate. */
    record Shown(Certificate certificate) implements Chosen {
    }

    /** A moment on the time axis, UTC nanoseconds, with nothing in particular at it. */
    record Moment(long time) implements Chosen {
    }

    /** A place in a source that something else named: a step of an attempt, a sighting of a certificate. */
    record Place(Evidence evidence) implements Chosen {
    }
}
