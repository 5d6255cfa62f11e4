package org.traceweave.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.internal.text.Asn1Values;
import org.traceweave.certificates.internal.text.CertificateSchema;

/**
 * An element of an ASN.1 tree as people look at it: the name that X.509 gives it where it is part of a certificate
 * ({@code validity.notBefore}), its value in words, and what is in it, the content of strings that wrap another element included.
 * Children are made when first asked for. Not safe for use by several threads.
 */
public final class Asn1Element {

    private final DerNode node;
    private final @Nullable DerNode wrapped;
    private final CertificateSchema schema;
    private @Nullable List<Asn1Element> children;

    private Asn1Element(DerNode node, CertificateSchema schema) {
        this.node = node;
        this.schema = schema;
        wrapped = Asn1Values.wrapped(node);
    }

    /** The top of a tree; its parts are named where it has the shape of a certificate. */
    public static Asn1Element root(DerNode node) {
        return new Asn1Element(node, CertificateSchema.of(node));
    }

    public DerNode node() {
        return node;
    }

    /** Its name in X.509, such as {@code notBefore}; empty where it has none. */
    public Optional<String> name() {
        return schema.fieldName();
    }

    /** Its value in words; empty for what only holds other elements. */
    public String value() {
        return node.constructed() || wrapped != null ? "" : Asn1Values.value(node);
    }

    /** Name, type, value and what is wrong, in one line. */
    public String label() {
        StringBuilder label = new StringBuilder();
        name().ifPresent(name -> label.append(name).append("  "));
        label.append(node.tagName());
        String value = value();
        if (!value.isEmpty() && !value.equals(node.tagName())) {
            label.append("  ").append(value);
        }
        if (wrapped != null) {
            label.append(", holds");
        }
        node.problem().ifPresent(problem -> label.append("  ! ").append(problem));
        return label.toString();
    }

    public List<Asn1Element> children() {
        List<Asn1Element> made = children;
        if (made == null) {
            made = new ArrayList<>();
            List<DerNode> nodes = wrapped == null ? node.children() : List.of(wrapped);
            for (int index = 0; index < nodes.size(); index++) {
                made.add(new Asn1Element(nodes.get(index), schema.child(nodes, index)));
            }
            children = made;
        }
        return made;
    }

    /** From this element down to the innermost that holds the byte at {@code position}; empty if it lies outside. */
    public List<Asn1Element> pathTo(int position) {
        List<Asn1Element> path = new ArrayList<>();
        Optional<Asn1Element> next = holds(position) ? Optional.of(this) : Optional.empty();
        while (next.isPresent()) {
            path.add(next.get());
            next = next.get().children().stream().filter(child -> child.holds(position)).findFirst();
        }
        return path;
    }

    private boolean holds(int position) {
        return position >= node.offset() && position < node.end();
    }
}
