package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.model.Evidence;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;

/** How the Windows of the meeting-room device judges the chains that servers send it, in its CAPI2 and System logs. */
final class DeviceTrust {

    private static final String PROGRAM = "Microsoft.SkypeRoomSystem.exe";
    private static final String USER = "S-1-5-21-2025429265-1078081533-725345543-1003";
    private static final Capi2Task.Judgement GOOD = Capi2Task.Judgement.GOOD;

    private final Day day;
    private final EventLogs logs;
    private final long skew;
    private final SeededRandom random;

    /** @param skew the device's clock minus true time, nanoseconds */
    DeviceTrust(Day day, EventLogs logs, long skew, SeededRandom random) {
        this.day = day;
        this.logs = logs;
        this.skew = skew;
        this.random = random;
    }

    /**
     * A refusal: which element of the chain has which trust errors, with which result.
     *
     * @param element its place in the chain, 0 for the leaf; -1 where the chain itself is good and only the policy refuses it
     * @param code the result of the whole, hex without a prefix
     * @param schannel the event with which SCHANNEL says so, 0 if with none
     * @param retrieval what could not be fetched on the way
     */
    record Verdict(int element, Capi2Task.Judgement judgement, String code, String text, int schannel, int alert, Optional<FailedRetrieval> retrieval) {

        static Verdict of(int element, String error, List<String> names, String code, String text, int schannel, int alert) {
            return new Verdict(element, new Capi2Task.Judgement(error, names), code, text, schannel, alert, Optional.empty());
        }

        Verdict after(FailedRetrieval failed) {
            return new Verdict(element, judgement, code, text, schannel, alert, Optional.of(failed));
        }
    }

    /** A fetch that failed: object type, address, proxy step, result, and how long it was waited for. */
    record FailedRetrieval(String type, String url, String proxy, String code, String text, int seconds) {
    }

    long clock(long trueTime) {
        return trueTime + skew;
    }

    /** Refuses the chain that the attempt's server sent. @param trueTime when it has come */
    void refuse(Attempt attempt, List<IssuedCertificate> chain, String serverName, Verdict verdict, long trueTime) {
        long at = clock(trueTime + 20 * Wire.MILLI);
        String chainRef = random.guid();
        Capi2Task build = task(PROGRAM, 5284);
        logs.capi2(build.chainStart(at));
        logs.capi2(build.revocationStart(at + 6 * Wire.MILLI));
        long checked = at + 12 * Wire.MILLI;
        if (verdict.retrieval().isPresent()) {
            FailedRetrieval failed = verdict.retrieval().get();
            checked += failed.seconds() * 1000L * Wire.MILLI;
            Evidence fetched = logs.capi2(build.failedRetrieval(checked, failed));
            failure(attempt, 53, checked, build.taskId, "", failed.code(), List.of(), List.of(), "", fetched);
        }
        boolean offline = verdict.code().startsWith("8009201");
        Evidence revocation = logs.capi2(build.revocation(checked + Wire.MILLI, chain.get(0), chain.get(Math.min(1, chain.size() - 1)),
                offline ? verdict.code() : "0", offline ? verdict.text() : ""));
        if (offline) {
            failure(attempt, 41, checked + Wire.MILLI, build.taskId, "", verdict.code(), List.of(), chain.subList(0, Math.min(2, chain.size())), "", revocation);
        }
        long built = checked + 19 * Wire.MILLI;
        boolean chainFails = verdict.element() >= 0;
        Evidence chainEvent = logs.capi2(build.chain(built, chainRef, chain, judgements(chain.size(), verdict), true, chainFails ? verdict.code() : "0",
                chainFails ? verdict.text() : ""));
        if (chainFails) {
            failure(attempt, 11, built, build.taskId, chainRef, verdict.code(), verdict.judgement().names(), chain, "", chainEvent);
        }
        Capi2Task verify = task(PROGRAM, 5284);
        long verified = built + 13 * Wire.MILLI;
        Evidence policy = logs.capi2(verify.policy(verified, chainRef, chain.get(0), serverName, "0", "0", verdict.code(), verdict.text()));
        failure(attempt, 30, verified, verify.taskId, chainRef, verdict.code(), List.of(), chain.subList(0, 1), serverName, policy);
        objects(build, built + 27 * Wire.MILLI, chain);
        sayToSystemLog(attempt, chain.get(0), serverName, verdict, built + 39 * Wire.MILLI);
    }

    private void sayToSystemLog(Attempt attempt, IssuedCertificate leaf, String serverName, Verdict verdict, long at) {
        if (verdict.schannel() != 0) {
            Evidence said = logs.room("System.evtx", WindowsEvents.serverCertificateRefused(EventLogs.ROOM, verdict.schannel(), serverName, leaf, at));
            logs.schannelFailure(EventLogs.ROOM, verdict.schannel(), -1, -1, verdict.schannel() == 36884 ? serverName : "", at, said);
            attempt.explainedBy(RelatedKind.SCHANNEL, said);
        }
        Evidence sent = logs.room("System.evtx", WindowsEvents.alertSentTo(EventLogs.ROOM, verdict.alert(), 555, serverName, at + 5 * Wire.MILLI));
        logs.schannelFailure(EventLogs.ROOM, 36888, verdict.alert(), 555, serverName, at + 5 * Wire.MILLI, sent);
        attempt.explainedBy(RelatedKind.SCHANNEL, sent);
    }

