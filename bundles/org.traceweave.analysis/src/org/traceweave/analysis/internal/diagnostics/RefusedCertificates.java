package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/**
 * Which certificates of a failing sign-in stood on the side that was refused: the server's while the client looked at the server's
 * certificate, the client's while the server looked at the client's. Certificates of the side that rejects are never blamed.
 */
final class RefusedCertificates {

    private static final Set<String> WEAK_HASHES = Set.of("SHA1", "MD5", "MD2");

    private final Map<String, Certificate> byThumbprint = new HashMap<>();
    private final Map<String, List<Certificate>> bySubject = new HashMap<>();

    RefusedCertificates(DiagnosticContext context) throws IOException {
        for (Certificate certificate : context.certificates()) {
            certificate.sha1().ifPresent(sha1 -> byThumbprint.put(sha1, certificate));
            certificate.subject().ifPresent(name -> bySubject.computeIfAbsent(name, absent -> new ArrayList<>()).add(certificate));
        }
    }

    static List<SignIn> failing(DiagnosticContext context) throws IOException {
        return context.signIns().stream().filter(signIn -> signIn.kind() == SignInKind.SIGN_IN && signIn.isFailure()).toList();
    }

    Optional<Certificate> certificate(String sha1) {
        return Optional.ofNullable(byThumbprint.get(sha1));
    }

    /**
     * The leaf of the chain the other side looked at when the attempt ended; where it ended at another step, the leaf that the server had
     * presented.
     */
    Optional<Certificate> presented(SignIn signIn) {
        boolean client = signIn.phase() == Phase.CLIENT_CERTIFICATE;
        return signIn.certificates().stream().map(byThumbprint::get).filter(Objects::nonNull)
                .filter(certificate -> client == isOfUser(certificate, signIn.user())).findFirst();
    }

    /** A sign-in certificate names its user as subject. */
    static boolean isOfUser(Certificate certificate, String user) {
        return certificate.subject().map(name -> name.toLowerCase(Locale.ROOT)).filter(name -> name.contains(user)).isPresent();
    }

    /** The chain that was looked at when a sign-in failed on a certificate: the leaf, and its issuers as far as the case has them. */
    List<Certificate> refusedChain(SignIn signIn) {
        if (signIn.phase() != Phase.SERVER_CERTIFICATE && signIn.phase() != Phase.CLIENT_CERTIFICATE) {
            return List.of();
        }
        List<Certificate> chain = new ArrayList<>();
        Optional<Certificate> next = presented(signIn);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = next.get().isSelfIssued() ? Optional.empty() : issuer(next.get());
        }
        return chain;
    }

    /**
     * The edges of the chain above {@code leaf} whose signature is weak, lowest first: each is named by the certificate that carries the
     * signature. A root's own signature is no edge. Issuers are those of the case, by name and key id.
     */
    List<Certificate> weakEdges(Certificate leaf) {
        List<Certificate> weak = new ArrayList<>();
        List<Certificate> path = new ArrayList<>();
        Optional<Certificate> next = Optional.of(leaf);
        while (next.isPresent() && !path.contains(next.get()) && !next.get().isSelfIssued()) {
            Certificate certificate = next.get();
            path.add(certificate);
            if (isWeak(certificate)) {
                weak.add(certificate);
            }
            next = issuer(certificate);
        }
        return weak;
    }

    Optional<Certificate> issuer(Certificate certificate) {
        List<Certificate> named = certificate.issuer().map(name -> bySubject.getOrDefault(name, List.of())).orElse(List.of());
        return named.stream().filter(issuer -> certificate.authorityKeyId().isEmpty() || issuer.subjectKeyId().isEmpty()
                || certificate.authorityKeyId().equals(issuer.subjectKeyId())).findFirst();
    }

    static boolean isWeak(Certificate certificate) {
        return certificate.signatureHash().filter(WEAK_HASHES::contains).isPresent() && !certificate.isSelfIssued();
    }

    /** The common name, or the whole name where it has none. */
    static String shortName(Optional<String> name) {
        String full = name.orElse("(no name)");
        for (String part : full.split("(?<!\\\\),")) {
            if (part.strip().regionMatches(true, 0, "CN=", 0, 3)) {
                return part.strip().substring(3);
            }
        }
        return full;
    }
}
