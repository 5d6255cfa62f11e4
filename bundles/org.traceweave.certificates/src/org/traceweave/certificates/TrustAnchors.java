package org.traceweave.certificates;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates a relying party trusts, as bytes where they are at hand and by thumbprint where a list tells no more
 * ({@code certutil -store} prints no bytes). Immutable.
 */
public final class TrustAnchors {

    private static final TrustAnchors NONE = new TrustAnchors(List.of(), Set.of());

    private final List<DecodedCertificate> certificates;
    private final Set<String> sha1;
    private final Set<String> sha256 = new HashSet<>();

    private TrustAnchors(Collection<DecodedCertificate> certificates, Set<String> sha1) {
        this.certificates = List.copyOf(certificates);
        this.sha1 = Set.copyOf(sha1);
        this.certificates.forEach(certificate -> certificate.facts().sha256().ifPresent(sha256::add));
    }

    public static TrustAnchors none() {
        return NONE;
    }

    public static TrustAnchors of(Collection<DecodedCertificate> certificates) {
        return new TrustAnchors(certificates, Set.of());
    }

    /** Everything that at least one of the lists has. */
    public static TrustAnchors ofLists(Collection<TrustList> lists) {
        Set<String> thumbprints = new HashSet<>();
        lists.forEach(list -> list.entries().forEach(entry -> entry.sha1().ifPresent(thumbprints::add)));
        return new TrustAnchors(lists.stream().flatMap(list -> list.certificates().stream()).toList(), thumbprints);
    }

    /** Everything that one of both trusts. */
    public TrustAnchors and(TrustAnchors other) {
        if (isEmpty()) {
            return other;
        }
        Set<String> thumbprints = new HashSet<>(sha1);
        thumbprints.addAll(other.sha1);
        return other.isEmpty() ? this
                : new TrustAnchors(Stream.concat(certificates.stream(), other.certificates.stream()).toList(), thumbprints);
    }

    /** Those whose bytes are at hand. */
    public List<DecodedCertificate> certificates() {
        return certificates;
    }

    public boolean trusts(DecodedCertificate certificate) {
        return certificate.facts().sha256().filter(sha256::contains).isPresent()
                || certificate.facts().sha1().filter(sha1::contains).isPresent();
    }

    /** Whether everything that {@code other} trusts is trusted by this too. */
    public boolean coversAll(TrustAnchors other) {
        Set<String> own = new HashSet<>(sha1);
        certificates.forEach(certificate -> certificate.facts().sha1().ifPresent(own::add));
        return own.containsAll(other.sha1) && other.certificates.stream().allMatch(this::trusts);
    }

    public boolean isEmpty() {
        return certificates.isEmpty() && sha1.isEmpty();
    }
}
