package org.traceweave.analysis.internal.windows;

import java.util.Set;
import org.traceweave.readers.windows.LogonEvents;

/** Where refused logons of a user can be about one of the user's sign-ins. */
final class Logons {

    /** Logged by the domain controller that was asked, wherever the logon was meant for. */
    private static final Set<Integer> AT_DOMAIN_CONTROLLER = Set.of(4768, 4769, 4771, 4776);

    private Logons() {
    }

    /** A refused logon is logged by the machine that refused it: at another server than the sign-in's it was for something else. */
    static boolean canBeAbout(JudgedEvent event, Place place) {
        boolean securityLog = event.failure().provider().equals(LogonEvents.PROVIDER);
        return securityLog ? AT_DOMAIN_CONTROLLER.contains(event.failure().eventId()) || place == Place.SERVER
                : place == Place.SERVER || place == Place.CLIENT || place == Place.UNSURE;
    }
}
