package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.RowLook;
import org.traceweave.ui.Texts;

/** What was found in something opened from outside, to choose from: above the page of the chosen one, hidden while there is nothing. UI thread only. */
final class OpenedStrip {

    private static final Texts TEXTS = new Texts(OpenedStrip.class);
    private static final int MOST_ROWS = 5;

    private final CaseSession session;
    private final Composite composite;
    private final Label title;
    private final ListTable<OpenedCertificates.Found> table;

    /** @param choice hears of a certificate or another object that was chosen */
    OpenedStrip(Composite parent, CaseSession session, Consumer<OpenedCertificates.Found> choice) {
        this.session = session;
        composite = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginHeight = 4;
        layout.marginWidth = 0;
        composite.setLayout(layout);
        title = new Label(composite, SWT.WRAP);
        GridData words = new GridData(SWT.FILL, SWT.CENTER, true, false);
        words.horizontalIndent = 8;
        title.setLayoutData(words);
        title.setData("id", "opened-title");
        table = new ListTable<>(composite, List.of(
                RowColumn.plain(TEXTS.get("opened.what"), 0, OpenedStrip::name),
                RowColumn.plain(TEXTS.get("list.issuer"), 120, found -> found instanceof OpenedCertificates.One one
                ? CertificateWords.shortName(one.certificate().facts().issuer()) : ""),
                RowColumn.plain(TEXTS.get("list.notAfter"), 88, this::until),
                RowColumn.plain(TEXTS.get("opened.where"), 130, OpenedCertificates.Found::place)));
        table.rows().table().setData("id", "opened");
        table.rows().setLook(new Look(new Glyphs(composite)));
        table.onChoice(choice);
        table.rows().control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.exclude = true;
        composite.setLayoutData(data);
        composite.setVisible(false);
    }

    Control control() {
        return composite;
    }

    ListTable<OpenedCertificates.Found> table() {
        return table;
    }

    /** Offers what was found; nothing where there is no choice. */
    void show(Optional<OpenedCertificates> opened) {
        boolean choice = opened.filter(OpenedCertificates::isChoice).isPresent();
        GridData data = (GridData) composite.getLayoutData();
        data.exclude = !choice;
        composite.setVisible(choice);
        opened.filter(OpenedCertificates::isChoice).ifPresent(found -> {
            title.setText(TEXTS.get("opened.title", "from", found.from(), "count", found.found().size()));
            table.setRows(found.found());
            int rows = Math.min(MOST_ROWS, found.found().size());
            ((GridData) table.rows().control().getLayoutData()).heightHint = table.rows().table().getHeaderHeight() + rows * table.rows().table()
                    .getItemHeight() + 6;
        });
        composite.getParent().layout(true, true);
    }

    void reveal(DecodedCertificate certificate) {
        table.reveal(found -> found instanceof OpenedCertificates.One one && one.certificate().equals(certificate));
    }

    void reveal(OpenedCertificates.Other other) {
        table.reveal(other::equals);
    }

    private static String name(OpenedCertificates.Found found) {
        return switch (found) {
            case OpenedCertificates.One one -> CertificateWords.shortName(one.certificate().facts().subject());
            case OpenedCertificates.Other other -> TEXTS.get("object." + other.object().kind().name()) + other.object().value("Issuer")
                    .map(name -> ", " + CertificateWords.shortName(Optional.of(name))).orElse("");
            case OpenedCertificates.Key key -> TEXTS.get(key.encrypted() ? "opened.key.encrypted" : "opened.key", "kind", key.kind());
            case OpenedCertificates.Unread unread -> unread.problem();
        };
    }

    private String until(OpenedCertificates.Found found) {
        return found instanceof OpenedCertificates.One one && one.certificate().facts().notAfter().isPresent()
                ? session.time().day(one.certificate().facts().notAfter().getAsLong()) : "";
    }

    /** Private keys stand out, what could not be read is pale. */
    private final class Look implements RowLook<OpenedCertificates.Found> {

        private final Glyphs glyphs;

        Look(Glyphs glyphs) {
            this.glyphs = glyphs;
        }

        @Override
        public Optional<Image> image(OpenedCertificates.Found found) {
            return found instanceof OpenedCertificates.One ? Optional.of(glyphs.of("certificate")) : Optional.empty();
        }

        @Override
        public Optional<Color> foreground(OpenedCertificates.Found found) {
            return switch (found) {
                case OpenedCertificates.One one -> Optional.empty();
                case OpenedCertificates.Other other -> Optional.empty();
                case OpenedCertificates.Key key -> Optional.of(session.theming().palette().error());
                case OpenedCertificates.Unread unread -> Optional.of(session.theming().palette().muted());
            };
        }
    }
}
