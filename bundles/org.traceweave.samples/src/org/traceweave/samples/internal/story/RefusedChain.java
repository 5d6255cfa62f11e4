package org.traceweave.samples.internal.story;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;

/**
 * A Front End was added to the pool, and its certificate chain has a defect: the meeting-room device refuses it and its own logs say why;
 * phones without logs refuse it too.
 *
 * @param rule the diagnostic that must name the cause, with the leaf's thumbprint where {@code names} says so
 */
record RefusedChain(String rule, Severity severity, boolean names, Deployment.NewFrontEnd server, DeviceTrust.Verdict verdict) implements Trouble {

    private static final int ROOM_ATTEMPTS = 5;
    private static final int PHONES = 2;

    @Override
    public Optional<Deployment.NewFrontEnd> newcomer() {
        return Optional.of(server);
    }

    @Override
    public boolean concernsRoom() {
        return true;
    }

    @Override
    public void plan(Scene scene) {
        scene.room.notSignedIn();
        scene.times(ROOM_ATTEMPTS, at -> scene.room.reject(verdict, at));
        for (int i = 0; i < PHONES; i++) {
            Endpoint phone = scene.phone(scene.person());
            scene.times(1 + i, at -> scene.attempt(phone, Scheme.TLS_DSK, at).offers().serverCertificate(offered -> { }).alert(verdict.alert(), arrived -> { }));
        }
        List<String> subjects = names ? List.of(scene.troubled.chain.get(0).sha1()) : List.of();
        scene.mustFind(rule, severity, subjects.toArray(String[]::new));
    }
}
