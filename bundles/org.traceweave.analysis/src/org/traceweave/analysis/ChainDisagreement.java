package org.traceweave.analysis;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.CertificateOpinions.OfPeer;
import org.traceweave.analysis.CertificateOpinions.OfWindows;
import org.traceweave.analysis.CertificateOpinions.Reaction;
import org.traceweave.certificates.ChainLink;
import org.traceweave.model.Evidence;

/**
 * Where what was computed for a certificate of a chain, what Windows said of it and what peers did with it do not agree: that is the diagnosis.
 *
 * @param who the machine or peer that sees it otherwise
 * @param evidence where it said so
 */
public record ChainDisagreement(Kind kind, String who, Evidence evidence) {

    /** What the difference means, by what an engineer looks at next. */
    public enum Kind {
        /** The chain reaches this root; the machine does not have it among its trusted roots. */
        ROOT_NOT_TRUSTED_THERE,
        /** The issuer is at hand; the machine did not find it. */
        ISSUER_NOT_FOUND_THERE,
        /** The issuer is not at hand; the machine had it. */
        ISSUER_KNOWN_THERE,
        /** The signature is right; the machine's policy refuses its kind. */
        WEAK_THERE,
        /** The signature is right; the machine checked it against another issuer's key. */
        OTHER_ISSUER_THERE,
        /** One machine finds something wrong where another finds nothing. */
        MACHINES_DIFFER,
        /** Windows finds nothing wrong; a peer refused it all the same. */
        PEER_REFUSES,
        /** One kind of peer refused what another kind took. */
        PEERS_DIFFER
    }

    private static final String WEAK = "HAS_WEAK_SIGNATURE";
    private static final String UNTRUSTED_ROOT = "IS_UNTRUSTED_ROOT";
    private static final String PARTIAL_CHAIN = "IS_PARTIAL_CHAIN";
    private static final String WRONG_SIGNATURE = "IS_NOT_SIGNATURE_VALID";

    /** All that do not agree about one certificate of a chain. */
    public static List<ChainDisagreement> about(ChainLink link, CertificateOpinions opinions) {
        List<ChainDisagreement> found = new ArrayList<>();
        for (OfWindows said : opinions.windows()) {
            ofMachine(link, said, found);
        }
        boolean good = opinions.windows().stream().anyMatch(said -> said.trustErrors().isEmpty());
        opinions.windows().stream().filter(said -> good && !said.trustErrors().isEmpty())
                .forEach(said -> found.add(new ChainDisagreement(Kind.MACHINES_DIFFER, said.host(), said.evidence())));
        boolean windowsGood = !opinions.windows().isEmpty() && opinions.windows().stream().allMatch(said -> said.trustErrors().isEmpty());
        boolean taken = opinions.peers().stream().anyMatch(peer -> peer.reaction() == Reaction.ACCEPTED);
        for (OfPeer peer : opinions.peers()) {
            if (peer.reaction() == Reaction.REFUSED && (windowsGood || taken)) {
                found.add(new ChainDisagreement(windowsGood ? Kind.PEER_REFUSES : Kind.PEERS_DIFFER, peer.who(), peer.evidence()));
            }
        }
        return found;
    }

    private static void ofMachine(ChainLink link, OfWindows said, List<ChainDisagreement> found) {
        boolean verified = link.signature() == ChainLink.SignatureCheck.VERIFIED;
        List<String> errors = said.trustErrors();
        if (errors.contains(UNTRUSTED_ROOT) && link.issuer() == ChainLink.IssuerMatch.SELF && verified) {
            found.add(new ChainDisagreement(Kind.ROOT_NOT_TRUSTED_THERE, said.host(), said.evidence()));
        }
        if (errors.contains(PARTIAL_CHAIN) && link.issuer() != ChainLink.IssuerMatch.MISSING) {
            found.add(new ChainDisagreement(Kind.ISSUER_NOT_FOUND_THERE, said.host(), said.evidence()));
        }
        if (!errors.contains(PARTIAL_CHAIN) && link.issuer() == ChainLink.IssuerMatch.MISSING) {
            found.add(new ChainDisagreement(Kind.ISSUER_KNOWN_THERE, said.host(), said.evidence()));
        }
        if (errors.contains(WEAK) && verified) {
            found.add(new ChainDisagreement(Kind.WEAK_THERE, said.host(), said.evidence()));
        }
        if (errors.contains(WRONG_SIGNATURE) && !errors.contains(WEAK) && verified) {
            found.add(new ChainDisagreement(Kind.OTHER_ISSUER_THERE, said.host(), said.evidence()));
        }
    }
}
