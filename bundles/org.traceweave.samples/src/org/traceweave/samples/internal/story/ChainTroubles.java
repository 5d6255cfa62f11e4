package org.traceweave.samples.internal.story;

import java.util.List;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** What can be wrong with the chain that a Front End presents: the family {@code chain}. */
final class ChainTroubles {

    private static final String MACHINE = "fe04";
    private static final int CRL_TIMEOUT = 15;

    private ChainTroubles() {
    }

    static Trouble untrustedRoot() {
        return new RefusedChain("chain.untrusted-root", Severity.CRITICAL, true, deployment -> {
            IssuedCertificate root = CertificateMaker.subject("CN=Northwind Lab Root CA,O=Northwind Traders,C=US").key(SampleKeys.rsa(10)).authority()
                    .valid("2018-01-10T08:00:00Z", "2038-01-10T08:00:00Z").make();
            IssuedCertificate issuing = CertificateMaker.subject("CN=Northwind Lab Issuing CA,O=Northwind Traders,C=US").key(SampleKeys.rsa(11)).issuedBy(root)
                    .authority().valid("2018-01-11T08:00:00Z", "2028-01-11T08:00:00Z").make();
            return whole(deployment.serverCertificate(MACHINE, issuing).make(), issuing, root);
        }, DeviceTrust.Verdict.of(2, "20", List.of("IS_UNTRUSTED_ROOT"), "800B0109",
                "A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.", 36882, 48));
    }

    static Trouble incomplete() {
        return new RefusedChain("chain.incomplete", Severity.CRITICAL, true,
                deployment -> new Deployment.Presented(List.of(deployment.serverCertificate(MACHINE, deployment.newAuthority).make(), deployment.newAuthority,
                        deployment.newRoot), 1),
                DeviceTrust.Verdict.of(0, "10000", List.of("IS_PARTIAL_CHAIN"), "800B010A",
                        "A certificate chain could not be built to a trusted root authority.", 0, 48)
                        .after(new DeviceTrust.FailedRetrieval("CONTEXT_OID_CERTIFICATE", "http://pki.contoso.local/aia/Contoso%20Issuing%20CA%202.crt", "NoProxy",
                                "80072EE7", "The server name or address could not be resolved", 2)));
    }

