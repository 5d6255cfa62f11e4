package org.traceweave.samples.internal.story;

import java.util.List;
import org.traceweave.model.Scheme;
import org.traceweave.samples.SeededRandom;

/** One endpoint's day: it signs in, refreshes about every two hours, authenticates again when its eight hours run out, and perhaps signs out. */
final class Life {

    private static final long MINUTE = 60_000 * Wire.MILLI;

    private final Day day;
    private final Endpoint endpoint;
    private final EventLogs logs;
    private final SeededRandom random;
    private final Registration registration;
    private final boolean shownInSystemLog;
    private final long signOut;
    private final Scheme scheme;
    private boolean again;
    private long since;

    /** @param signOut when it signs out, or after the day's end if it does not */
    Life(Day day, EventLogs logs, Endpoint endpoint, Scheme scheme, long signOut, boolean shownInSystemLog, SeededRandom random) {
        this.day = day;
        this.logs = logs;
        this.endpoint = endpoint;
        this.scheme = scheme;
        this.signOut = signOut;
        this.shownInSystemLog = shownInSystemLog;
        this.random = random;
        registration = new Registration(day, endpoint, scheme, random);
    }

    Registration registration() {
        return registration;
    }

    /** Begins at the agenda's present time. */
    void begin(boolean provisioning, Host first) {
        since = day.now();
        long end = registration.signIn(since, provisioning, first);
        if (shownInSystemLog && scheme == Scheme.TLS_DSK) {
            Host host = registration.host();
            day.agenda.at(end, () -> logs.handshakeDone(host, endpoint.person, end, random));
        }
        goOn(end);
    }

    private void goOn(long last) {
        long next = last + random.between(105, 118) * MINUTE;
        boolean reauthentication = !again && next - since > 7 * 60 * MINUTE;
        if (next >= signOut) {
            if (signOut < DayCurve.END) {
                day.agenda.at(signOut, () -> registration.signOut(signOut));
            }
        } else if (next < DayCurve.END - MINUTE) {
            long at = next;
            day.agenda.at(at, () -> goOn(renew(at, reauthentication)));
        }
    }

    private long renew(long at, boolean reauthentication) {
        if (reauthentication) {
            again = true;
            return registration.reauthenticate(at);
        }
        return registration.refresh(at);
    }

    static List<Scheme> mix() {
        return List.of(Scheme.TLS_DSK, Scheme.TLS_DSK, Scheme.TLS_DSK, Scheme.TLS_DSK, Scheme.TLS_DSK, Scheme.TLS_DSK, Scheme.TLS_DSK, Scheme.NTLM,
                Scheme.NTLM, Scheme.KERBEROS);
    }
}
