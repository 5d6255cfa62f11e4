package org.traceweave.certificates.internal.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.der.Printable;

/** Texts of the extensions of RFC 5280 and X.509. */
final class StandardExtensions {

    private static final List<String> REASONS = List.of("unused", "keyCompromise", "cACompromise", "affiliationChanged", "superseded",
            "cessationOfOperation", "certificateHold", "privilegeWithdrawn", "aACompromise");
    private static final List<String> CRL_REASONS = List.of("unspecified", "keyCompromise", "cACompromise", "affiliationChanged",
            "superseded", "cessationOfOperation", "certificateHold", "reason 7", "removeFromCRL", "privilegeWithdrawn", "aACompromise");

    private StandardExtensions() {
    }

    static void register(Map<String, ExtensionTexts.Decoder> decoders) {
        decoders.put("2.5.29.9", StandardExtensions::directoryAttributes);
        decoders.put("2.5.29.14", content -> DerValues.hex(DerValues.expect(content, Asn1Tag.OCTET_STRING, "key identifier")));
        decoders.put("2.5.29.15", content -> String.join(", ",
                DerValues.namedBits(DerValues.expect(content, Asn1Tag.BIT_STRING, "key usage"), ExtensionFacts.KEY_USAGES)));
        decoders.put("2.5.29.16", StandardExtensions::privateKeyPeriod);
        decoders.put("2.5.29.17", StandardExtensions::names);
        decoders.put("2.5.29.18", StandardExtensions::names);
        decoders.put("2.5.29.29", StandardExtensions::names);
        decoders.put("2.5.29.19", StandardExtensions::basicConstraints);
        decoders.put("2.5.29.20", content -> DerValues.hex(DerValues.integer(content)));
        decoders.put("2.5.29.27", content -> "base CRL " + DerValues.hex(DerValues.integer(content)));
        decoders.put("2.5.29.21", StandardExtensions::reason);
        decoders.put("2.5.29.23", content -> Oids.explained(DerValues.oid(content)));
        decoders.put("2.5.29.24", content -> DerTimes.time(content).toString());
        decoders.put("2.5.29.28", StandardExtensions::issuingPoint);
        decoders.put("2.5.29.30", StandardExtensions::nameConstraints);
        decoders.put("2.5.29.31", StandardExtensions::distributionPoints);
        decoders.put("2.5.29.46", StandardExtensions::distributionPoints);
        decoders.put("2.5.29.32", StandardExtensions::policies);
        decoders.put("2.5.29.33", StandardExtensions::policyMappings);
        decoders.put("2.5.29.35", StandardExtensions::authorityKey);
        decoders.put("2.5.29.36", StandardExtensions::policyConstraints);
        decoders.put("2.5.29.37", StandardExtensions::usages);
        decoders.put("2.5.29.54", content -> "after " + DerValues.integer(content) + " certificates");
        decoders.put("2.5.29.56", content -> "no revocation information is available");
        decoders.put("2.5.29.72", StandardExtensions::alternativeKey);
        decoders.put("2.5.29.73", content -> AlgorithmName.read(content).name());
    }

    static String names(DerNode content) throws DerException {
        return String.join(", ", GeneralName.texts(DerValues.sequence(content, "names")));
    }

