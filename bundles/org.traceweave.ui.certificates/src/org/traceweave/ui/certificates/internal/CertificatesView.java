package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.RowLook;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Every certificate that was seen in the case. */
public final class CertificatesView extends CaseView {

    public static final String ID = "org.traceweave.ui.certificates.list";

    private static final Texts TEXTS = new Texts(CertificatesView.class);
    private static final int SIGNATURE = 3;

    private @Nullable ListTable<Certificate> table;

    @Override
    protected void createContent(Composite parent) {
        TimeDisplay time = session().time();
        ListTable<Certificate> made = new ListTable<>(parent, List.of(
                RowColumn.of(TEXTS.get("list.subject"), 0, certificate -> CertificateWords.shortName(certificate.subject())),
                RowColumn.of(TEXTS.get("list.issuer"), 200, certificate -> CertificateWords.shortName(certificate.issuer())),
                RowColumn.of(TEXTS.get("list.key"), 76, CertificateWords::key),
                RowColumn.of(TEXTS.get("list.signature"), 78, certificate -> certificate.signatureHash().orElse("")),
                RowColumn.ordered(TEXTS.get("list.notBefore"), 92, certificate -> day(time, certificate.notBefore().orElse(UtcTime.UNKNOWN)),
                        certificate -> certificate.notBefore().orElse(UtcTime.UNKNOWN)),
                RowColumn.ordered(TEXTS.get("list.notAfter"), 92, certificate -> day(time, certificate.notAfter().orElse(UtcTime.UNKNOWN)),
                        certificate -> certificate.notAfter().orElse(UtcTime.UNKNOWN)),
                RowColumn.number(TEXTS.get("list.seen"), 60, certificate -> String.valueOf(certificate.seenCount()), Certificate::seenCount),
                RowColumn.of(TEXTS.get("list.problems"), 190, CertificatesView::problems),
                RowColumn.of(TEXTS.get("list.sha1"), 110, certificate -> certificate.sha1().orElse(""))));
        table = made;
        made.rows().table().setData("id", "certificates");
        made.rows().setLook(new Look(new Glyphs(parent)));
        made.onChoice(certificate -> session().selection().choose(new Chosen.Shown(certificate)));
    }

    private static String day(TimeDisplay time, long nanos) {
        return nanos == UtcTime.UNKNOWN ? "" : time.day(nanos);
    }

    private static String problems(Certificate certificate) {
        return certificate.lints().stream().sorted((one, other) -> one.level().compareTo(other.level()))
                .map(lint -> lint.id() + " " + lint.text()).findFirst().orElse("");
    }

    /** The table, for tests. */
    public ListTable<Certificate> table() {
        if (table == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return table;
    }

    @Override
    public void answersChanged() {
        List<Certificate> certificates = session().answers().certificates();
        table().setRows(certificates);
        setPartName(certificates.isEmpty() ? TEXTS.get("list.title") : TEXTS.get("list.count", "count", certificates.size()));
    }

    @Override
    protected void focusChanged(Focus focus) {
        table().reveal(certificate -> focus.certificate().filter(certificate::equals).isPresent());
    }

    @Override
    protected void timesChanged() {
        table().rows().refresh();
    }

    @Override
    public void setFocus() {
        table().rows().table().setFocus();
    }

    /** Weak signatures stand out. */
    private final class Look implements RowLook<Certificate> {

        private final Glyphs glyphs;

        Look(Glyphs glyphs) {
            this.glyphs = glyphs;
        }

        @Override
        public Optional<Image> image(Certificate certificate) {
            return Optional.of(glyphs.of("certificate"));
        }

        @Override
        public Optional<Color> foreground(Certificate certificate, int column) {
            return column == SIGNATURE && CertificateWords.isWeak(certificate) ? Optional.of(session().theming().palette().error())
                    : Optional.empty();
        }
    }
}
