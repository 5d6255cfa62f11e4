package org.traceweave.ui.certificates.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.traceweave.certificates.CertificateComparison;
import org.traceweave.certificates.CertificateComparison.Difference;
import org.traceweave.model.Certificate;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;

/** In what certificates differ: side by side where the width allows it, else one field below the other. UI thread only. */
final class ComparisonPane {

    private static final int LEAST_COLUMN = 190;
    private static final int PERCENT = 100;

    private final Composite composite;
    private final StackLayout layout = new StackLayout();
    private final PageView page;
    private final PageGrid grid;
    private List<Certificate> certificates = List.of();
    private List<Difference> differences = List.of();
    private boolean filled;

    ComparisonPane(Composite parent, Function<Composite, PageView> pages, PageGrid.Maker grids) {
        composite = new Composite(parent, SWT.NONE);
        composite.setLayout(layout);
        page = pages.apply(composite);
        grid = grids.make(composite);
        grid.control().setData("id", "certificate-comparison");
        layout.topControl = page.control();
        composite.addListener(SWT.Resize, event -> arrange());
    }

    Control control() {
        return composite;
    }

    /** @param newCertificates those that were kept, and the one shown */
    void show(List<Certificate> newCertificates) {
        certificates = List.copyOf(newCertificates);
        differences = certificates.size() < 2 ? List.of() : CertificateComparison.of(certificates);
        filled = false;
        page.show(ComparisonPage.write(certificates, differences));
        arrange();
    }

    private void arrange() {
        int columns = certificates.size() + 1;
        boolean wide = !differences.isEmpty() && composite.getClientArea().width >= columns * LEAST_COLUMN;
        if (wide && !filled) {
            fill(columns);
        }
        layout.topControl = wide ? grid.control() : page.control();
        composite.layout();
    }

    private void fill(int columns) {
        int[] shares = new int[columns];
        Arrays.fill(shares, PERCENT / columns);
        grid.begin(shares);
        ComparisonPage.columns(certificates, differences).forEach(row -> grid.row(row.toArray(PageText[]::new)));
        grid.end();
        filled = true;
    }
}
