package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.samples.SeededRandom;

/** The programs and devices that people sign in with. */
final class Clients {

    static final String DESKTOP = "UCCAPI/16.0.4738.1000 OC/16.0.4738.1000 (Skype for Business)";
    static final String ROOM = "UCCAPI/16.0.9330.2087 SkypeRoomSystem/4.0.64.0 (Skype Room System)";
    private static final String[] OTHERS = {DESKTOP, DESKTOP, DESKTOP, "UCCAPI/15.0.5067.1000 OC/15.0.5067.1000 (Microsoft Lync)",
        "UCCAPI/16.0.7927.1000 OC/16.0.7927.1000 (Skype for Business)", "RTCC/6.0.0.0 UCWA/6.0.9319.0 iPhoneLync/6.21.0.57 (iPhone iOS 12.0)",
        "CPE/4.0.7577.4512 OCPhone/4.0.7577.4512 (Microsoft Lync Phone Edition)"};

    private Clients() {
    }

    /** The address of a person's own machine. */
    static String address(int number) {
        return "10." + (30 + number / 62_500) + "." + number / 250 % 250 + "." + (number % 250 + 2);
    }

    /** One of a person's endpoints; the second and third are on other machines. */
    static Endpoint of(Person person, int which, SeededRandom random) {
        String address = which == 0 ? address(person.number) : "10." + (60 + which) + "." + person.number / 250 % 250 + "." + (person.number % 250 + 2);
        return new Endpoint(person, address, "WS-" + (1000 + person.number), OTHERS[random.below(OTHERS.length)], Optional.empty(), random);
    }
}
