package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SampleKeys;

/**
 * The meeting-room device and what it logs. It signs in all right, or it rejects the Front End's certificate each time; its calendar works
 * either way, since Exchange has a certificate of the new authority.
 */
final class Room {

    private static final String PROGRAM = "Microsoft.SkypeRoomSystem.exe";
    private static final String USER = "S-1-5-21-2025429265-1078081533-725345543-1003";
    private static final long MINUTE = 60_000 * Wire.MILLI;
    private static final Capi2Task.Judgement WEAK = new Capi2Task.Judgement("100008", List.of("IS_NOT_SIGNATURE_VALID", "HAS_WEAK_SIGNATURE"));
    private static final Capi2Task.Judgement GOOD = Capi2Task.Judgement.GOOD;

    private final Day day;
    private final EventLogs logs;
    private final Endpoint device;
    private final ClientLog log;
    private final SeededRandom random;

    Room(Day day, EventLogs logs, Endpoint device, ClientLog log, SeededRandom random) {
        this.day = day;
        this.logs = logs;
        this.device = device;
        this.log = log;
        this.random = random;
    }

    /** When the device tries to sign in, if it cannot: all day, every three quarters of an hour or so. */
    static List<Long> attempts(SeededRandom random) {
        List<Long> attempts = new ArrayList<>();
        for (long at = DayCurve.START + 11 * MINUTE; at < DayCurve.END - 30 * MINUTE; at += random.between(41, 56) * MINUTE) {
            attempts.add(at + random.below(60_000) * Wire.MILLI);
        }
        return attempts;
    }

    void planFailures(List<Long> attempts) {
        for (long at : attempts) {
            day.agenda.at(at, () -> new Registration(day, device, Scheme.TLS_DSK, random)
                    .rejectServerCertificate(at, this::rejectCertificate, this::alertArrived));
        }
        for (long at = DayCurve.START - 7 * DayCurve.HOUR; at < DayCurve.END; at += DayCurve.HOUR) {
            health(at, "Skype sign-in status of " + device.person.address + ": not signed in.", 2, 3001);
        }
        for (long at = DayCurve.START - 8 * DayCurve.HOUR - 5 * DayCurve.HOUR; at < DayCurve.START - 8 * DayCurve.HOUR; at += DayCurve.HOUR) {
            health(at, "Skype sign-in status of " + device.person.address + ": signed in.", 4, 2000);
        }
        ordinary();
    }

    void planSuccess() {
        long start = DayCurve.START + 23 * MINUTE;
        day.agenda.at(start, () -> {
            new Life(day, logs, device, Scheme.TLS_DSK, DayCurve.END, true, random).begin(false, device.person.home);
            acceptCertificate(start + 400 * Wire.MILLI, device.person.home.chain, Deployment.POOL_FQDN);
        });
        for (long at = DayCurve.START - 7 * DayCurve.HOUR; at < DayCurve.END; at += DayCurve.HOUR) {
            health(at, "Skype sign-in status of " + device.person.address + ": signed in.", 4, 2000);
        }
        ordinary();
    }

    /** What the device does on every day: calendar, Windows Update, and a program that checks signatures of its own. */
    private void ordinary() {
        for (long at = DayCurve.START - DayCurve.HOUR; at < DayCurve.END; at += 15 * MINUTE) {
            long time = at + random.below(40_000) * Wire.MILLI;
            logs.logon(device.person.account, EventLogs.ROOM, device.address, time);
            long synchronised = clock(time + 900 * Wire.MILLI);
            day.agenda.at(synchronised, () -> logs.room("Application.evtx", WindowsEvents.application(EventLogs.ROOM, "Skype Room System", 2001, 4,
                    "Exchange calendar of " + device.person.address + " synchronised, 4 meetings.", synchronised)));
            if (random.chance(0.3)) {
                day.agenda.at(time + 100 * Wire.MILLI, () -> acceptCertificate(time + 100 * Wire.MILLI,
                        List.of(day.deployment.exchange, day.deployment.newAuthority, day.deployment.newRoot), "mail." + Deployment.SIP_DOMAIN));
            }
        }
        IssuedCertificate vendorRoot = CertificateMaker.subject("CN=Fabrikam Code Signing Root,O=Fabrikam Inc,C=US").key(SampleKeys.rsa(12)).authority()
                .make();
        IssuedCertificate vendor = CertificateMaker.subject("CN=Fabrikam Display Utilities,O=Fabrikam Inc,C=US").key(SampleKeys.rsa(13))
                .issuedBy(vendorRoot).make();
        for (int i = 0; i < 6; i++) {
            long time = DayCurve.atMilli(DayCurve.START + (long) (random.fraction() * 11 * DayCurve.HOUR));
            day.agenda.at(time, () -> foreignSetup(time, vendor, vendorRoot));
        }
    }

    private void health(long time, String text, int level, int id) {
        long at = clock(time + 33 * MINUTE);
        day.agenda.at(at, () -> logs.room("Application.evtx", WindowsEvents.application(EventLogs.ROOM, "Skype Room System", id, level, text, at)));
    }

    /** True time as the device's clock shows it. */
    private long clock(long trueTime) {
        return trueTime + log.skew;
    }

