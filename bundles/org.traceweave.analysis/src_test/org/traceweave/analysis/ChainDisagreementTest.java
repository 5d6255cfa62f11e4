package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.analysis.CertificateOpinions.OfPeer;
import org.traceweave.analysis.CertificateOpinions.OfWindows;
import org.traceweave.analysis.CertificateOpinions.Reaction;
import org.traceweave.analysis.ChainDisagreement.Kind;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.ChainLink.IssuerMatch;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.model.Evidence;

class ChainDisagreementTest {

    private static final Evidence AT = new Evidence("ROOM/CAPI2.evtx", 10, 20, Optional.empty());

    private static ChainLink link(IssuerMatch issuer, SignatureCheck signature) {
        return new ChainLink(CertificateDecoder.examine(new byte[0]), issuer, signature);
    }

    private static OfWindows windows(String host, String... errors) {
        return new OfWindows(host, List.of(errors), List.of(), Optional.empty(), 1, AT);
    }

    private static List<Kind> kinds(ChainLink link, List<OfWindows> windows, List<OfPeer> peers) {
        return ChainDisagreement.about(link, new CertificateOpinions(windows, peers)).stream().map(ChainDisagreement::kind).toList();
    }

    @Test
    void aRootThatOneMachineDoesNotTrustIsMissingThere() {
        assertEquals(List.of(Kind.ROOT_NOT_TRUSTED_THERE), kinds(link(IssuerMatch.SELF, SignatureCheck.VERIFIED),
                List.of(windows("ROOM", "IS_UNTRUSTED_ROOT")), List.of()));
    }

    @Test
    void anIssuerThatIsAtHandAndThatWindowsDidNotFindIsNotInItsStore() {
        assertEquals(List.of(Kind.ISSUER_NOT_FOUND_THERE), kinds(link(IssuerMatch.KEY, SignatureCheck.VERIFIED),
                List.of(windows("ROOM", "IS_PARTIAL_CHAIN")), List.of()));
        assertEquals(List.of(), kinds(link(IssuerMatch.MISSING, SignatureCheck.UNCHECKED), List.of(windows("ROOM", "IS_PARTIAL_CHAIN")), List.of()));
    }

    @Test
    void aWeakSignatureIsAMatterOfThatMachinesPolicyAndNotOfAnotherIssuer() {
        assertEquals(List.of(Kind.WEAK_THERE, Kind.MACHINES_DIFFER), kinds(link(IssuerMatch.KEY, SignatureCheck.VERIFIED),
                List.of(windows("ROOM", "IS_NOT_SIGNATURE_VALID", "HAS_WEAK_SIGNATURE"), windows("FE01")), List.of()));
        assertEquals(List.of(Kind.OTHER_ISSUER_THERE), kinds(link(IssuerMatch.KEY, SignatureCheck.VERIFIED),
                List.of(windows("ROOM", "IS_NOT_SIGNATURE_VALID")), List.of()));
    }

    @Test
    void aPeerThatRefusesWhatWindowsTakesHasItsOwnReasonsAndOneThatAgreesHasNone() {
        OfPeer refuses = new OfPeer("Skype Room System", Reaction.REFUSED, Optional.of("TLS alert 48"), 3, AT);
        ChainLink leaf = link(IssuerMatch.KEY, SignatureCheck.VERIFIED);
        assertEquals(List.of(Kind.PEER_REFUSES), kinds(leaf, List.of(windows("FE01")), List.of(refuses)));
        assertEquals(List.of(), kinds(leaf, List.of(), List.of(refuses)));
        assertEquals(List.of(Kind.PEERS_DIFFER), kinds(leaf, List.of(), List.of(refuses, new OfPeer("Lync", Reaction.ACCEPTED, Optional.empty(), 1, AT))));
        assertEquals(List.of(), kinds(leaf, List.of(windows("FE01")), List.of(new OfPeer("Lync", Reaction.ACCEPTED, Optional.empty(), 1, AT))));
    }
}
