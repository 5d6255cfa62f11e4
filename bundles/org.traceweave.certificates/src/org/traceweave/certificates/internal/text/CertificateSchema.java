package org.traceweave.certificates.internal.text;

import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;

/** The names that X.509 gives the elements of a certificate (RFC 5280, section 4.1), found by where they stand. */
public enum CertificateSchema {
    /** Anything without a name of its own, and all in it. */
    UNNAMED(""),
    CERTIFICATE("Certificate"),
    TO_BE_SIGNED("tbsCertificate"),
    VERSION("version"),
    SERIAL_NUMBER("serialNumber"),
    SIGNATURE("signature"),
    ISSUER("issuer"),
    VALIDITY("validity"),
    NOT_BEFORE("notBefore"),
    NOT_AFTER("notAfter"),
    SUBJECT("subject"),
    PUBLIC_KEY_INFO("subjectPublicKeyInfo"),
    PUBLIC_KEY("subjectPublicKey"),
    ISSUER_UNIQUE_ID("issuerUniqueID"),
    SUBJECT_UNIQUE_ID("subjectUniqueID"),
    EXTENSIONS_FIELD("extensions"),
    EXTENSIONS(""),
    EXTENSION("Extension"),
    EXTENSION_ID("extnID"),
    CRITICAL("critical"),
    EXTENSION_VALUE("extnValue"),
    RELATIVE_NAME("RelativeDistinguishedName"),
    ATTRIBUTE("AttributeTypeAndValue"),
    ATTRIBUTE_TYPE("type"),
    ATTRIBUTE_VALUE("value"),
    KEY_ALGORITHM("algorithm"),
    SIGNATURE_ALGORITHM("signatureAlgorithm"),
    ALGORITHM("algorithm"),
    PARAMETERS("parameters"),
    SIGNATURE_VALUE("signatureValue");

    private static final List<CertificateSchema> IN_ORDER = List.of(SERIAL_NUMBER, SIGNATURE, ISSUER, VALIDITY, SUBJECT, PUBLIC_KEY_INFO);

    private final String field;

    CertificateSchema(String field) {
        this.field = field;
    }

    /** What the top of a tree is: a certificate if it has the shape of one. */
    public static CertificateSchema of(DerNode root) {
        List<DerNode> parts = root.children();
        boolean shape = root.isSequence() && parts.size() == 3 && parts.get(0).isSequence() && parts.get(1).isSequence()
                && parts.get(2).isUniversal(Asn1Tag.BIT_STRING) && parts.get(0).children().size() >= IN_ORDER.size();
        return shape ? CERTIFICATE : UNNAMED;
    }

    public Optional<String> fieldName() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** What the child at {@code index} of an element with this name is. */
    public CertificateSchema child(List<DerNode> children, int index) {
        return switch (this) {
            case CERTIFICATE -> at(index, TO_BE_SIGNED, SIGNATURE_ALGORITHM, SIGNATURE_VALUE);
            case TO_BE_SIGNED -> signed(children, index);
            case SIGNATURE, SIGNATURE_ALGORITHM, KEY_ALGORITHM -> at(index, ALGORITHM, PARAMETERS);
            case VALIDITY -> at(index, NOT_BEFORE, NOT_AFTER);
            case ISSUER, SUBJECT -> RELATIVE_NAME;
            case RELATIVE_NAME -> ATTRIBUTE;
            case ATTRIBUTE -> at(index, ATTRIBUTE_TYPE, ATTRIBUTE_VALUE);
            case PUBLIC_KEY_INFO -> at(index, KEY_ALGORITHM, PUBLIC_KEY);
            case EXTENSIONS_FIELD -> EXTENSIONS;
            case EXTENSIONS -> EXTENSION;
            case EXTENSION -> index == 0 ? EXTENSION_ID : children.get(index).isUniversal(Asn1Tag.BOOLEAN) ? CRITICAL : EXTENSION_VALUE;
            default -> UNNAMED;
        };
    }

    private static CertificateSchema at(int index, CertificateSchema... names) {
        return index < names.length ? names[index] : UNNAMED;
    }

    /** Version and the fields at the end are told by their numbers, the others by their order. */
    private static CertificateSchema signed(List<DerNode> children, int index) {
        DerNode child = children.get(index);
        if (child.tagClass() == DerNode.CONTEXT) {
            return switch (child.tagNumber()) {
                case 0 -> VERSION;
                case 1 -> ISSUER_UNIQUE_ID;
                case 2 -> SUBJECT_UNIQUE_ID;
                case 3 -> EXTENSIONS_FIELD;
                default -> UNNAMED;
            };
        }
        int place = index - (children.getFirst().isContext(0) ? 1 : 0);
        return place < IN_ORDER.size() ? IN_ORDER.get(place) : UNNAMED;
    }
}
