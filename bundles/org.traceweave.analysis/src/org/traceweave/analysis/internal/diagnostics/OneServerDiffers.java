package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSetting;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SoftwareSide;

/** {@code pool.one-server-differs}: one server of a pool has nearly all failures. */
public final class OneServerDiffers implements Diagnostic {

    private static final double NEARLY_ALL = 0.8;
    private static final double TIMES_AS_OFTEN = 5;

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("pool.one-server-differs", "One server differs",
            "Tells that one server of a pool has nearly all failures, and what is different there.",
            List.of("sign-ins on several servers"), List.of(new DiagnosticSetting("users", 3, "how many users must have failed on the one server")));

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        Map<String, List<SignIn>> byHost = new LinkedHashMap<>();
        for (SignIn signIn : context.signIns()) {
            if (signIn.kind() == SignInKind.SIGN_IN && !signIn.hosts().isEmpty()) {
                byHost.computeIfAbsent(signIn.hosts().getLast(), absent -> new ArrayList<>()).add(signIn);
            }
        }
        if (byHost.size() < 2) {
            return FindingBuilder.notApplicable(DESCRIPTION, "Sign-ins of fewer than two servers are in the case.", DESCRIPTION.needs());
        }
        long all = byHost.values().stream().flatMap(List::stream).filter(SignIn::isFailure).count();
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<SignIn>> host : byHost.entrySet()) {
            List<SignIn> failed = host.getValue().stream().filter(SignIn::isFailure).toList();
            List<SignIn> others = byHost.entrySet().stream().filter(each -> !each.getKey().equals(host.getKey())).flatMap(each -> each.getValue().stream()).toList();
            double rate = (double) failed.size() / host.getValue().size();
            double otherRate = others.stream().filter(SignIn::isFailure).count() / (double) others.size();
            boolean many = failed.stream().map(SignIn::user).distinct().count() >= context.setting("users") && others.size() >= failed.size();
            if (many && failed.size() >= NEARLY_ALL * all && rate > TIMES_AS_OFTEN * otherRate) {
                findings.add(finding(context, host.getKey(), failed, others));
            }
        }
        return findings.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "Failures are not bound to one server.") : findings;
    }

    private static Finding finding(DiagnosticContext context, String host, List<SignIn> failed, List<SignIn> others) throws IOException {
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                .summary(Words.count(failed.size(), "failing sign-in") + " of " + Words.list(SignInRule.users(failed)) + " met " + host + "; the other servers have hardly any.")
                .explanation(differences(context, failed, others))
                .remedy("Compare the certificates (Get-CsCertificate) and versions (Get-CsServerPatchVersion) of the servers; take " + host + " out of the pool's DNS until it is mended.")
                .captureAdvice("certutil -store My and Get-CsServerPatchVersion on every server of the pool").confidence(0.7).subject(host);
        failed.forEach(signIn -> {
            finding.signIn(signIn);
            SignInRule.ending(signIn).ifPresent(finding::evidence);
        });
        return finding.build();
    }

    /** Certificates and versions that only this server has. */
    private static String differences(DiagnosticContext context, List<SignIn> failed, List<SignIn> others) throws IOException {
        Set<String> certificatesElsewhere = others.stream().flatMap(signIn -> signIn.certificates().stream()).collect(Collectors.toSet());
        Set<String> only = failed.stream().filter(signIn -> !signIn.certificates().isEmpty()).map(signIn -> signIn.certificates().getFirst())
                .filter(sha1 -> !certificatesElsewhere.contains(sha1)).collect(Collectors.toSet());
        List<String> names = context.certificates().stream().filter(each -> each.sha1().filter(only::contains).isPresent())
                .map(each -> RefusedCertificates.shortName(each.subject()) + each.signatureHash().map(hash -> " (" + hash + ")").orElse("")).toList();
        Set<String> versionsElsewhere = versions(others);
        List<String> versions = versions(failed).stream().filter(version -> !versionsElsewhere.contains(version)).toList();
        String certificates = names.isEmpty() ? "" : "Only this server presents the certificate " + Words.list(names) + ". ";
        String servers = versions.isEmpty() ? "" : "Only this server runs " + Words.list(versions) + ". ";
        return certificates.isEmpty() && servers.isEmpty() ? "What is different there does not stand in this case." : (certificates + servers).strip();
    }

    private static Set<String> versions(List<SignIn> signIns) {
        return signIns.stream().flatMap(signIn -> signIn.versions().stream()).filter(version -> version.side() == SoftwareSide.SERVER)
                .map(version -> version.product() + " " + version.version()).collect(Collectors.toSet());
    }

}
