package org.traceweave.samples;

import java.util.List;
import java.util.Map;
import org.traceweave.model.Certificate;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/**
 * What a perfect reader of a sample case finds in it; {@code truth.json} is this, written by {@link SampleTruthForm}.
 * <ul>
 * <li>{@code signins}: every attempt of the kind {@code sign-in}, in order of their ends. {@code start} and
 * {@code end} are the times of the first and the last message, as the clock of the Front End that traced it showed them, even where the
 * client logged it too. {@code steps} are what was answered, in order. {@code messages} holds both sides' records. Evidence covers whole
 * records, line ends included; a client's message from its first to its last line.
 * {@code reason}, {@code hresult} and {@code versions} are not stated; {@code related} holds the records that tell why an attempt
 * failed.
 * <li>{@code otherKinds}: how many re-authentications, refreshes and sign-outs there are, by the words of the command line.
 * <li>{@code findings}: those that must be made, each with the subjects that it must name; other findings may be made if they are no
 * more than {@code warning}, or than {@code info} where this list is empty.
 * <li>{@code certificates}: all whose bytes are in the case, the user certificates of handshakes included, and those that only a CAPI2
 * event 90 describes, with the origin {@code event}. Lists other than {@code subjectAltNames} are not stated, nor are {@code seen} and
 * {@code lints}.
 * <li>{@code records}: how many records each source holds.
 * <li>{@code failedConnections}: the addresses of clients that never came as far as SIP.
 * <li>{@code versions}: what listings of installed products say of the servers, as far as it bears on sign-ins.
 * <li>{@code windowsFailures}: every event that reports a failure; {@code meaning} is not stated.
 * </ul>
 */
public record SampleTruth(
        String story,
        long seed,
        List<SignIn> signins,
        Map<String, Integer> otherKinds,
        List<ExpectedFinding> findings,
        List<Certificate> certificates,
        Map<String, Long> records,
        List<WindowsFailure> windowsFailures,
        List<String> failedConnections,
        List<ListedVersion> versions) {

    /** What a listing of installed products says of one server. {@code source}: the file it stands in. */
    public record ListedVersion(String host, String product, String version, String source) {
    }

    /** A finding that must be made. */
    public record ExpectedFinding(String rule, Severity severity, List<String> subjects) {
    }
}
