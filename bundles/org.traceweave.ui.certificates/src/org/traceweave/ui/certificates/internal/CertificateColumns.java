package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.model.Lint;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** The columns of the table of certificates. */
final class CertificateColumns {

    static final int UNTIL = 2;
    static final int SIGNATURE = 3;
    static final int VERDICT = 5;

    private static final Texts TEXTS = new Texts(CertificateColumns.class);
    /** Certificates without findings come after all others when ordered by verdict. */
    private static final int NO_FINDING = 9;

    private CertificateColumns() {
    }

    static List<RowColumn<Certificate>> of(TimeDisplay time) {
        return List.of(
                RowColumn.of(TEXTS.get("list.subject"), 190, certificate -> CertificateWords.shortName(certificate.subject())),
                RowColumn.of(TEXTS.get("list.issuer"), 150, certificate -> CertificateWords.shortName(certificate.issuer())),
                RowColumn.ordered(TEXTS.get("list.notAfter"), 88, certificate -> certificate.notAfter()
                .isPresent() ? time.day(certificate.notAfter().getAsLong()) : "",
                        certificate -> certificate.notAfter().orElse(UtcTime.UNKNOWN)),
                RowColumn.of(TEXTS.get("list.signature"), 76, certificate -> certificate.signatureHash().map(CertificateWords::hash).orElse("")),
                RowColumn.of(TEXTS.get("list.key"), 76, CertificateWords::key),
                RowColumn.ordered(TEXTS.get("list.problems"), 0, certificate -> worst(certificate).map(lint -> lint.id() + " " + lint.text()).orElse(""),
                        certificate -> worst(certificate).map(lint -> lint.level().ordinal() + lint.id()).orElse(String.valueOf(NO_FINDING))),
                RowColumn.number(TEXTS.get("list.seen"), 56, certificate -> String.valueOf(certificate.seenCount()), Certificate::seenCount),
                RowColumn.of(TEXTS.get("list.where"), 150, CertificateColumns::where),
                RowColumn.of(TEXTS.get("list.serial"), 110, certificate -> certificate.serial().orElse("")),
                RowColumn.of(TEXTS.get("list.sha1"), 110, certificate -> certificate.sha1().orElse("")));
    }

    private static Optional<Lint> worst(Certificate certificate) {
        return certificate.lints().stream().min((one, other) -> one.level().compareTo(other.level()));
    }

    /** The first source it was seen in, and how many others. */
    private static String where(Certificate certificate) {
        List<String> sources = certificate.seen().stream().map(evidence -> evidence.source()).distinct().toList();
        return sources.isEmpty() ? "" : sources.size() == 1 ? sources.getFirst() : TEXTS.get("list.where.more", "source", sources.getFirst(),
                "count", sources.size() - 1);
    }
}
