package org.traceweave.certificates.internal.judge;

import static org.traceweave.certificates.internal.judge.Rfc5280.section;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/**
 * Certificate policies, where a CA demands one (requireExplicitPolicy). The valid policies are kept as a set rather than a tree (RFC 9618), so
 * that hostile mappings cost nothing; any policy satisfies, as nobody asked for one in particular.
 */
final class PolicyCheck {

    private static final String ANY_POLICY = "2.5.29.32.0";
    private static final String SOURCE = section("6.1") + "; RFC 9618";
    private static final int NEVER = Integer.MAX_VALUE;

    private final Findings findings;
    private Set<String> valid = Set.of(ANY_POLICY);
    private int explicitIn = NEVER;
    private int noMappingIn = NEVER;
    private int noAnyIn = NEVER;

    private PolicyCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(Path path, Findings findings) {
        PolicyCheck check = new PolicyCheck(findings);
        int top = path.anchored() ? path.size() - 2 : path.size() - 1;
        for (int i = top; i >= 0; i--) {
            try {
                check.step(path.get(i), i);
            } catch (DerException e) {
                findings.refuse(i, "policies", "undecodable policy extension: " + e.getMessage(), SOURCE);
                return;
            }
        }
    }

    private void step(DecodedCertificate certificate, int i) throws DerException {
        boolean selfIssued = AuthorityCheck.selfIssued(certificate);
        policies(certificate, i, selfIssued);
        if (explicitIn == 0 && valid.isEmpty()) {
            findings.refuse(i, "policies", "a CA above demands a certificate policy and none is valid here", SOURCE);
        }
        if (i == 0) {
            constraints(certificate);
            if (explicitIn == 0 && valid.isEmpty()) {
                findings.refuse(i, "policies", "it demands a certificate policy and none is valid", SOURCE);
            }
            return;
        }
        mappings(certificate, i);
        if (!selfIssued) {
            explicitIn = less(explicitIn);
            noMappingIn = less(noMappingIn);
            noAnyIn = less(noAnyIn);
        }
        constraints(certificate);
    }

    private void policies(DecodedCertificate certificate, int i, boolean selfIssued) throws DerException {
        var extension = certificate.extension(Rfc5280.CERTIFICATE_POLICIES);
        if (extension.isEmpty()) {
            valid = Set.of();
            return;
        }
        Set<String> own = new HashSet<>();
        for (DerNode policy : extension.get().content().children()) {
            own.add(DerValues.oid(DerValues.child(policy, 0, "policy")));
        }
        boolean any = own.remove(ANY_POLICY) && (noAnyIn > 0 || i > 0 && selfIssued);
        if (valid.contains(ANY_POLICY)) {
            Set<String> next = new HashSet<>(own);
            if (any) {
                next.add(ANY_POLICY);
            }
            valid = next;
        } else if (!any) {
            Set<String> next = new HashSet<>(valid);
            next.retainAll(own);
            valid = next;
        }
    }

    private void mappings(DecodedCertificate certificate, int i) throws DerException {
        var extension = certificate.extension(Rfc5280.POLICY_MAPPINGS);
        if (extension.isEmpty()) {
            return;
        }
        Set<String> next = new HashSet<>(valid);
        Set<String> mapped = new HashSet<>();
        for (DerNode mapping : extension.get().content().children()) {
            String issuerPolicy = DerValues.oid(DerValues.child(mapping, 0, "policy"));
            String subjectPolicy = DerValues.oid(DerValues.child(mapping, 1, "policy"));
            if (issuerPolicy.equals(ANY_POLICY) || subjectPolicy.equals(ANY_POLICY)) {
                findings.refuse(i, "policies", "a policy mapping to or from any policy", SOURCE);
            } else if (valid.contains(issuerPolicy) || valid.contains(ANY_POLICY)) {
                next.remove(issuerPolicy);
                mapped.add(subjectPolicy);
            }
        }
        if (noMappingIn > 0) {
            next.addAll(mapped);
        }
        valid = next;
    }

    private void constraints(DecodedCertificate certificate) throws DerException {
        var constraints = certificate.extension(Rfc5280.POLICY_CONSTRAINTS);
        List<DerNode> parts = constraints.map(extension -> extension.content().children()).orElse(List.of());
        for (DerNode part : parts) {
            int skip = DerValues.smallInteger(part);
            if (part.isContext(0)) {
                explicitIn = Math.min(explicitIn, skip);
            } else if (part.isContext(1)) {
                noMappingIn = Math.min(noMappingIn, skip);
            }
        }
        var inhibit = certificate.extension(Rfc5280.INHIBIT_ANY_POLICY);
        if (inhibit.isPresent()) {
            noAnyIn = Math.min(noAnyIn, DerValues.smallInteger(inhibit.get().content()));
        }
    }

    private static int less(int count) {
        return count == NEVER || count <= 0 ? count : count - 1;
    }
}
