package org.traceweave.certificates;

import java.util.List;

/**
 * Certificates that some machine or program trusts, as the user added them to a case.
 *
 * @param name what the user calls it, by default the file's name
 * @param format how it came
 * @param entries in the order of the list
 * @param problems what could not be read, in words
 */
public record TrustList(String name, Format format, List<TrustEntry> entries, List<String> problems) {

    /** The forms in which trust lists are exported. */
    public enum Format {
        /** {@code .sst}, Microsoft's serialized certificate store. */
        SERIALIZED_STORE("Microsoft serialized store"),
        /** {@code .p7b}. */
        CMS("PKCS#7"),
        /** What {@code certutil -store} prints: names and thumbprints, no bytes. */
        CERTUTIL_TEXT("certutil -store text"),
        /** PEM certificates one after another, such as Mozilla's list as curl ships it. */
        PEM("PEM"),
        /** One DER certificate. */
        DER("DER"),
        /** Java's own keystore. */
        JKS("Java keystore"),
        PKCS12("PKCS#12");

        private final String title;

        Format(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public TrustList {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** Those whose bytes the list has. */
    public List<DecodedCertificate> certificates() {
        return entries.stream().flatMap(entry -> entry.certificate().stream()).toList();
    }
}
