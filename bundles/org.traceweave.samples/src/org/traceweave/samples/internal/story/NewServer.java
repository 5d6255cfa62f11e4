package org.traceweave.samples.internal.story;

import java.util.Optional;
import java.util.function.Consumer;

/** A trouble with a Front End that was added to the pool today, and that the meeting-room device never meets. */
record NewServer(Deployment.NewFrontEnd server, Consumer<Scene> day) implements Trouble {

    @Override
    public Optional<Deployment.NewFrontEnd> newcomer() {
        return Optional.of(server);
    }

    @Override
    public void plan(Scene scene) {
        day.accept(scene);
    }
}
