package org.traceweave.samples.internal.story;

import java.util.Optional;

/** What goes wrong on a day of the pool, beside its ordinary life. */
interface Trouble {

    /** The Front End that was added to the pool today, where the trouble is with it. */
    default Optional<Deployment.NewFrontEnd> newcomer() {
        return Optional.empty();
    }

    /** Whether the meeting-room device is in trouble, and does not sign in on its own. */
    default boolean concernsRoom() {
        return false;
    }

    /** Whether nothing was captured but the servers' trace. */
    default boolean onlyTrace() {
        return false;
    }

    /** Plans it, and says in the truth what must be found. */
    void plan(Scene scene);
}
