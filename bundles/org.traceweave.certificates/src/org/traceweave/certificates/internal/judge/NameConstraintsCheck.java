package org.traceweave.certificates.internal.judge;

import static org.traceweave.certificates.internal.judge.Rfc5280.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.StrictProfile;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.x509.DistinguishedName;
import org.traceweave.certificates.internal.x509.GeneralName;

/**
 * RFC 5280 section 4.2.1.10: every name below a CA with name constraints lies in a permitted subtree of its form, if there is one, and in no
 * excluded one. Self-issued certificates are exempt unless they are the leaf.
 */
final class NameConstraintsCheck {

    private static final String RULE = "name-constraints";
    private static final String SOURCE = section("4.2.1.10");
    private static final String MAIL_ADDRESS = "1.2.840.113549.1.9.1";

    private NameConstraintsCheck() {
    }

    static void check(Path path, StrictProfile profile, Findings findings) {
        for (int i = path.size() - 1; i > 0; i--) {
            Optional<Extension> extension = path.get(i).extension(Rfc5280.NAME_CONSTRAINTS);
            if (extension.isEmpty()) {
                continue;
            }
            if (!extension.get().critical() && profile == StrictProfile.RFC_5280) {
                findings.refuse(i, RULE, "name constraints are not critical", SOURCE);
            }
            List<DerNode> sides = extension.get().content().children();
            if (wellFormed(sides, i, findings)) {
                below(path, i, sides, findings);
            }
        }
    }

    private static boolean wellFormed(List<DerNode> sides, int i, Findings findings) {
        if (sides.stream().allMatch(side -> side.children().isEmpty())) {
            findings.refuse(i, RULE, "name constraints without a subtree", SOURCE);
            return false;
        }
        for (DerNode side : sides) {
            for (DerNode tree : side.children()) {
                String fault = fault(tree);
                if (fault != null) {
                    findings.refuse(i, RULE, fault, SOURCE);
                    return false;
                }
            }
        }
        return true;
    }

    private static @org.jspecify.annotations.Nullable String fault(DerNode tree) {
        if (tree.children().isEmpty()) {
            return "a subtree without a base";
        }
        if (tree.children().size() > 1) {
            return "a subtree with minimum or maximum, which this profile does not use";
        }
        DerNode base = tree.children().getFirst();
        return base.isContext(GeneralName.IP) && !NameSubtree.isRange(base) ? "an IP address range that is not an address and a prefix" : null;
    }

    private static void below(Path path, int authority, List<DerNode> sides, Findings findings) {
        for (int i = authority - 1; i >= 0; i--) {
            if (i > 0 && AuthorityCheck.selfIssued(path.get(i))) {
                continue;
            }
            for (DerNode name : names(path.get(i))) {
                int element = i;
                broken(sides, name).ifPresent(how -> findings.refuse(element, RULE,
                        text(name) + " is " + how + " by the name constraints of " + path.get(authority).facts().subject().orElse("an issuer"), SOURCE));
            }
        }
    }

    /** The subject, which counts as a directory name, the subject alternative names, and mail addresses of the subject where those have none. */
    private static List<DerNode> names(DecodedCertificate certificate) {
        List<DerNode> names = new ArrayList<>();
        certificate.subject().filter(subject -> !subject.children().isEmpty()).ifPresent(names::add);
        Optional<Extension> alternative = certificate.extension(Rfc5280.SUBJECT_ALT_NAME);
        if (alternative.isPresent()) {
            names.addAll(alternative.get().content().children());
        } else {
            certificate.subject().ifPresent(subject -> names.addAll(mailAddresses(subject)));
        }
        return names;
    }

    private static List<DerNode> mailAddresses(DerNode subject) {
        List<DerNode> found = new ArrayList<>();
        if (!DistinguishedName.values(subject, MAIL_ADDRESS).isEmpty()) {
            subject.children().forEach(relative -> relative.children().stream()
                    .filter(attribute -> attribute.children().size() == 2 && isMail(attribute))
                    .forEach(attribute -> found.add(attribute.children().get(1))));
        }
        return found;
    }

    private static boolean isMail(DerNode attribute) {
        try {
            return MAIL_ADDRESS.equals(org.traceweave.certificates.internal.der.DerValues.oid(attribute.children().getFirst()));
        } catch (DerException e) {
            return false; // told as a problem of the name
        }
    }

    private static Optional<String> broken(List<DerNode> sides, DerNode name) {
        boolean constrained = false;
        boolean permitted = false;
        int form = NameSubtree.form(name);
        for (DerNode side : sides) {
            for (DerNode tree : side.children()) {
                DerNode base = tree.children().getFirst();
                if (base.tagNumber() != form) {
                    continue;
                }
                if (!NameSubtree.supported(form)) {
                    return Optional.of("of a form that is constrained and cannot be compared, so refused");
                }
                if (side.isContext(1) && NameSubtree.touches(name, base)) {
                    return Optional.of("excluded");
                }
                constrained |= side.isContext(0);
                permitted |= side.isContext(0) && NameSubtree.within(name, base);
            }
        }
        return constrained && !permitted ? Optional.of("not permitted") : Optional.empty();
    }

    private static String text(DerNode name) {
        try {
            return name.tagClass() == DerNode.CONTEXT ? GeneralName.text(name) : name.isSequence() ? "the subject" : "the subject's mail address";
        } catch (DerException e) {
            return "a damaged name";
        }
    }
}
