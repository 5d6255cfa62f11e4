package org.traceweave.certificates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.traceweave.model.Certificate;

/**
 * What a certificate seems to be for in a Skype for Business deployment, guessed from its own fields: nothing in X.509 says "Front End". The names
 * a server needs are those of Microsoft's certificate requirements (reference section C.4).
 *
 * @param reason the fields the guess rests on, in words
 */
public record CertificateRole(Kind kind, String reason) {

    /** Roles, as far as certificates tell them apart. */
    public enum Kind {
        ROOT("root certificate"),
        ISSUER("certificate of an issuing authority"),
        TLS_DSK_ISSUER("authority of a pool, which issues the certificates users sign in with"),
        TLS_DSK_USER("certificate of a user for signing in (TLS-DSK)"),
        FRONT_END("server certificate of a Front End pool"),
        EDGE("certificate of an Edge Server"),
        WEB_PUBLISHING("certificate of published web services"),
        OAUTH("certificate that may sign server-to-server tokens (OAuth)"),
        OCSP_SIGNER("certificate of a revocation responder (OCSP)"),
        DOMAIN_CONTROLLER("certificate of a domain controller"),
        SERVER("server certificate"),
        MACHINE("certificate of a machine, as server and as client"),
        CLIENT("client certificate"),
        CODE_SIGNER("certificate for signing programs"),
        TIME_STAMPER("certificate for time stamps"),
        UNKNOWN("certificate");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The role in words, as part of a sentence. */
        public String title() {
            return title;
        }
    }

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final String KDC = "1.3.6.1.5.2.3.5";
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String POOL_AUTHORITY = "communications server";
    private static final List<String> EDGE_NAMES = List.of("access", "accessedge", "edge", "webconf", "av");
    private static final List<String> WEB_NAMES = List.of("meet", "dialin", "lyncweb", "sfbweb");

    /** A guess for any certificate; {@link Kind#UNKNOWN} where nothing speaks for one. */
    public static CertificateRole of(Certificate certificate) {
        return authority(certificate).or(() -> special(certificate)).or(() -> server(certificate)).orElseGet(() -> client(certificate));
    }

    private static Optional<CertificateRole> authority(Certificate certificate) {
        boolean issues = certificate.isCa().orElse(false) || certificate.keyUsage().contains("keyCertSign");
        if (!issues) {
            return Optional.empty();
        }
        if (named(certificate.subject(), POOL_AUTHORITY)) {
            return Optional.of(new CertificateRole(Kind.TLS_DSK_ISSUER, "it may issue, and is called Communications Server"));
        }
        return Optional.of(certificate.isSelfIssued() ? new CertificateRole(Kind.ROOT, "subject and issuer are the same, and it may issue")
                : new CertificateRole(Kind.ISSUER, "its basic constraints or key usage allow it to issue certificates"));
    }

    private static Optional<CertificateRole> special(Certificate certificate) {
        List<String> usages = certificate.extendedKeyUsage();
        if (usages.contains(OCSP_SIGNING)) {
            return Optional.of(new CertificateRole(Kind.OCSP_SIGNER, "extended key usage OCSPSigning"));
        }
        if (usages.contains(KDC)) {
            return Optional.of(new CertificateRole(Kind.DOMAIN_CONTROLLER, "extended key usage of a Kerberos KDC"));
        }
        if (named(certificate.issuer(), POOL_AUTHORITY) && !usages.contains(SERVER_AUTH)) {
            return Optional.of(new CertificateRole(Kind.TLS_DSK_USER, "issued by Communications Server to " + commonName(certificate)));
        }
        if (usages.contains(CODE_SIGNING)) {
            return Optional.of(new CertificateRole(Kind.CODE_SIGNER, "extended key usage codeSigning"));
        }
        return usages.contains(TIME_STAMPING) ? Optional.of(new CertificateRole(Kind.TIME_STAMPER, "extended key usage timeStamping")) : Optional.empty();
    }

    private static Optional<CertificateRole> server(Certificate certificate) {
        List<String> hosts = certificate.subjectAltNames().stream().filter(name -> name.startsWith("DNS:"))
                .map(name -> name.substring(4).toLowerCase(Locale.ROOT)).toList();
        boolean serves = certificate.extendedKeyUsage().contains(SERVER_AUTH) || certificate.extendedKeyUsage().isEmpty() && !hosts.isEmpty();
        if (!serves) {
            return Optional.empty();
        }
        Optional<String> internal = first(hosts, label -> label.equals("lyncdiscoverinternal"));
        Optional<String> discover = first(hosts, label -> label.equals("lyncdiscover"));
        Optional<String> edge = first(hosts, EDGE_NAMES::contains);
        Optional<String> web = first(hosts, WEB_NAMES::contains);
        Optional<String> sip = first(hosts, label -> label.equals("sip"));
        if (internal.isPresent()) {
            return named(Kind.FRONT_END, internal.get());
        }
        if (edge.isPresent()) {
            return named(Kind.EDGE, edge.get());
        }
        if (discover.isPresent() || web.isPresent() && sip.isEmpty()) {
            return named(Kind.WEB_PUBLISHING, discover.or(() -> web).get());
        }
        if (sip.isPresent()) {
            return named(Kind.FRONT_END, sip.get());
        }
        return Optional.of(plainServer(certificate, hosts));
    }

    private static CertificateRole plainServer(Certificate certificate, List<String> hosts) {
        String usage = certificate.extendedKeyUsage().isEmpty() ? "a host name and no restricted usage" : "extended key usage serverAuth";
        // the token certificate is issued for the SIP domain itself
        if (hosts.size() <= 1 && commonName(certificate).chars().filter(each -> each == '.').count() == 1 && !commonName(certificate).startsWith("*")) {
            return new CertificateRole(Kind.OAUTH, usage + ", and its only name " + commonName(certificate) + " is a domain rather than a host");
        }
        return certificate.extendedKeyUsage().contains(CLIENT_AUTH) ? new CertificateRole(Kind.MACHINE, "extended key usages serverAuth and clientAuth")
                : new CertificateRole(Kind.SERVER, usage);
    }

    private static CertificateRole client(Certificate certificate) {
        return certificate.extendedKeyUsage().contains(CLIENT_AUTH) ? new CertificateRole(Kind.CLIENT, "extended key usage clientAuth")
                : new CertificateRole(Kind.UNKNOWN, "its fields do not tell");
    }

    private static Optional<CertificateRole> named(Kind kind, String host) {
        return Optional.of(new CertificateRole(kind, "it is for " + host));
    }

    private static Optional<String> first(List<String> hosts, Predicate<String> label) {
        return hosts.stream().filter(host -> label.test(host.contains(".") ? host.substring(0, host.indexOf('.')) : host)).findFirst();
    }

    private static boolean named(Optional<String> name, String words) {
        return name.filter(each -> each.toLowerCase(Locale.ROOT).contains(words)).isPresent();
    }

    private static String commonName(Certificate certificate) {
        for (String part : certificate.subject().orElse("").split("(?<!\\\\),")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring("CN=".length());
            }
        }
        return certificate.subject().orElse("");
    }
}
