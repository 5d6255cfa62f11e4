package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SampleKeys;

/**
 * The meeting-room device and what it logs. It signs in all right, or it rejects the Front End's certificate each time; its calendar works
 * either way, since Exchange has a certificate of the new authority.
 */
final class Room {

    private static final long MINUTE = 60_000 * Wire.MILLI;
    private static final DeviceTrust.Verdict WEAK = DeviceTrust.Verdict.of(0, "100008", List.of("IS_NOT_SIGNATURE_VALID", "HAS_WEAK_SIGNATURE"), "80096004",
            Capi2Task.WEAK_SIGNATURE, 0, 46);

    /** SCHANNEL's event for it. */
    private static final int WRONG_NAME = 36884;

    private final Day day;
    private final EventLogs logs;
    private final Endpoint device;
    private final ClientLog log;
    private final SeededRandom random;
    private final DeviceTrust trust;

    Room(Day day, EventLogs logs, Endpoint device, ClientLog log, SeededRandom random) {
        this.day = day;
        this.logs = logs;
        this.device = device;
        this.log = log;
        this.random = random;
        trust = new DeviceTrust(day, logs, log.skew, random);
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
            day.agenda.at(at, () -> reject(WEAK, at));
        }
        notSignedIn();
        ordinary();
    }

    /** What its own health check says all day, and that it was signed in until the evening before. */
    void notSignedIn() {
        for (long at = DayCurve.START - 7 * DayCurve.HOUR; at < DayCurve.END; at += DayCurve.HOUR) {
            health(at, "Skype sign-in status of " + device.person.address + ": not signed in.", 2, 3001);
        }
        for (long at = DayCurve.START - 8 * DayCurve.HOUR - 5 * DayCurve.HOUR; at < DayCurve.START - 8 * DayCurve.HOUR; at += DayCurve.HOUR) {
            health(at, "Skype sign-in status of " + device.person.address + ": signed in.", 4, 2000);
        }
    }

    void planSuccess() {
        long start = DayCurve.START + 23 * MINUTE;
        day.agenda.at(start, () -> {
            new Life(day, logs, device, Scheme.TLS_DSK, DayCurve.END, true, random).begin(false, device.person.home);
            trust.accept(start + 400 * Wire.MILLI, device.person.home.chain, Deployment.POOL_FQDN);
        });
        for (long at = DayCurve.START - 7 * DayCurve.HOUR; at < DayCurve.END; at += DayCurve.HOUR) {
            health(at, "Skype sign-in status of " + device.person.address + ": signed in.", 4, 2000);
        }
        ordinary();
    }

    /** What the device does on every day: calendar, Windows Update, and a program that checks signatures of its own. */
    void ordinary() {
        for (long at = DayCurve.START - DayCurve.HOUR; at < DayCurve.END; at += 15 * MINUTE) {
            long time = at + random.below(40_000) * Wire.MILLI;
            logs.logon(device.person.account, EventLogs.ROOM, device.address, time);
            long synchronised = trust.clock(time + 900 * Wire.MILLI);
            day.agenda.at(synchronised, () -> logs.room("Application.evtx", WindowsEvents.application(EventLogs.ROOM, "Skype Room System", 2001, 4,
                    "Exchange calendar of " + device.person.address + " synchronised, 4 meetings.", synchronised)));
            if (random.chance(0.3)) {
                day.agenda.at(time + 100 * Wire.MILLI, () -> trust.accept(time + 100 * Wire.MILLI,
                        List.of(day.deployment.exchange, day.deployment.newAuthority, day.deployment.newRoot), "mail." + Deployment.SIP_DOMAIN));
            }
        }
        IssuedCertificate vendorRoot = CertificateMaker.subject("CN=Fabrikam Code Signing Root,O=Fabrikam Inc,C=US").key(SampleKeys.rsa(12)).authority()
                .make();
        IssuedCertificate vendor = CertificateMaker.subject("CN=Fabrikam Display Utilities,O=Fabrikam Inc,C=US").key(SampleKeys.rsa(13))
                .issuedBy(vendorRoot).make();
        for (int i = 0; i < 6; i++) {
            long time = DayCurve.atMilli(DayCurve.START + (long) (random.fraction() * 11 * DayCurve.HOUR));
            day.agenda.at(time, () -> trust.foreignSetup(time, vendor, vendorRoot));
        }
    }

    private void health(long time, String text, int level, int id) {
        long at = trust.clock(time + 33 * MINUTE);
        day.agenda.at(at, () -> logs.room("Application.evtx", WindowsEvents.application(EventLogs.ROOM, "Skype Room System", id, level, text, at)));
    }

    /** One attempt that ends when the device has seen the certificate of its home server. */
    void reject(DeviceTrust.Verdict verdict, long start) {
        FailingSignIn attempt = new FailingSignIn(day, device, Scheme.TLS_DSK, device.person.home, start, random);
        Host host = attempt.host;
        boolean whole = host.presented().size() >= host.chain.size() - 1;
        attempt.provisioningDenied().offers().serverCertificate(offered -> {
            trust.refuse(attempt.attempt, whole ? host.chain : host.presented(), expectedName(verdict, host), verdict, offered - host.skew);
            day.wire.clientLine(log, offered - host.skew + 110 * Wire.MILLI, "ERROR", "SECURE_SOCKET: negotiation failed: " + verdict.code().toLowerCase(Locale.ROOT));
        });
        verdict.retrieval().ifPresent(waited -> attempt.pause(waited.seconds() * 1000L * Wire.MILLI));
        attempt.alert(verdict.alert(), arrived -> alertArrived(host, verdict.alert(), arrived));
    }

    private static String expectedName(DeviceTrust.Verdict verdict, Host host) {
        return verdict.schannel() == WRONG_NAME ? host.fqdn : Deployment.POOL_FQDN;
    }

    /** The Front End's side: the alert in its System log. */
    private void alertArrived(Host host, int alert, long time) {
        Evidence evidence = logs.system(host, WindowsEvents.alertReceived(host.fqdn, alert, time));
        logs.schannelFailure(host.name, 36887, alert, -1, "", time, evidence);
        day.wire.clientLine(log, time - host.skew + 60 * Wire.MILLI, "WARN", "SIP_REGISTER: sign-in of " + device.person.address
                + " stopped, next attempt later");
    }
}
