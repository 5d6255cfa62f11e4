package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.samples.SeededRandom;

/** A device or program with which a person signs in. */
final class Endpoint {

    final Person person;
    final String id;
    final String instance;
    final String address;
    final int port;
    final int connectionId;
    final String machine;
    final String userAgent;
    /** The log that the client itself writes, where the case has it. */
    final Optional<ClientLog> log;

    Endpoint(Person person, String address, String machine, String userAgent, Optional<ClientLog> log, SeededRandom random) {
        this.person = person;
        this.address = address;
        this.machine = machine;
        this.userAgent = userAgent;
        this.log = log;
        id = random.hex(10);
        instance = random.guid().replace("{", "").replace("}", "");
        port = random.between(49_200, 64_900);
        connectionId = random.below(0x100000);
    }

    String from(String tag) {
        return "<sip:" + person.address + ">;tag=" + tag + ";epid=" + id;
    }

    String contact(int connectionPort) {
        return "<sip:" + address + ":" + connectionPort + ";transport=tls;ms-opaque=" + id + ">";
    }
}
