package org.traceweave.certificates.internal.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Line;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.x509.AlgorithmName;
import org.traceweave.certificates.internal.x509.DistinguishedName;
import org.traceweave.certificates.internal.x509.ExtensionList;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.CertificateProblem;

/** An object while it is decoded: its lines so far, what it carries, and what could not be read. */
final class Draft {

    /** A step that may meet damage. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws DerException;
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<CertificateProblem> problems = new ArrayList<>();
    final List<byte[]> certificates = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    int privateKeys;
    boolean locked;

    void line(int depth, String name, String value) {
        lines.add(new Line(depth, name, value));
    }

    void head(int depth, String name) {
        line(depth, name, "");
    }

    void problem(int offset, String field, String text) {
        problems.add(new CertificateProblem(offset, field, text));
    }

    /** The value that {@code step} gives; where it meets damage, a problem with the field's name. */
    <T> Optional<T> read(String field, Step<T> step) {
        try {
            return Optional.of(step.run());
        } catch (DerException e) {
            problem(e.offset(), field, e.getMessage());
            return Optional.empty();
        }
    }

    /** A line with the value that {@code step} gives; where it meets damage the line says so. */
    void field(int depth, String name, Step<String> step) {
        line(depth, name, read(name, step).orElse("(undecodable)"));
    }

    void name(int depth, String field, DerNode node) {
        field(depth, field, () -> DistinguishedName.rfc4514(node));
    }

    void time(int depth, String field, DerNode node) {
        field(depth, field, () -> DerTimes.time(node).toString());
    }

    void algorithm(int depth, String field, DerNode node) {
        field(depth, field, () -> AlgorithmName.read(node).name());
    }

    void extensions(int depth, DerNode list) {
        for (CertificateExtension extension : ExtensionList.of(list, this::problem)) {
            String name = extension.name().equals(extension.oid()) ? extension.oid() : extension.name() + " (" + extension.oid() + ")";
            line(depth, name + (extension.critical() ? " critical" : ""), extension.text());
        }
    }

    void certificate(byte[] der, String label) {
        certificates.add(der);
        labels.add(label);
    }

    DecodedObject done(DecodedObject.Kind kind, DerNode root) {
        for (DerNode damaged : root.damaged()) {
            boolean told = problems.stream().anyMatch(problem -> problem.offset() == damaged.offset());
            if (!told) {
                problem(damaged.offset(), "ASN.1", damaged.problem().orElse("damaged"));
            }
        }
        return new DecodedObject(kind, lines, certificates, labels, privateKeys, locked, problems);
    }
}
