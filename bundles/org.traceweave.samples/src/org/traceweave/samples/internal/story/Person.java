package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;

/** A user of the deployment, homed on one Front End. */
final class Person {

    final int number;
    final String displayName;
    /** The SIP address without {@code sip:}. */
    final String address;
    final String account;
    final Host home;
    private Optional<IssuedCertificate> certificate = Optional.empty();
    private Optional<Handshake> handshake = Optional.empty();

    Person(int number, String displayName, String account, Host home) {
        this.number = number;
        this.displayName = displayName;
        this.account = account;
        this.address = account + "@" + Deployment.SIP_DOMAIN;
        this.home = home;
    }

    /** A handshake of this user with the home server; made once, since each costs a signature, and seen again at every sign-in. */
    Handshake handshake(Deployment deployment, long seconds, SeededRandom random) {
        if (handshake.isEmpty()) {
            handshake = Optional.of(Handshake.between(home, certificate(deployment), seconds, random));
        }
        return handshake.get();
    }

    /** The certificate that the pool issued to this user. */
    IssuedCertificate certificate(Deployment deployment) {
        if (certificate.isEmpty()) {
            certificate = Optional.of(deployment.userCertificate(this));
        }
        return certificate.get();
    }
}
