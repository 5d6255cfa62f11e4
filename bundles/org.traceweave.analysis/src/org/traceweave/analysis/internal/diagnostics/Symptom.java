package org.traceweave.analysis.internal.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/**
 * Something that went wrong, in the codes by which rules know it: a Windows event, the end of a failing sign-in, or a connection that
 * died before SIP. {@code host}: the machine that says so, empty where it is not known; {@code codes}: HRESULTs; {@code certificates}:
 * thumbprints it is about, the judged one first; {@code signIns} and {@code connections}: what it is joined to by an identity.
 */
record Symptom(
        Optional<WindowsFailure> event,
        String host,
        Set<String> codes,
        Set<String> trustErrors,
        OptionalInt alert,
        List<String> certificates,
        Optional<String> target,
        String words,
        Evidence evidence,
        List<SignIn> signIns,
        List<FailedConnection> connections) {

    private static final int ALERT_RECEIVED = 36887;

    Symptom {
        codes = Set.copyOf(codes);
        trustErrors = Set.copyOf(trustErrors);
        certificates = List.copyOf(certificates);
        signIns = List.copyOf(signIns);
        connections = List.copyOf(connections);
    }

    boolean isJoined() {
        return !signIns.isEmpty() || !connections.isEmpty();
    }

    boolean isEvent(int... ids) {
        return event.isPresent() && Arrays.stream(ids).anyMatch(id -> id == event.get().eventId());
    }

    /** Whether it is an alert that the other side of a connection sent: the machine that logged it was told, and judged nothing. */
    boolean isReceivedAlert() {
        return isEvent(ALERT_RECEIVED);
    }

    /** Whether it has one of these codes. */
    boolean hasCode(String... wanted) {
        return Arrays.stream(wanted).anyMatch(codes::contains);
    }

    boolean hasError(String... wanted) {
        return Arrays.stream(wanted).anyMatch(trustErrors::contains);
    }

    boolean hasAlert(int... numbers) {
        return alert.isPresent() && Arrays.stream(numbers).anyMatch(number -> number == alert.getAsInt());
    }

    /** Whether a process said so that has nothing to do with signing in, such as an installer that checks its own signature. */
    boolean isOfUnrelatedProcess() {
        return event.flatMap(WindowsFailure::processName).filter(name -> !DeploymentProcess.isOne(name)).isPresent();
    }
}
