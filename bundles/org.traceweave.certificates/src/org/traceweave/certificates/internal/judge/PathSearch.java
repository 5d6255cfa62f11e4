package org.traceweave.certificates.internal.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.internal.chain.Signatures;

/**
 * All ways from a certificate up to an anchor, depth first, best candidates first (RFC 4158). A path never holds the same subject and key
 * twice, which cuts loops. Hostile sets of cross-signed certificates are met by bounds on signatures checked, steps and paths.
 */
final class PathSearch {

    private static final int MAX_LENGTH = 20;
    private static final int MAX_PATHS = 32;
    private static final int MAX_STEPS = 4_000;
    private static final int MAX_SIGNATURES = 400;

    private final TrustAnchors anchors;
    private final Map<List<String>, List<DecodedCertificate>> bySubject = new HashMap<>();
    private final Map<String, SignatureCheck> checked = new HashMap<>();
    private final List<Path> complete = new ArrayList<>();
    private final List<Path> deadEnds = new ArrayList<>();
    private final Set<Path> cut = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Path> loops = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean everyEnd;
    private int steps;
    private int signatures;
    private boolean bounded;

    PathSearch(Collection<DecodedCertificate> intermediates, TrustAnchors anchors) {
        this.anchors = anchors;
        Map<String, DecodedCertificate> distinct = new LinkedHashMap<>();
        anchors.certificates().forEach(certificate -> distinct.putIfAbsent(certificate.facts().sha256().orElse(""), certificate));
        intermediates.forEach(certificate -> distinct.putIfAbsent(certificate.facts().sha256().orElse(""), certificate));
        for (DecodedCertificate certificate : distinct.values()) {
            certificate.subject().ifPresent(
                    subject -> bySubject.computeIfAbsent(NameComparison.key(subject), name -> new ArrayList<>()).add(certificate));
        }
    }

    /** The paths that reach an anchor; where none does, the longest of those that do not. */
    List<Path> from(DecodedCertificate leaf) {
        climb(new ArrayList<>(List.of(leaf)), new ArrayList<>());
        if (!complete.isEmpty()) {
            return complete;
        }
        return List.of(deadEnds.stream().max(Comparator.comparingInt(path -> path.certificates().size()))
                .orElseGet(() -> new Path(List.of(leaf), List.of(), false)));
    }

    /** Every path to where it ends, in whatever it ends. */
    List<Path> all(DecodedCertificate leaf) {
        everyEnd = true;
        climb(new ArrayList<>(List.of(leaf)), new ArrayList<>());
        List<Path> all = new ArrayList<>(complete);
        all.addAll(deadEnds);
        return all;
    }

    /** Whether a path ends because of a bound and not for want of issuers. */
    boolean gaveUpAt(Path path) {
        return cut.contains(path);
    }

    /** Whether a path ends because its issuers lead round in a circle. */
    boolean loopsAt(Path path) {
        return loops.contains(path);
    }

    /** Certificates with the issuer's name whose keys did not make the signature. */
    List<DecodedCertificate> otherKeys(DecodedCertificate certificate) {
        return candidates(certificate).stream().filter(issuer -> !issuer.sameCertificate(certificate)
                && checked.get(edge(certificate, issuer)) == SignatureCheck.WRONG).toList();
    }

    /** Whether the search ended by itself and not by its bounds. */
    boolean exhaustive() {
        return !bounded;
    }

    private void climb(List<DecodedCertificate> path, List<SignatureCheck> edges) {
        DecodedCertificate last = path.getLast();
        if (anchors.trusts(last)) {
            complete.add(new Path(path, edges, true));
            return;
        }
        if (++steps > MAX_STEPS || complete.size() >= MAX_PATHS || path.size() >= MAX_LENGTH) {
            bounded |= steps > MAX_STEPS || complete.size() >= MAX_PATHS;
            deadEnd(path, edges, cut);
            return;
        }
        boolean went = false;
        boolean round = false;
        for (DecodedCertificate issuer : candidates(last)) {
            if (bounded) {
                break;
            }
            if (path.stream().anyMatch(met -> sameSubjectAndKey(met, issuer))) {
                round |= !sameSubjectAndKey(last, issuer) && check(last, issuer) != SignatureCheck.WRONG;
                continue;
            }
            SignatureCheck check = check(last, issuer);
            if (check == SignatureCheck.WRONG) {
                continue;
            }
            went = true;
            path.add(issuer);
            edges.add(check);
            climb(path, edges);
            path.removeLast();
            edges.removeLast();
        }
        if (!went) {
            deadEnd(path, edges, bounded ? cut : round ? loops : Set.of());
        }
    }

    /** @param why where to note the reason for which it ends, other than that no issuer is at hand; unmodifiable for that one */
    private void deadEnd(List<DecodedCertificate> path, List<SignatureCheck> edges, Set<Path> why) {
        if ((complete.isEmpty() || everyEnd) && deadEnds.size() < MAX_PATHS) {
            Path end = new Path(path, edges, false);
            deadEnds.add(end);
            if (why == cut || why == loops) {
                why.add(end);
            }
        }
    }

    private List<DecodedCertificate> candidates(DecodedCertificate certificate) {
        Optional<DerNode> name = certificate.issuer();
        if (name.isEmpty()) {
            return List.of();
        }
        Optional<String> wanted = certificate.facts().authorityKeyId();
        return bySubject.getOrDefault(NameComparison.key(name.get()), List.of()).stream()
                .sorted(Comparator.<DecodedCertificate>comparingInt(issuer -> anchors.trusts(issuer) ? 0 : 1)
                        .thenComparingInt(issuer -> keyRank(wanted, issuer.facts().subjectKeyId())))
                .toList();
    }

    /** A key identifier that fits first, then issuers that tell none, then those of another key. */
    private static int keyRank(Optional<String> wanted, Optional<String> actual) {
        if (wanted.isEmpty() || actual.isEmpty()) {
            return 1;
        }
        return wanted.equals(actual) ? 0 : 2;
    }

    private SignatureCheck check(DecodedCertificate certificate, DecodedCertificate issuer) {
        String edge = edge(certificate, issuer);
        SignatureCheck known = checked.get(edge);
        if (known != null) {
            return known;
        }
        if (++signatures > MAX_SIGNATURES) {
            bounded = true;
            return SignatureCheck.WRONG;
        }
        SignatureCheck check = Signatures.check(certificate, issuer);
        checked.put(edge, check);
        return check;
    }

    private static String edge(DecodedCertificate certificate, DecodedCertificate issuer) {
        return certificate.facts().sha256().orElse("") + issuer.facts().sha256().orElse("");
    }

    private static boolean sameSubjectAndKey(DecodedCertificate one, DecodedCertificate other) {
        if (one.sameCertificate(other)) {
            return true;
        }
        return one.subject().isPresent() && other.subject().isPresent() && one.publicKey().isPresent() && other.publicKey().isPresent()
                && java.util.Arrays.equals(one.publicKey().get().encoded(), other.publicKey().get().encoded())
                && NameComparison.key(one.subject().get()).equals(NameComparison.key(other.subject().get()));
    }
}