    static Trouble expired() {
        return new RefusedChain("chain.expired", Severity.CRITICAL, true,
                deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority).valid("2016-10-13T07:00:00Z", "2018-10-13T07:00:00Z")),
                DeviceTrust.Verdict.of(0, "1", List.of("IS_NOT_TIME_VALID"), "800B0101",
                        "A required certificate is not within its validity period when verifying against the current system clock or the timestamp in the signed file.",
                        36881, 45));
    }

    static Trouble nameMismatch() {
        return new RefusedChain("chain.name-mismatch", Severity.CRITICAL, true,
                deployment -> newChain(deployment, deployment.serverCertificate("fe05", deployment.newAuthority)),
                DeviceTrust.Verdict.of(-1, "0", List.of(), "800B010F", "The certificate's CN name does not match the passed value.", 36884, 46));
    }

    static Trouble revoked() {
        return new RefusedChain("chain.revoked", Severity.CRITICAL, true,
                deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority)),
                DeviceTrust.Verdict.of(0, "4", List.of("IS_REVOKED"), "80092010", "The certificate is revoked.", 36883, 44));
    }

    static Trouble revocationOffline() {
        return new RefusedChain("chain.revocation-offline", Severity.CRITICAL, true,
                deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority)
                        .crl("ldap:///CN=Contoso%20Issuing%20CA%202,CN=pki,CN=CDP,CN=Public%20Key%20Services,CN=Services,CN=Configuration,DC=contoso,DC=local")),
                DeviceTrust.Verdict.of(0, "1000040", List.of("REVOCATION_STATUS_UNKNOWN", "IS_OFFLINE_REVOCATION"), "80092013",
                        "The revocation function was unable to check revocation because the revocation server was offline.", 0, 46)
                        .after(new DeviceTrust.FailedRetrieval("CONTEXT_OID_CRL",
                                "ldap:///CN=Contoso%20Issuing%20CA%202,CN=pki,CN=CDP,CN=Public%20Key%20Services,CN=Services,CN=Configuration,DC=contoso,DC=local", "NoProxy",
                                "8007203A", "The server is not operational.", CRL_TIMEOUT)));
    }

    static Trouble wrongUsage() {
        return new RefusedChain("chain.wrong-usage", Severity.CRITICAL, true,
                deployment -> newChain(deployment, CertificateMaker.subject("CN=" + Deployment.POOL_FQDN).key(SampleKeys.rsa(7)).issuedBy(deployment.newAuthority)
                        .valid("2018-10-15T09:20:11Z", "2020-10-14T09:20:11Z").client().dns(Deployment.POOL_FQDN, MACHINE + "." + Host.DOMAIN)),
                DeviceTrust.Verdict.of(0, "10", List.of("IS_NOT_VALID_FOR_USAGE"), "800B0110", "The certificate is not valid for the requested usage.", 0, 43));
    }

    static Trouble weakKey() {
        return new RefusedChain("chain.weak-key", Severity.CRITICAL, true,
                deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority).key(SampleKeys.shortRsa())),
                DeviceTrust.Verdict.of(0, "100008", List.of("IS_NOT_SIGNATURE_VALID", "HAS_WEAK_SIGNATURE"), "80096004", Capi2Task.WEAK_SIGNATURE, 0, 43));
    }

    /** The authority was renewed with a new key; the Front End got a certificate of the new one and sends the old one with it. */
    static Trouble invalidSignature() {
        return new RefusedChain("chain.invalid-signature", Severity.CRITICAL, true, deployment -> {
            IssuedCertificate renewed = CertificateMaker.subject("CN=Contoso Issuing CA 2,DC=contoso,DC=local").key(SampleKeys.rsa(11)).issuedBy(deployment.newRoot)
                    .authority().valid("2018-09-03T08:00:00Z", "2030-09-03T08:00:00Z").make();
            return newChain(deployment, deployment.serverCertificate(MACHINE, renewed));
        }, DeviceTrust.Verdict.of(0, "8", List.of("IS_NOT_SIGNATURE_VALID"), "80096004", Capi2Task.WEAK_SIGNATURE, 0, 42));
    }

    /** Phones without a log of their own refuse RSASSA-PSS. */
    static Trouble unsupportedAlgorithm() {
        return new NewServer(deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority).signedWith("RSASSA-PSS")), scene -> {
            phonesRefuse(scene, 43);
            scene.mustFind("chain.unsupported-algorithm", Severity.WARNING, scene.troubled.chain.get(0).sha1());
            scene.mustFind("auth.server-certificate-rejected", Severity.CRITICAL, scene.troubled.chain.get(0).sha1());
        });
    }

    /** Phones fall silent when they have seen the certificate, in one message or in several, and nothing in the case tells why. */
    static Trouble silentPhones() {
        return new NewServer(deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority)), scene -> {
            for (int i = 0; i < 3; i++) {
                Endpoint phone = scene.phone(scene.person());
                int parts = 1 + i;
                scene.times(2, at -> scene.attempt(phone, Scheme.TLS_DSK, at).spread(parts, 1).webSteps().offers().serverCertificate(offered -> { })
                        .silent(Phase.SERVER_CERTIFICATE));
            }
            scene.mustFind("auth.server-certificate-rejected", Severity.CRITICAL, scene.troubled.chain.get(0).sha1());
        });
    }

    /** All is well, for another 18 days. */
    static Trouble expiresSoon() {
        return new NewServer(deployment -> newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority).valid("2016-11-03T09:00:00Z",
                "2018-11-03T09:00:00Z")), scene -> {
                    for (int i = 0; i < 4; i++) {
                        scene.signsIn(scene.desktop(scene.person()), Scheme.TLS_DSK, DayCurve.START + Scene.minutes(70 + 17 * i));
                    }
                    scene.mustFind("chain.expires-soon", Severity.WARNING, scene.troubled.chain.get(0).sha1());
                });
    }

    private static void phonesRefuse(Scene scene, int alert) {
        for (int i = 0; i < 3; i++) {
            Endpoint phone = scene.phone(scene.person());
            int parts = 3 - i;
            scene.times(2, at -> scene.attempt(phone, Scheme.TLS_DSK, at).spread(parts, 1).offers().serverCertificate(offered -> { })
                    .alert(alert, arrived -> { }));
        }
    }

    static Deployment.Presented good(Deployment deployment) {
        return newChain(deployment, deployment.serverCertificate(MACHINE, deployment.newAuthority));
    }

    private static Deployment.Presented newChain(Deployment deployment, CertificateMaker leaf) {
        return whole(leaf.make(), deployment.newAuthority, deployment.newRoot);
    }

    private static Deployment.Presented whole(IssuedCertificate... chain) {
        return new Deployment.Presented(List.of(chain), chain.length - 1);
    }
}
