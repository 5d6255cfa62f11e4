package org.traceweave.certificates.internal.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.GeneralName;
import org.traceweave.model.LintLevel;

/** L36: names that a CA above forbids (RFC 5280 section 4.2.1.10), for DNS, e-mail, IP, URI and directory names. */
final class NameConstraintRules {

    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";

    private NameConstraintRules() {
    }

    static void check(Judged judged) {
        judged.certificate.extension(NAME_CONSTRAINTS).ifPresent(extension -> unsupported(judged, extension.content()));
        List<DerNode> names = names(judged.certificate);
        for (DecodedCertificate issuer : judged.issuers()) {
            issuer.extension(NAME_CONSTRAINTS).ifPresent(extension -> {
                for (DerNode name : names) {
                    broken(extension.content(), name).ifPresent(how -> judged.add("L36", LintLevel.ERROR,
                            text(name) + " is " + how + " by the name constraints of " + NameRules.called(issuer)));
                }
            });
        }
    }

    /** Forms and bounds by which Windows says HAS_NOT_SUPPORTED_NAME_CONSTRAINT. */
    private static void unsupported(Judged judged, DerNode constraints) {
        Set<String> met = new TreeSet<>();
        for (DerNode side : constraints.children()) {
            for (DerNode tree : side.children()) {
                List<DerNode> parts = tree.children();
                parts.stream().limit(1).map(NameConstraintRules::unsupportedForm).filter(form -> !form.isEmpty()).forEach(met::add);
                parts.stream().skip(1).filter(part -> part.isContext(0) && nonZero(part)).forEach(part -> met.add("a minimum distance"));
                parts.stream().skip(1).filter(part -> part.isContext(1)).forEach(part -> met.add("a maximum distance"));
            }
        }
        met.forEach(what -> judged.add("L36", LintLevel.ERROR, "its name constraints have " + what + ", which Windows does not support"));
    }

    private static String unsupportedForm(DerNode base) {
        return switch (base.tagNumber()) {
            case 3 -> "an X.400 address";
            case 5 -> "an EDI party name";
            case 8 -> "a registered id";
            default -> "";
        };
    }

    private static boolean nonZero(DerNode number) {
        for (int i = 0; i < number.contentLength(); i++) {
            if (number.contentByte(i) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The subject, which counts as a directory name, and the subject alternative names. */
    private static List<DerNode> names(DecodedCertificate certificate) {
        List<DerNode> names = new ArrayList<>();
        certificate.subject().filter(subject -> !subject.children().isEmpty()).ifPresent(names::add);
        certificate.extension(SUBJECT_ALT_NAME).ifPresent(extension -> names.addAll(extension.content().children()));
        return names;
    }

    private static int kind(DerNode name) {
        return name.isSequence() ? GeneralName.DIRECTORY : name.tagNumber();
    }

    private static Optional<String> broken(DerNode constraints, DerNode name) {
        boolean constrained = false;
        boolean permitted = false;
        for (DerNode side : constraints.children()) {
            for (DerNode tree : side.children()) {
                DerNode base = tree.children().isEmpty() ? null : tree.children().getFirst();
                if (base == null || base.tagNumber() != kind(name)) {
                    continue;
                }
                boolean within = within(name, base);
                if (side.isContext(1) && within) {
                    return Optional.of("excluded");
                }
                constrained |= side.isContext(0);
                permitted |= side.isContext(0) && within;
            }
        }
        return constrained && !permitted ? Optional.of("not permitted") : Optional.empty();
    }

    private static boolean within(DerNode name, DerNode base) {
        return switch (kind(name)) {
            case GeneralName.DNS -> host(ia5(name), ia5(base));
            case GeneralName.EMAIL -> mailbox(ia5(name), ia5(base));
            case GeneralName.URI -> uriHost(ia5(name), ia5(base));
            case GeneralName.IP -> address(name, base);
            case GeneralName.DIRECTORY -> directory(name, base);
            default -> true; // a form that is not looked at is not blamed
        };
    }

    private static String ia5(DerNode node) {
        return DerValues.ia5(node).toLowerCase(Locale.ROOT);
    }

    private static boolean host(String host, String base) {
        String plain = base.startsWith(".") ? base.substring(1) : base;
        return base.isEmpty() || host.equals(base) || host.endsWith("." + plain);
    }

    private static boolean mailbox(String mailbox, String base) {
        if (base.indexOf('@') >= 0) {
            return mailbox.equals(base);
        }
        String domain = mailbox.substring(mailbox.lastIndexOf('@') + 1);
        return base.startsWith(".") ? domain.endsWith(base) : base.isEmpty() || domain.equals(base);
    }

    private static boolean uriHost(String uri, String base) {
        int start = uri.indexOf("://");
        String rest = start < 0 ? uri : uri.substring(start + 3);
        String host = rest.substring(rest.indexOf('@') + 1).split("[/:?#]", 2)[0];
        return base.startsWith(".") ? host.endsWith(base) : host.equals(base);
    }

    private static boolean address(DerNode name, DerNode range) {
        int length = name.contentLength();
        if (range.contentLength() != 2 * length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int mask = range.contentByte(length + i);
            if ((name.contentByte(i) & mask) != (range.contentByte(i) & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the base's relative names are the first of the name's, byte for byte. */
    private static boolean directory(DerNode name, DerNode base) {
        List<DerNode> own = parts(name);
        List<DerNode> above = parts(base);
        if (above.size() > own.size()) {
            return false;
        }
        for (int i = 0; i < above.size(); i++) {
            if (!Arrays.equals(own.get(i).encoded(), above.get(i).encoded())) {
                return false;
            }
        }
        return true;
    }

    private static List<DerNode> parts(DerNode directoryName) {
        if (directoryName.isSequence()) {
            return directoryName.children();
        }
        return directoryName.children().isEmpty() ? List.of() : directoryName.children().getFirst().children();
    }

    private static String text(DerNode name) {
        try {
            return name.isSequence() ? "the subject" : GeneralName.text(name);
        } catch (DerException e) {
            return "a damaged name";
        }
    }
}
