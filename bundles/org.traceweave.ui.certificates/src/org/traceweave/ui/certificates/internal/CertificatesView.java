package org.traceweave.ui.certificates.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.traceweave.analysis.CertificateIndex;
import org.traceweave.charts.ExpiryContent;
import org.traceweave.charts.ExpiryPicture;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.model.Certificate;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.RowLook;
import org.traceweave.ui.Texts;

/** Every certificate that was seen in the case: a query over every field, when they end as a chart, and all of them as a table. */
public final class CertificatesView extends CaseView {

    public static final String ID = "org.traceweave.ui.certificates.list";

    private static final Texts TEXTS = new Texts(CertificatesView.class);
    private static final int CHART_HEIGHT = 84;
    /** In a lower view the chart would leave the table no room; it is then shown only if it is asked for. */
    private static final int LEAST_HEIGHT = 300;

    private @Nullable ListTable<Certificate> table;
    private @Nullable ExpiryPane expiry;
    private @Nullable IAction toggle;
    private @Nullable Label problem;
    private @Nullable Link filtered;
    private Optional<Set<String>> found = Optional.empty();
    private Optional<ExpiryPicture.Column> column = Optional.empty();
    private Optional<Boolean> chartWanted = Optional.empty();

    @Override
    protected void createContent(Composite parent) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        queryField(parent);
        ExpiryPane chart = new ExpiryPane(parent, session(), work(), this::choose);
        GridData high = new GridData(SWT.FILL, SWT.CENTER, true, false);
        high.heightHint = CHART_HEIGHT;
        high.exclude = true;
        chart.control().setLayoutData(high);
        chart.control().setVisible(false);
        expiry = chart;
        ListTable<Certificate> made = new ListTable<>(parent, CertificateColumns.of(session().time()));
        table = made;
        made.rows().control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        made.rows().table().setData("id", "certificates");
        made.rows().setLook(new Look(new Glyphs(parent)));
        made.onChoice(certificate -> session().selection().choose(new Chosen.Shown(certificate)));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        made.rows().table().setMenu(menu.createContextMenu(made.rows().table()));
        IAction shown = new Action(TEXTS.get("expiry.show"), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                chartWanted = Optional.of(isChecked());
                showChart();
            }
        };
        shown.setId("expiry.show");
        toggle = shown;
        parent.addListener(SWT.Resize, event -> showChart());
        showChart();
    }

    private void showChart() {
        if (expiry == null || toggle == null) {
            return;
        }
        Control chart = expiry.control();
        boolean shown = chartWanted.orElse(chart.getParent().getSize().y >= LEAST_HEIGHT);
        toggle.setChecked(shown);
        boolean needed = shown && !session().answers().certificates().isEmpty();
        if (((GridData) chart.getLayoutData()).exclude == needed) {
            chart.setVisible(needed);
            ((GridData) chart.getLayoutData()).exclude = !needed;
            chart.getParent().layout(true, true);
        }
        if (!needed) {
            expiry.choose(Optional.empty());
        }
    }

    private void fill(IMenuManager menu) {
        List<Certificate> chosen = table().rows().chosenRows();
        if (toggle != null) {
            menu.add(toggle);
            menu.add(new Separator());
        }
        menu.add(CertificateCopies.action("compare.chosen", chosen.size() > 1, () -> compare(chosen)));
        menu.add(CertificateCopies.action("list.copyRows", !chosen.isEmpty(), () -> table().rows().copy()));
        menu.add(CertificateCopies.action("list.copySha1", !chosen.isEmpty(), () -> CertificateCopies.toClipboard(table().rows().table().getDisplay(),
                chosen.stream().flatMap(each -> each.sha1().stream()).collect(Collectors.joining(System.lineSeparator())))));
    }

    /** Shows in what these differ, on the page of certificates. */
    public void compare(List<Certificate> certificates) {
        try {
            if (getSite().getPage().showView(CertificateView.ID) instanceof CertificateView view) {
                view.compare(certificates);
            }
        } catch (PartInitException e) {
            session().notices().add(e.getMessage());
        }
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
        String fields = CertificateIndex.FIELDS.stream().map(each -> TEXTS.get("list.query.field", "name", each.name(), "label", each.label()))
                .collect(Collectors.joining("\n"));
        field.setToolTipText(TEXTS.get("list.query.tip", "fields", fields));
        field.setData("id", "certificateQuery");
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.addListener(SWT.DefaultSelection, event -> find(field.getText()));
        field.addListener(SWT.Modify, event -> {
            if (field.getText().isBlank()) {
                find("");
            }
        });
        Label below = new Label(bar, SWT.WRAP);
        below.setLayoutData(hidden());
        problem = below;
        Link narrowed = new Link(bar, SWT.NONE);
        narrowed.setLayoutData(hidden());
        narrowed.addListener(SWT.Selection, event -> {
            if (expiry != null) {
                expiry.choose(Optional.empty());
            }
        });
        filtered = narrowed;
    }

    private static GridData hidden() {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = true;
        return data;
    }

    /** Shows the certificates that match. */
    public void find(String query) {
        Optional<OpenCase> open = session().openCase();
        if (query.isBlank() || open.isEmpty()) {
            say("");
            found = Optional.empty();
            filter();
            return;
        }
        work().ask("find", cancel -> {
            try (CertificateIndex index = open.get().analysis().certificateIndex(cancel)) {
                return new Found(Set.copyOf(index.find(query).stream().flatMap(each -> each.sha1().stream()).toList()), "");
            } catch (QuerySyntaxException wrong) {
                return new Found(Set.of(), wrong.getMessage());
            }
        }, answer -> {
            say(answer.problem);
            if (answer.problem.isEmpty()) {
                found = Optional.of(answer.sha1);
                filter();
            }
        }, this::say);
    }

    /** What a query found, or what is wrong with it. */
    private record Found(Set<String> sha1, String problem) {
    }

    /** A column of the chart was chosen: the table shows what ends there, and of a single one the page too. */
    private void choose(Optional<ExpiryPicture.Column> newColumn) {
        column = newColumn;
        filter();
        newColumn.filter(each -> each.keys().size() == 1).flatMap(each -> session().selection().certificate(each.keys().getFirst()))
                .ifPresent(certificate -> session().selection().choose(new Chosen.Shown(certificate)));
    }

    private void filter() {
        Predicate<Certificate> asked = certificate -> found.isEmpty() || certificate.sha1().filter(found.get()::contains).isPresent();
        Set<String> keys = column.map(each -> Set.copyOf(each.keys())).orElse(Set.of());
        table().setFilter(asked.and(certificate -> column.isEmpty() || certificate.sha1().filter(keys::contains).isPresent()));
        if (filtered != null) {
            column.ifPresent(each -> filtered.setText(TEXTS.get("expiry.filtered", "from", session().time().day(each.from()), "to", session().time()
                    .day(each.to() - 1))));
            setVisible(filtered, column.isPresent());
        }
        title();
    }

    private void say(String sentence) {
        if (problem != null) {
            problem.setText(sentence);
            problem.setForeground(session().theming().palette().error());
            setVisible(problem, !sentence.isEmpty());
        }
    }

    private static void setVisible(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
        control.getParent().getParent().layout(true, true);
    }

    private void title() {
        int all = table().all().size();
        int shown = table().shown().size();
        setPartName(all == 0 ? TEXTS.get("list.title") : shown == all ? TEXTS.get("list.count", "count", all) : TEXTS.get("list.some", "shown",
                shown, "count", all));
    }

    /** The table, for tests. */
    public ListTable<Certificate> table() {
        if (table == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return table;
    }

    /** The chart, for tests. */
    public Optional<ExpiryPicture> chart() {
        return Optional.ofNullable(expiry).flatMap(ExpiryPane::picture);
    }

    /** Chooses a column of the chart, for tests. */
    public void chooseEnding(Optional<ExpiryPicture.Column> which) {
        if (expiry != null) {
            expiry.choose(which);
        }
    }

    @Override
    public void answersChanged() {
        List<Certificate> certificates = session().answers().certificates();
        if (certificates.equals(table().all())) {
            return;
        }
        table().setRows(certificates);
        if (expiry != null) {
            expiry.choose(Optional.empty());
            expiry.show(certificates.stream().filter(each -> each.sha1().isPresent() && each.notAfter().isPresent())
                    .map(each -> new ExpiryContent.Expiry(each.sha1().get(), each.notAfter().getAsLong())).toList(), lastRecord());
            showChart();
        }
        title();
    }

    private OptionalLong lastRecord() {
        return session().openCase().stream().flatMap(open -> open.source().sources().stream()).flatMapToLong(source -> source.last().stream()).max();
    }

    @Override
    protected void focusChanged(Focus focus) {
        if (table().rows().chosenRows().size() < 2) {
            table().reveal(certificate -> focus.certificate().filter(certificate::equals).isPresent());
        }
    }

    @Override
    protected void timesChanged() {
        table().rows().refresh();
        if (expiry != null) {
            expiry.draw();
        }
    }

    @Override
    public void setFocus() {
        table().rows().table().setFocus();
    }

    /** Weak signatures, errors, and what had expired at the last record, stand out. */
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
        public Optional<Color> foreground(Certificate certificate, int at) {
            boolean weak = at == CertificateColumns.SIGNATURE && CertificateWords.isWeak(certificate);
            boolean ended = at == CertificateColumns.UNTIL && certificate.notAfter().isPresent()
                    && certificate.notAfter().getAsLong() < lastRecord().orElseGet(() -> UtcTime.of(Instant.now()));
            Optional<LintLevel> worst = at == CertificateColumns.VERDICT ? CertificateWords.gravest(certificate) : Optional.empty();
            if (weak || ended || worst.filter(LintLevel.ERROR::equals).isPresent()) {
                return Optional.of(session().theming().palette().error());
            }
            return worst.filter(LintLevel.WARNING::equals).map(level -> session().theming().palette().warning());
        }
    }
}
