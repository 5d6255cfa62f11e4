package org.traceweave.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.internal.diagnostics.DeviceName;
import org.traceweave.cases.CancelSignal;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/**
 * What is said of one certificate by those that judged it: Windows on each machine, by its CAPI2 log, and each kind of client or server
 * that was shown it in a handshake, by what it did next. Where they differ lies the diagnosis.
 */
public record CertificateOpinions(List<OfWindows> windows, List<OfPeer> peers) {

    /** What a peer did when it had seen the certificate. */
    public enum Reaction {
        /** It went on. */
        ACCEPTED,
        /** It sent an alert, or said no. */
        REFUSED,
        /** It said nothing more. */
        FELL_SILENT
    }

    /**
     * What one machine's Windows said, {@code count} times alike. {@code trustErrors}: CERT_TRUST_ names without that prefix, none where it
     * found nothing wrong; {@code meanings}: the same in words; {@code evidence}: the first time.
     */
    public record OfWindows(String host, List<String> trustErrors, List<String> meanings, Optional<String> revocation, long count, Evidence evidence) {

        public OfWindows {
            trustErrors = List.copyOf(trustErrors);
            meanings = List.copyOf(meanings);
        }
    }

    /** What one kind of peer did, {@code count} times alike. {@code who}: a device or a server; {@code reason}: its alert, if it sent one. */
    public record OfPeer(String who, Reaction reaction, Optional<String> reason, long count, Evidence evidence) {
    }

    public CertificateOpinions {
        windows = List.copyOf(windows);
        peers = List.copyOf(peers);
    }

    /** Nobody said anything. */
    public boolean isEmpty() {
        return windows.isEmpty() && peers.isEmpty();
    }

    /** Whether somebody accepts it and somebody does not. */
    public boolean differ() {
        boolean good = windows.stream().anyMatch(each -> each.trustErrors().isEmpty()) || peers.stream().anyMatch(each -> each.reaction() == Reaction.ACCEPTED);
        boolean bad = windows.stream().anyMatch(each -> !each.trustErrors().isEmpty()) || peers.stream().anyMatch(each -> each.reaction() != Reaction.ACCEPTED);
        return good && bad;
    }

    /** The opinions on one certificate, by its SHA-1 thumbprint in lower-case hex. */
    public static CertificateOpinions on(String sha1, CaseAnalysis analysis, CancelSignal cancel) throws IOException {
        return of(sha1, analysis.chainBuilds(cancel), analysis.signIns(cancel));
    }

    static CertificateOpinions of(String sha1, List<ChainBuild> chains, List<SignIn> signIns) {
        return new CertificateOpinions(windows(sha1, chains), peers(sha1, signIns));
    }

    private static List<OfWindows> windows(String sha1, List<ChainBuild> chains) {
        Map<String, OfWindows> alike = new LinkedHashMap<>();
        for (ChainBuild chain : chains) {
            for (ChainElement element : chain.elements()) {
                if (element.thumbprint().filter(sha1::equalsIgnoreCase).isPresent() && !chain.events().isEmpty()) {
                    String host = chain.host().orElse("");
                    alike.merge(host + " " + element.trustErrors() + " " + element.revocation(), new OfWindows(host, element.trustErrors(), element.meanings(),
                            element.revocation(), 1, chain.events().getFirst()), (one, other) -> new OfWindows(one.host, one.trustErrors, one.meanings, one.revocation,
                                    one.count + 1, one.evidence));
                }
            }
        }
        return new ArrayList<>(alike.values());
    }

    private static List<OfPeer> peers(String sha1, List<SignIn> signIns) {
        Map<String, OfPeer> alike = new LinkedHashMap<>();
        for (SignIn signIn : signIns) {
            int place = signIn.kind() == SignInKind.SIGN_IN ? signIn.certificates().indexOf(sha1) : -1;
            if (place >= 0 && !signIn.messages().isEmpty()) {
                // the user's own certificate comes last, and is judged by the server
                boolean ofUser = place > 0 && place == signIn.certificates().size() - 1 && signIn.phase().compareTo(Phase.SERVER_CERTIFICATE) > 0;
                String who = ofUser ? signIn.hosts().isEmpty() ? "" : signIn.hosts().getLast() : signIn.device().map(DeviceName::of).orElse("");
                Reaction reaction = reaction(signIn, ofUser ? Phase.CLIENT_CERTIFICATE : Phase.SERVER_CERTIFICATE);
                Optional<String> reason = reaction == Reaction.REFUSED ? signIn.reason() : Optional.empty();
                alike.merge(who + " " + reaction + " " + reason, new OfPeer(who, reaction, reason, 1, signIn.messages().getLast()),
                        (one, other) -> new OfPeer(one.who, one.reaction, one.reason, one.count + 1, one.evidence));
            }
        }
        return new ArrayList<>(alike.values());
    }

    private static Reaction reaction(SignIn signIn, Phase judged) {
        boolean ended = signIn.phase() == judged && signIn.outcome() != Outcome.SUCCEEDED;
        if (!ended) {
            return Reaction.ACCEPTED;
        }
        boolean alert = signIn.reason().filter(reason -> reason.toLowerCase(Locale.ROOT).startsWith("tls alert")).isPresent();
        return alert || signIn.outcome() == Outcome.FAILED ? Reaction.REFUSED : Reaction.FELL_SILENT;
    }
}
