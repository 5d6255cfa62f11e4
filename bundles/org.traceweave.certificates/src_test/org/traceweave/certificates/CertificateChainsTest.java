package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.ChainLink.IssuerMatch;
import org.traceweave.certificates.ChainLink.SignatureCheck;

class CertificateChainsTest {

    @Test
    void the_chains_of_many_are_those_of_each() {
        List<DecodedCertificate> pool = List.of(CertificateDecoder.examine(MadeCertificates.root("SHA256")), CertificateDecoder.examine(MadeCertificates.server("SHA256")));
        var among = CertificateChains.among(pool);
        for (DecodedCertificate each : pool) {
            assertEquals(CertificateChains.chainOf(each, pool), among.apply(each));
        }
    }

    @Test
    void a_chain_goes_up_to_the_root_with_verified_signatures() {
        List<DecodedCertificate> pool = pool("04-sha256-root", "05-sha256-issuing-g2", "06-sha256-fe-under-g2", "01-sha1-root");
        CertificateChain chain = CertificateChains.chainOf(pool.get(2), pool);
        assertEquals(List.of("CN=sfbpool.contoso.local", "DC=contoso,DC=local,CN=contoso-ISSUING-G2", "DC=contoso,DC=local,CN=contoso-ROOT-G2"),
                chain.links().stream().map(link -> link.certificate().facts().subject().orElseThrow()).toList());
        assertTrue(chain.verified());
        assertEquals(List.of(IssuerMatch.KEY, IssuerMatch.KEY, IssuerMatch.SELF), chain.links().stream().map(ChainLink::issuer).toList());
    }

    @Test
    void a_missing_issuer_is_named() {
        List<DecodedCertificate> pool = pool("06-sha256-fe-under-g2", "04-sha256-root");
        CertificateChain chain = CertificateChains.chainOf(pool.getFirst(), pool);
        assertEquals(Optional.of("DC=contoso,DC=local,CN=contoso-ISSUING-G2"), chain.missingIssuer());
        assertTrue(chain.missingKeyId().isPresent());
        assertEquals(IssuerMatch.MISSING, chain.links().getLast().issuer());
        assertFalse(chain.verified());
    }

    @Test
    void a_signature_that_was_changed_does_not_verify() {
        DecodedCertificate root = CertificateDecoder.examine(MadeCertificates.root("SHA256"));
        byte[] changed = MadeCertificates.server("SHA256");
        changed[changed.length - 1] ^= 1;
        DecodedCertificate leaf = CertificateDecoder.examine(changed);
        CertificateChain chain = CertificateChains.chainOf(leaf, List.of(root));
        assertEquals(SignatureCheck.WRONG, chain.links().getFirst().signature());
        assertTrue(CertificateLint.lint(leaf, LintContext.none().withChain(chain), 0).stream().anyMatch(lint -> lint.id().equals("L33")));
    }

    @Test
    void of_two_issuers_with_one_name_the_one_whose_key_fits_is_taken() {
        DecodedCertificate good = CertificateDecoder.examine(MadeCertificates.root("SHA256"));
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        CertificateChain chain = CertificateChains.chainOf(leaf, List.of(good, CertificateDecoder.examine(MadeCertificates.root("SHA1")), leaf));
        assertTrue(chain.verified());
    }

    private static List<DecodedCertificate> pool(String... names) {
        return Stream.of(names).map(name -> Corpus.certificate("synthetic-adcs/" + name + ".pem")).toList();
    }
}
