package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.ChainAlternative.End;
import org.traceweave.certificates.ChainLink.IssuerMatch;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.MissingIssuer.Kind;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** All ways upwards: cross-signed certificates, gaps, circles. */
class ChainAlternativesTest {

    private static final IssuedCertificate OLD_ROOT = authority("CN=Old Root", 1).make();
    private static final IssuedCertificate NEW_ROOT = authority("CN=New Root", 2).make();
    private static final IssuedCertificate NEW_BY_OLD = authority("CN=New Root", 2).issuedBy(OLD_ROOT).make();
    private static final IssuedCertificate LEAF = CertificateMaker.subject("CN=fe01").key(SampleKeys.rsa(3)).issuedBy(NEW_ROOT).make();

    private static CertificateMaker authority(String name, int key) {
        return CertificateMaker.subject(name).key(SampleKeys.rsa(key)).authority();
    }

    private static DecodedCertificate decoded(IssuedCertificate certificate) {
        return CertificateDecoder.examine(certificate.der());
    }

    private static ChainAlternatives of(IssuedCertificate leaf, TrustAnchors anchors, IssuedCertificate... pool) {
        return ChainAlternatives.of(decoded(leaf), Stream.of(pool).map(ChainAlternativesTest::decoded).toList(), anchors, List.of());
    }

    private static List<String> names(ChainAlternative way) {
        return way.links().stream().map(link -> link.certificate().facts().subject().orElseThrow()).toList();
    }

    @Test
    void a_cross_signed_certificate_gives_two_ways() {
        ChainAlternatives ways = of(LEAF, TrustAnchors.none(), LEAF, NEW_ROOT, NEW_BY_OLD, OLD_ROOT);
        assertEquals(List.of(List.of("CN=fe01", "CN=New Root"), List.of("CN=fe01", "CN=New Root", "CN=Old Root")),
                ways.alternatives().stream().map(ChainAlternativesTest::names).toList());
        assertTrue(ways.complete());
        assertTrue(ways.alternatives().stream().allMatch(way -> way.end() == End.ROOT));
        assertTrue(ways.alternatives().stream().flatMap(way -> way.links().stream()).allMatch(link -> link.signature() == SignatureCheck.VERIFIED));
        assertEquals(IssuerMatch.KEY, ways.alternatives().getFirst().links().getFirst().issuer());
    }

    @Test
    void the_trusted_way_comes_first_however_long_it_is() {
        ChainAlternatives ways = of(LEAF, TrustAnchors.of(List.of(decoded(OLD_ROOT))), NEW_ROOT, NEW_BY_OLD);
        assertEquals(End.TRUSTED, ways.alternatives().getFirst().end());
        assertEquals(List.of("CN=fe01", "CN=New Root", "CN=Old Root"), names(ways.alternatives().getFirst()));
        assertEquals(End.ROOT, ways.alternatives().get(1).end());
    }

    @Test
    void a_missing_issuer_is_named_with_all_that_is_known_of_it() {
        ChainAlternatives ways = ChainAlternatives.of(decoded(LEAF), List.of(), TrustAnchors.none(), List.of(new ReportedIssuer(LEAF.sha1(),
                NEW_ROOT.sha1())));
        assertEquals(End.MISSING_ISSUER, ways.alternatives().getFirst().end());
        MissingIssuer missing = ways.alternatives().getFirst().missing().orElseThrow();
        assertEquals(Optional.of("CN=New Root"), missing.name());
        assertEquals(decoded(NEW_ROOT).facts().subjectKeyId(), missing.keyId());
        assertEquals(Optional.of(NEW_ROOT.sha1()), missing.sha1());
        assertEquals(List.of(Kind.FILE_REFERENCE, Kind.AUTHORITY_KEY_ID, Kind.ISSUER_NAME),
                missing.knownFrom().stream().map(MissingIssuer.Source::kind).toList());
    }

    @Test
    void a_certificate_of_the_same_name_with_another_key_is_told_beside_the_gap() {
        IssuedCertificate stale = authority("CN=New Root", 5).make();
        MissingIssuer missing = of(LEAF, TrustAnchors.none(), stale).alternatives().getFirst().missing().orElseThrow();
        assertEquals(List.of(stale.sha1()), missing.otherKeys().stream().map(each -> each.facts().sha1().orElseThrow()).toList());
    }

    @Test
    void issuers_that_lead_round_in_a_circle_are_no_gap() {
        IssuedCertificate oldByNew = authority("CN=Old Root", 1).issuedBy(NEW_ROOT).make();
        ChainAlternatives ways = of(LEAF, TrustAnchors.none(), NEW_BY_OLD, oldByNew);
        assertEquals(List.of(End.LOOP), ways.alternatives().stream().map(ChainAlternative::end).toList());
        assertTrue(ways.alternatives().getFirst().missing().isEmpty());
    }

    @Test
    void an_anchor_known_by_its_thumbprint_alone_ends_the_way() throws Exception {
        TrustList list = TrustLists.read("root.txt", MadeTrustLists.englishCertutil().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        IssuedCertificate leaf = CertificateMaker.subject("CN=x").key(SampleKeys.rsa(3)).issuedBy(MadeTrustLists.ROOT).make();
        assertEquals(End.TRUSTED, of(leaf, TrustAnchors.ofLists(List.of(list)), MadeTrustLists.ROOT).alternatives().getFirst().end());
    }

    @Test
    void a_hostile_net_of_cross_signatures_is_bounded() {
        IssuedCertificate[] net = new IssuedCertificate[64];
        for (int i = 0; i < net.length; i++) {
            IssuedCertificate signer = authority("CN=Node " + (i / 8 + 1), (i / 8 + 1) % 8).make();
            net[i] = authority("CN=Node " + i / 8, (i / 8) % 8).serial(java.math.BigInteger.valueOf(i + 1)).issuedBy(signer).make();
        }
        ChainAlternatives ways = of(net[0], TrustAnchors.none(), net);
        assertTrue(ways.alternatives().size() <= 64, () -> ways.alternatives().size() + " ways");
    }
}