    /** One per certificate, and the whole chain's last. */
    private static List<Capi2Task.Judgement> judgements(int size, Verdict verdict) {
        List<Capi2Task.Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            judgements.add(i == verdict.element() ? verdict.judgement() : GOOD);
        }
        judgements.add(verdict.element() < 0 ? GOOD : verdict.judgement());
        return judgements;
    }

    /** Accepts a chain, as ordinary connections do. */
    void accept(long trueTime, List<IssuedCertificate> chain, String serverName) {
        long at = clock(trueTime);
        String chainRef = random.guid();
        Capi2Task task = task(PROGRAM, 5284);
        logs.capi2(task.chainStart(at));
        logs.capi2(task.revocationStart(at + 4 * Wire.MILLI));
        if (random.chance(0.15)) {
            logs.capi2(task.retrieval(at + 7 * Wire.MILLI, "pki.contoso.local", "/crl/Contoso%20Issuing%20CA%202.crl", Capi2Task.crlOf(chain.get(0))));
        }
        logs.capi2(task.revocation(at + 9 * Wire.MILLI, chain.get(0), chain.get(1), "0", ""));
        logs.capi2(task.chain(at + 21 * Wire.MILLI, chainRef, chain, List.of(GOOD, GOOD, GOOD, GOOD), true, "0", ""));
        logs.capi2(task.policy(at + 30 * Wire.MILLI, chainRef, chain.get(0), serverName, "-1", "-1", "0", ""));
        objects(task, at + 38 * Wire.MILLI, chain);
    }

    /** A display vendor's installer that checks its own signature against a root that the device does not trust: nothing to do with signing in. */
    void foreignSetup(long trueTime, IssuedCertificate vendor, IssuedCertificate vendorRoot) {
        long at = clock(trueTime);
        String chainRef = random.guid();
        List<String> untrusted = List.of("IS_UNTRUSTED_ROOT");
        String text = "A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.";
        Capi2Task task = task("setup.exe", 8120);
        logs.capi2(task.chainStart(at));
        logs.capi2(task.revocationStart(at + 3 * Wire.MILLI));
        long checked = at + 8 * Wire.MILLI;
        Evidence revocation = logs.capi2(task.revocation(checked, vendor, vendorRoot, "80092012",
                "The revocation function was unable to check revocation for the certificate."));
        List<IssuedCertificate> chain = List.of(vendor, vendorRoot);
        failure(41, checked, task.taskId, "", "80092012", List.of(), chain, "", revocation, "setup.exe");
        long built = at + 15 * Wire.MILLI;
        Capi2Task.Judgement judgement = new Capi2Task.Judgement("20", untrusted);
        Evidence refused = logs.capi2(task.chain(built, chainRef, chain, List.of(GOOD, judgement, judgement), false, "800B0109", text));
        failure(11, built, task.taskId, chainRef, "800B0109", untrusted, chain, "", refused, "setup.exe");
        objects(task, at + 22 * Wire.MILLI, chain);
    }

    private Capi2Task task(String process, int processId) {
        return new Capi2Task(EventLogs.ROOM, process, processId, USER, random);
    }

    private void objects(Capi2Task task, long time, List<IssuedCertificate> certificates) {
        logs.capi2(task.objects(time, certificates));
        day.truth.tells(certificates);
    }

    private void failure(Attempt attempt, int eventId, long time, String taskId, String chainRef, String code, List<String> errors,
            List<IssuedCertificate> chain, String target, Evidence evidence) {
        failure(eventId, time, taskId, chainRef, code, errors, chain, target, evidence, PROGRAM);
        attempt.explainedBy(RelatedKind.CAPI2, evidence);
    }

    private void failure(int eventId, long time, String taskId, String chainRef, String code, List<String> errors, List<IssuedCertificate> chain,
            String target, Evidence evidence, String process) {
        day.truth.failure(new WindowsFailure(WindowsFailureKind.CAPI2, "Microsoft-Windows-CAPI2", eventId, time, Optional.of(EventLogs.ROOM),
                Optional.of(process), "", OptionalInt.empty(), OptionalLong.empty(), Optional.of("0x" + code.toLowerCase(Locale.ROOT)), errors,
                chain.stream().findFirst().map(leaf -> Capi2Task.commonName(leaf.parsed().getSubject())), chain.stream().map(IssuedCertificate::sha1).toList(),
                target.isEmpty() ? Optional.empty() : Optional.of(target), Optional.of(taskId),
                chainRef.isEmpty() ? Optional.empty() : Optional.of(chainRef), evidence));
    }
}
