package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.CertificateProblem;

/**
 * Something of a public key infrastructure that is no certificate, told field by field.
 *
 * @param lines its fields in order, as text for people
 * @param certificates the DER of each certificate it carries, as far as they can be read
 * @param labels what a PKCS#12 file calls those certificates; as many as there are certificates, empty text for none
 * @param privateKeys how many private keys it holds; they are counted and never read
 * @param locked whether a password is needed to read all of it
 * @param problems fields that could not be decoded; the rest is still told
 */
public record DecodedObject(Kind kind, List<Line> lines, List<byte[]> certificates, List<String> labels, int privateKeys, boolean locked,
        List<CertificateProblem> problems) {

    /** What it is. */
    public enum Kind {
        CRL("revocation list"),
        REQUEST("certificate request"),
        CMS("CMS message"),
        PKCS12("PKCS#12 file"),
        OCSP_RESPONSE("OCSP response"),
        TIME_STAMP("time stamp"),
        PUBLIC_KEY("public key");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people, in the singular. */
        public String words() {
            return words;
        }
    }

    /** A field: how deep it stands, what it is called, what it says. A name alone heads the lines below it. */
    public record Line(int depth, String name, String value) {
    }

    public DecodedObject {
        lines = List.copyOf(lines);
        certificates = List.copyOf(certificates);
        labels = List.copyOf(labels);
        problems = List.copyOf(problems);
    }

    /** The first value of a field with that name. */
    public Optional<String> value(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).map(Line::value).findFirst();
    }

    /** All of it as indented lines, with what could not be decoded at the end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append("    ".repeat(line.depth())).append(line.name()).append(line.value().isEmpty() ? ":" : ": " + line.value()).append('\n');
        }
        if (!problems.isEmpty()) {
            text.append("    Problems:\n");
            problems.forEach(problem -> text.append("        at ").append(problem.offset()).append(", ").append(problem.field()).append(": ").append(problem.text())
                    .append('\n'));
        }
        return text.toString();
    }
}
