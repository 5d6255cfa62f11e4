package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainAlternatives;
import org.traceweave.certificates.ChainJudge;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.certificates.PathVerdicts;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.FindingForm;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.UtcTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code judge}: what each kind of client would make of the chains of a case or of certificate files, as of a date and a policy. */
@Command(name = "judge", mixinStandardHelpOptions = true,
        description = "Says what Windows, Edge, Chrome and strict clients make of the chains of a case or of certificate files, as of a date.")
public final class JudgeVerb implements Verb {

    private static final int SHORTEST_PREFIX = 4;

    @Parameters(arity = "0..*", paramLabel = "CASE|FILE", description = "case folders, with their trust lists, or certificate files")
    private List<Path> paths = List.of();

    @Option(names = "--leaf", paramLabel = "SHA1",
            description = "judge this certificate, named by its thumbprint or the beginning of it (default: all that are "
            + "no CA's)")
    private Optional<String> leaf = Optional.empty();

    @Option(names = "--name", paramLabel = "HOST", description = "the name that clients ask for")
    private List<String> names = List.of();

    @Option(names = "--client-certificate", description = "judge for a client's certificate instead of a server's")
    private boolean client;

    @Mixin
    private TrustOptions trust;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    private TrustAnchors trusted = TrustAnchors.none();
    private TrustAnchors publicRoots = TrustAnchors.none();

    @Override
    public int run(VerbSession session) throws IOException {
        if (trust.listPolicies) {
            trust.printPolicies(session.shown(options.zone));
            return CommandLine.DONE;
        }
        if (paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Nothing to judge is named; give a case or certificate files");
        }
        List<ChainPolicy> policies = trust.policies(spec.commandLine());
        trusted = trust.trusted(session);
        publicRoots = trust.publicRoots(session);
        List<DecodedCertificate> all = certificates(session);
        List<Finding> findings = new ArrayList<>();
        for (DecodedCertificate each : leaves(all)) {
            PolicyQuestion question = new PolicyQuestion(each, all, trusted, publicRoots, trust.at().orElseGet(() -> UtcTime.of(Instant.now())),
                    names,
                    client ? Usage.CLIENT : Usage.SERVER);
            List<PathVerdicts> verdicts = policies.stream().map(policy -> ChainJudge.by(policy, question)).toList();
            if (options.json) {
                for (int i = 0; i < policies.size(); i++) {
                    findings.add(finding(each.facts(), policies.get(i), verdicts.get(i).best()));
                }
            } else {
                print(session.shown(options.zone), each, all, policies, verdicts);
            }
        }
        if (options.json) {
            session.json(findings, FindingForm.FORM, options.evidence());
        }
        return CommandLine.DONE;
    }

    private List<DecodedCertificate> certificates(VerbSession session) throws IOException {
        List<DecodedCertificate> all = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (VerbSession.isCase(path)) {
                all.addAll(ofCase(session, session.open(path)));
            } else {
                files.add(path);
            }
        }
        if (!files.isEmpty()) {
            all.addAll(ofCase(session, session.open(files)));
        }
        if (all.isEmpty()) {
            throw new CaseException("There is no certificate whose bytes are in " + paths.getFirst() + (paths.size() > 1 ? " or the others" : "")
                    + ".");
        }
        return all;
    }

    private List<DecodedCertificate> ofCase(VerbSession session, Case of) throws IOException {
        trusted = trusted.and(of.trustLists().machines());
        publicRoots = publicRoots.and(of.trustLists().publicRoots());
        of.trustLists().problem().ifPresent(session.err()::println);
        CaseAnalysis analysis = session.engine().analyse(of);
        List<DecodedCertificate> found = new ArrayList<>();
        for (Certificate certificate : analysis.certificates(session.cancel())) {
            if (certificate.sha1().isPresent()) {
                analysis.der(certificate.sha1().get(), session.cancel()).map(CertificateDecoder::examine).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<DecodedCertificate> leaves(List<DecodedCertificate> all) throws CaseException {
        if (leaf.isEmpty()) {
            List<DecodedCertificate> ends = all.stream().filter(each -> !each.facts().isCa().orElse(false) && !issues(each, all)).toList();
            return ends.isEmpty() ? all : ends;
        }
        String wanted = leaf.get().replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        List<DecodedCertificate> chosen = all.stream().filter(each -> each.facts().sha1().filter(sha1 -> sha1.startsWith(wanted)).isPresent())
                .toList();
        if (wanted.length() < SHORTEST_PREFIX || chosen.isEmpty()) {
            throw new CaseException("No certificate at hand has a thumbprint that begins with " + wanted
                    + "; \"traceweave certificates\" lists them.");
        }
        return chosen;
    }

    /** Whether a certificate without basic constraints has issued another, as old roots have. */
    private static boolean issues(DecodedCertificate issuer, List<DecodedCertificate> all) {
        return all.stream().anyMatch(each -> !each.sameCertificate(issuer) && issuer.facts().subject().isPresent()
                && each.facts().issuer().equals(issuer.facts().subject()));
    }

    private Finding finding(Certificate about, ChainPolicy policy, ChainVerdict verdict) {
        String thumbprint = about.sha1().orElse("");
        Severity severity = switch (verdict.verdict()) {
            case ACCEPTED -> Severity.OK;
            case REFUSED -> Severity.WARNING;
            case UNKNOWN -> Severity.INFO;
        };
        String title = policy.title() + ": " + verdict.verdict().name().toLowerCase(Locale.ROOT);
        return new Finding("chain.verdict@" + thumbprint + "/" + policy.id(), "chain.verdict", severity, title,
                about.subject().orElse("A certificate without a name") + ": " + verdict.verdict().name().toLowerCase(Locale.ROOT) + " by "
                        + policy.title() + ".",
                String.join("\n", VerdictText.reasons(verdict)), "", "", 1, List.of(thumbprint, policy.id()), List.of(), Optional.empty(), List.of(),
                        List.of(), 0,
                List.of(), List.of());
    }

    private void print(Shown shown, DecodedCertificate about, List<DecodedCertificate> all, List<ChainPolicy> policies, List<PathVerdicts> verdicts) {
        shown.line(about.facts().subject().orElse("(no subject)") + "  " + about.facts().sha1().orElse(""));
        ChainAlternatives ways = ChainAlternatives.of(about, all, trusted.and(publicRoots), List.of());
        for (ChainAlternative way : ways.alternatives()) {
            way.links().stream().skip(1).forEach(link -> shown.line("    ^ " + link.certificate().facts().subject().orElse("(no subject)")
                    + (link.issuer() == ChainLink.IssuerMatch.SELF ? "  (root)" : "")));
            shown.wrapped("    = ", end(way));
        }
        VerdictText.print(shown, policies, verdicts);
        shown.line("");
    }

    private static String end(ChainAlternative way) {
        return switch (way.end()) {
            case TRUSTED -> "trusted";
            case ROOT -> "a root that no trust list at hand has";
            case LOOP -> "its issuers lead round in a circle";
            case BOUND -> "too many ways; the search ended here";
            case MISSING_ISSUER -> "missing: " + way.missing().map(JudgeVerb::missing).orElse("its issuer");
        };
    }

    private static String missing(MissingIssuer issuer) {
        return issuer.name().orElse("an issuer without a name") + issuer.keyId().map(id -> ", key identifier " + id).orElse("")
                + issuer.serial().map(serial -> ", serial number " + serial).orElse("")
                + (issuer.otherKeys().isEmpty() ? "" : "; " + issuer.otherKeys().size() + " of that name at hand have another key");
    }
}