    private static String directoryAttributes(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode attribute : DerValues.sequence(content, "attributes").children()) {
            String oid = DerValues.oid(DerValues.child(attribute, 0, "attribute type"));
            texts.add(Oids.attribute(oid).orElseGet(() -> Oids.explained(oid)) + "="
                    + TypedText.list(DerValues.child(attribute, 1, "attribute values")));
        }
        return String.join(", ", texts);
    }

    private static String privateKeyPeriod(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode bound : DerValues.sequence(content, "period").children()) {
            texts.add((bound.isContext(0) ? "from " : "until ") + Printable.text(DerValues.latin1(bound)));
        }
        return String.join(" ", texts);
    }

    private static String basicConstraints(DerNode content) throws DerException {
        boolean ca = false;
        String length = "";
        for (DerNode part : DerValues.sequence(content, "basic constraints").children()) {
            if (part.isUniversal(Asn1Tag.BOOLEAN)) {
                ca = DerValues.bool(part);
            } else {
                length = ", path length " + DerValues.integer(part);
            }
        }
        return (ca ? "CA" : "not a CA") + length;
    }

    private static String reason(DerNode content) throws DerException {
        int reason = DerValues.smallInteger(content);
        return reason >= 0 && reason < CRL_REASONS.size() ? CRL_REASONS.get(reason) : "reason " + reason;
    }

    private static String issuingPoint(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "distribution point").children()) {
            texts.add(switch (part.tagNumber()) {
                case 0 -> pointName(part);
                case 1 -> "only user certificates";
                case 2 -> "only CA certificates";
                case 3 -> "only reasons " + String.join(", ", DerValues.namedBits(part, REASONS));
                case 4 -> "indirect";
                case 5 -> "only attribute certificates";
                default -> TypedText.text(part);
            });
        }
        return String.join("; ", texts);
    }

    private static String nameConstraints(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode side : DerValues.sequence(content, "name constraints").children()) {
            List<String> trees = new ArrayList<>();
            for (DerNode tree : side.children()) {
                DerNode base = DerValues.child(tree, 0, "subtree");
                trees.add(base.isContext(GeneralName.IP) ? GeneralName.addressRange(base) : GeneralName.text(base));
            }
            texts.add((side.isContext(0) ? "permitted " : "excluded ") + String.join(", ", trees));
        }
        return String.join("; ", texts);
    }

    static String distributionPoints(DerNode content) throws DerException {
        List<String> points = new ArrayList<>();
        for (DerNode point : DerValues.sequence(content, "distribution points").children()) {
            List<String> parts = new ArrayList<>();
            for (DerNode part : point.children()) {
                parts.add(switch (part.tagNumber()) {
                    case 0 -> pointName(part);
                    case 1 -> "reasons " + String.join(", ", DerValues.namedBits(part, REASONS));
                    case 2 -> "issuer " + String.join(", ", GeneralName.texts(part));
                    default -> TypedText.text(part);
                });
            }
            points.add(String.join(" ", parts));
        }
        return String.join("; ", points);
    }

    private static String pointName(DerNode wrapper) throws DerException {
        DerNode name = DerValues.child(wrapper, 0, "name of distribution point");
        if (name.isContext(0)) {
            return String.join(", ", GeneralName.texts(name));
        }
        StringBuilder text = new StringBuilder("relative to its issuer: ");
        DistinguishedName.relative(text, name);
        return text.toString();
    }

    static String policies(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode policy : DerValues.sequence(content, "policies").children()) {
            StringBuilder text = new StringBuilder(Oids.explained(DerValues.oid(DerValues.child(policy, 0, "policy"))));
            if (policy.children().size() > 1) {
                for (DerNode qualifier : policy.children().get(1).children()) {
                    text.append(' ').append(qualifier(qualifier));
                }
            }
            texts.add(text.toString());
        }
        return String.join("; ", texts);
    }

    private static String qualifier(DerNode qualifier) throws DerException {
        String oid = DerValues.oid(DerValues.child(qualifier, 0, "policy qualifier"));
        DerNode value = DerValues.child(qualifier, 1, "policy qualifier");
        if (oid.equals("1.3.6.1.5.5.7.2.1")) {
            return "CPS: " + Printable.text(DerValues.string(value));
        }
        if (oid.equals("1.3.6.1.5.5.7.2.2")) {
            return "notice: " + TypedText.list(value);
        }
        return Oids.explained(oid) + ": " + TypedText.text(value);
    }

    static String policyMappings(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode mapping : DerValues.sequence(content, "policy mappings").children()) {
            texts.add(Oids.explained(DerValues.oid(DerValues.child(mapping, 0, "policy"))) + " = "
                    + Oids.explained(DerValues.oid(DerValues.child(mapping, 1, "policy"))));
        }
        return String.join(", ", texts);
    }

    static String policyConstraints(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "policy constraints").children()) {
            texts.add((part.isContext(0) ? "explicit policy required after " : "no policy mapping after ")
                    + DerValues.integerContent(part) + " certificates");
        }
        return String.join(", ", texts);
    }

    private static String authorityKey(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "authority key identifier").children()) {
            texts.add(switch (part.tagNumber()) {
                case 0 -> "key " + DerValues.hex(part);
                case 1 -> "issuer " + String.join(", ", GeneralName.texts(part));
                case 2 -> "serial " + DerValues.hex(DerValues.integerContent(part));
                default -> TypedText.text(part);
            });
        }
        return String.join(", ", texts);
    }

    private static String usages(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode usage : DerValues.sequence(content, "extended key usage").children()) {
            texts.add(Oids.explained(DerValues.oid(usage)));
        }
        return String.join(", ", texts);
    }

    private static String alternativeKey(DerNode content) throws DerException {
        String algorithm = AlgorithmName.read(DerValues.child(content, 0, "key algorithm")).name();
        return algorithm + " key, " + DerValues.child(content, 1, "key").contentLength() + " bytes";
    }
}