    private Capi2Task task(String process, int processId) {
        return new Capi2Task(EventLogs.ROOM, process, processId, USER, random);
    }

    /** The device's own judgement of the Front End's chain, and the alert that it sends. */
    private void rejectCertificate(long offered) {
        Host host = device.person.home;
        List<IssuedCertificate> chain = host.chain;
        long at = clock(offered - host.skew + 20 * Wire.MILLI);
        String chainRef = random.guid();
        Capi2Task build = task(PROGRAM, 5284);
        logs.capi2(build.chainStart(at));
        logs.capi2(build.revocationStart(at + 6 * Wire.MILLI));
        logs.capi2(build.revocation(at + 12 * Wire.MILLI, chain.get(0), chain.get(1), "0", ""));
        long built = at + 31 * Wire.MILLI;
        Evidence chainEvent = logs.capi2(build.chain(built, chainRef, chain, List.of(WEAK, GOOD, GOOD, WEAK), true, "80096004", Capi2Task.WEAK_SIGNATURE));
        failure(11, built, build.taskId, chainRef, "0x80096004", WEAK.names(), chain, "", chainEvent);
        Capi2Task verify = task(PROGRAM, 5284);
        long verified = at + 44 * Wire.MILLI;
        Evidence policyEvent = logs.capi2(verify.policy(verified, chainRef, chain.get(0), Deployment.POOL_FQDN, "0", "0", "80096004",
                Capi2Task.WEAK_SIGNATURE));
        failure(30, verified, verify.taskId, chainRef, "0x80096004", List.of(), chain.subList(0, 1), Deployment.POOL_FQDN, policyEvent);
        IssuedCertificate own = device.person.certificate(day.deployment);
        logs.capi2(build.privateKey(at + 52 * Wire.MILLI, own));
        List<IssuedCertificate> all = new ArrayList<>(chain);
        all.add(own);
        objects(build, at + 58 * Wire.MILLI, all);
        long sent = at + 70 * Wire.MILLI;
        Evidence alert = logs.room("System.evtx", WindowsEvents.alertSentTo(EventLogs.ROOM, 46, 555, host.fqdn, sent));
        logs.schannelFailure(EventLogs.ROOM, 36888, 46, 555, host.fqdn, sent, alert);
        day.wire.clientLine(log, offered - host.skew + 110 * Wire.MILLI, "ERROR", "SECURE_SOCKET: negotiation failed: 80090327");
    }

    /** The Front End's side: the alert in its System log. */
    private void alertArrived(long time) {
        Host host = device.person.home;
        Evidence evidence = logs.system(host, WindowsEvents.alertReceived(host.fqdn, 46, time));
        logs.schannelFailure(host.name, 36887, 46, -1, "", time, evidence);
        day.wire.clientLine(log, time - host.skew + 60 * Wire.MILLI, "WARN", "SIP_REGISTER: sign-in of " + device.person.address
                + " stopped, next attempt later");
    }

    private void acceptCertificate(long trueTime, List<IssuedCertificate> chain, String serverName) {
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
    private void foreignSetup(long trueTime, IssuedCertificate vendor, IssuedCertificate vendorRoot) {
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
        failure(41, checked, task.taskId, "", "0x80092012", List.of(), List.of(vendor, vendorRoot), "", revocation, "setup.exe");
        long built = at + 15 * Wire.MILLI;
        Capi2Task.Judgement judgement = new Capi2Task.Judgement("20", untrusted);
        Evidence chain = logs.capi2(task.chain(built, chainRef, List.of(vendor, vendorRoot), List.of(GOOD, judgement, judgement), false, "800B0109", text));
        failure(11, built, task.taskId, chainRef, "0x800b0109", untrusted, List.of(vendor, vendorRoot), "", chain, "setup.exe");
        objects(task, at + 22 * Wire.MILLI, List.of(vendor, vendorRoot));
    }

    private void objects(Capi2Task task, long time, List<IssuedCertificate> certificates) {
        logs.capi2(task.objects(time, certificates));
        day.truth.tells(certificates);
    }

    private void failure(int eventId, long time, String taskId, String chainRef, String hresult, List<String> errors, List<IssuedCertificate> chain,
            String target, Evidence evidence) {
        failure(eventId, time, taskId, chainRef, hresult, errors, chain, target, evidence, PROGRAM);
    }

    private void failure(int eventId, long time, String taskId, String chainRef, String hresult, List<String> errors, List<IssuedCertificate> chain,
            String target, Evidence evidence, String process) {
        day.truth.failure(new WindowsFailure(WindowsFailureKind.CAPI2, "Microsoft-Windows-CAPI2", eventId, time, Optional.of(EventLogs.ROOM),
                Optional.of(process), "", OptionalInt.empty(), OptionalLong.empty(), Optional.of(hresult), errors,
                Optional.of(Capi2Task.commonName(chain.get(0).parsed().getSubject())), chain.stream().map(IssuedCertificate::sha1).toList(),
                target.isEmpty() ? Optional.empty() : Optional.of(target), Optional.of(taskId),
                chainRef.isEmpty() ? Optional.empty() : Optional.of(chainRef), evidence));
    }
}
