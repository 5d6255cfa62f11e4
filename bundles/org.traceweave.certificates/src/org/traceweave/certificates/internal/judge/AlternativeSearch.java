package org.traceweave.certificates.internal.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainAlternative.End;
import org.traceweave.certificates.ChainAlternatives;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.ChainLink.IssuerMatch;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.certificates.MissingIssuer.Kind;
import org.traceweave.certificates.MissingIssuer.Source;
import org.traceweave.certificates.ReportedIssuer;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.internal.chain.ChainSearch;
import org.traceweave.certificates.internal.chain.Signatures;

/** Tells of each path that was found how its certificates hang together and where it ends. */
public final class AlternativeSearch {

    private static final Comparator<ChainAlternative> BEST_FIRST = Comparator.<ChainAlternative>comparingInt(each -> each.end().ordinal())
            .thenComparingInt(each -> each.links().size());

    private final PathSearch search;
    private final Map<String, String> reported = new HashMap<>();

    private AlternativeSearch(PathSearch search, Collection<ReportedIssuer> reports) {
        this.search = search;
        reports.forEach(report -> reported.putIfAbsent(report.certificate(), report.issuer()));
    }

    public static ChainAlternatives of(DecodedCertificate leaf, Collection<DecodedCertificate> pool, TrustAnchors anchors,
            Collection<ReportedIssuer> reports) {
        PathSearch search = new PathSearch(pool, anchors);
        AlternativeSearch alternatives = new AlternativeSearch(search, reports);
        List<ChainAlternative> found = search.all(leaf).stream().map(alternatives::alternative).sorted(BEST_FIRST).toList();
        return new ChainAlternatives(found, search.exhaustive());
    }

    private ChainAlternative alternative(Path path) {
        List<ChainLink> links = new ArrayList<>();
        for (int i = 0; i < path.edges().size(); i++) {
            links.add(new ChainLink(path.get(i), ChainSearch.match(path.get(i), path.get(i + 1)), path.edges().get(i)));
        }
        DecodedCertificate last = path.certificates().getLast();
        if (AuthorityCheck.selfIssued(last)) {
            SignatureCheck own = Signatures.check(last, last);
            if (own != SignatureCheck.WRONG || path.anchored()) {
                links.add(new ChainLink(last, IssuerMatch.SELF, own));
                return new ChainAlternative(links, path.anchored() ? End.TRUSTED : End.ROOT, Optional.empty());
            }
        }
        links.add(new ChainLink(last, IssuerMatch.MISSING, SignatureCheck.UNCHECKED));
        if (path.anchored()) {
            return new ChainAlternative(links, End.TRUSTED, Optional.empty());
        }
        if (search.gaveUpAt(path) || search.loopsAt(path)) {
            return new ChainAlternative(links, search.loopsAt(path) ? End.LOOP : End.BOUND, Optional.empty());
        }
        return new ChainAlternative(links, End.MISSING_ISSUER, Optional.of(missing(last)));
    }

    private MissingIssuer missing(DecodedCertificate last) {
        List<Source> sources = new ArrayList<>();
        Optional<String> thumbprint = last.facts().sha1().map(reported::get);
        thumbprint.ifPresent(value -> sources.add(new Source(Kind.FILE_REFERENCE, value)));
        last.facts().authorityKeyId().ifPresent(value -> sources.add(new Source(Kind.AUTHORITY_KEY_ID, value)));
        ChainSearch.issuerSerial(last).ifPresent(value -> sources.add(new Source(Kind.AUTHORITY_SERIAL, value)));
        last.facts().issuerUrls().forEach(value -> sources.add(new Source(Kind.ISSUER_URL, value)));
        last.facts().issuer().ifPresent(value -> sources.add(new Source(Kind.ISSUER_NAME, value)));
        return new MissingIssuer(last.facts().issuer(), last.facts().authorityKeyId(), ChainSearch.issuerSerial(last), thumbprint, sources,
                search.otherKeys(last));
    }
}
