package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.traceweave.analysis.CertificateIndex;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.model.Certificate;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.OpenCase;
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
    private @Nullable Label problem;

    @Override
    protected void createContent(Composite parent) {
        TimeDisplay time = session().time();
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        queryField(parent);
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
        made.rows().control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        made.rows().table().setData("id", "certificates");
        made.rows().setLook(new Look(new Glyphs(parent)));
        made.onChoice(certificate -> session().selection().choose(new Chosen.Shown(certificate)));
    }

    /** A query over every field of a certificate; an empty one is all of them. */
    private void queryField(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 6;
        layout.marginHeight = 4;
        bar.setLayout(layout);
        Text field = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
        field.setMessage(TEXTS.get("list.query"));
        field.setToolTipText(TEXTS.get("list.query.tip", "fields", CertificateIndex.FIELDS.stream().map(RecordField::name).collect(Collectors.joining(", "))));
        field.setData("id", "certificateQuery");
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.addListener(SWT.DefaultSelection, event -> find(field.getText()));
        field.addListener(SWT.Modify, event -> {
            if (field.getText().isBlank()) {
                find("");
            }
        });
        Label below = new Label(bar, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = true;
        below.setLayoutData(data);
        problem = below;
    }

    /** Shows the certificates that match. */
    public void find(String query) {
        Optional<OpenCase> open = session().openCase();
        if (query.isBlank() || open.isEmpty()) {
            say("");
            table().setFilter(certificate -> true);
            title();
            return;
        }
        work().ask("find", cancel -> {
            try (CertificateIndex index = open.get().analysis().certificateIndex(cancel)) {
                return new Found(Set.copyOf(index.find(query).stream().flatMap(each -> each.sha1().stream()).toList()), "");
            } catch (QuerySyntaxException wrong) {
                return new Found(Set.of(), wrong.getMessage());
            }
        }, found -> {
            say(found.problem);
            if (found.problem.isEmpty()) {
                table().setFilter(certificate -> certificate.sha1().filter(found.sha1::contains).isPresent());
            }
            title();
        }, this::say);
    }

    /** What a query found, or what is wrong with it. */
    private record Found(Set<String> sha1, String problem) {
    }

    private void say(String sentence) {
        if (problem != null) {
            problem.setText(sentence);
            problem.setForeground(session().theming().palette().error());
            ((GridData) problem.getLayoutData()).exclude = sentence.isEmpty();
            problem.setVisible(!sentence.isEmpty());
            problem.getParent().getParent().layout(true, true);
        }
    }

    private void title() {
        int all = table().all().size();
        int shown = table().shown().size();
        setPartName(all == 0 ? TEXTS.get("list.title") : shown == all ? TEXTS.get("list.count", "count", all) : TEXTS.get("list.some", "shown", shown, "count", all));
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
        title();
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
