package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.samples.IssuedCertificate;

/** A user of the deployment, homed on one Front End. */
final class Person {

    final int number;
    final String displayName;
    /** The SIP address without {@code sip:}. */
    final String address;
    final String account;
    final Host home;
    private Optional<IssuedCertificate> certificate = Optional.empty();

    Person(int number, String displayName, String account, Host home) {
        this.number = number;
        this.displayName = displayName;
        this.account = account;
        this.address = account + "@" + Deployment.SIP_DOMAIN;
        this.home = home;
    }

    /** The certificate that the pool issued to this user. */
    IssuedCertificate certificate(Deployment deployment) {
        if (certificate.isEmpty()) {
            certificate = Optional.of(deployment.userCertificate(this));
        }
        return certificate.get();
    }
}
