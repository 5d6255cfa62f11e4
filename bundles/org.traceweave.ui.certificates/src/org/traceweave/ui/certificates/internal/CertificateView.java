package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.cases.CancelSignal;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.Certificate;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;

/** The certificate that was chosen, or that goes with what was chosen, decoded. */
public final class CertificateView extends CaseView {

    public static final String ID = "org.traceweave.ui.certificates.page";

    /** Certificates of the case that a chain is looked for in; a case with more of them is searched only among these. */
    private static final int MOST_IN_POOL = 4000;

    private static final Texts TEXTS = new Texts(CertificateView.class);

    private @Nullable PageView page;
    private @Nullable Asn1Pane asn1;
    private @Nullable ChainPane chain;
    private @Nullable PageView comparison;
    private final List<Certificate> kept = new ArrayList<>();
    private Optional<Certificate> shown = Optional.empty();

    @Override
    protected void createContent(Composite parent) {
        CTabFolder tabs = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        tabs.setData("id", "certificate-tabs");
        PageView made = new PageView(tabs, session().theming());
        page = made;
        made.control().setData("id", "certificate");
        made.onLink(this::follow);
        Asn1Pane tree = new Asn1Pane(tabs, session().theming());
        asn1 = tree;
        ChainPane sideBySide = new ChainPane(tabs, session().theming(), this::follow);
        chain = sideBySide;
        PageView compared = new PageView(tabs, session().theming());
        comparison = compared;
        compared.control().setData("id", "certificate-comparison");
        compared.onLink(this::follow);
        tab(tabs, "tab.page", made.control());
        tab(tabs, "tab.chain", sideBySide.control());
        tab(tabs, "tab.compare", compared.control());
        tab(tabs, "tab.asn1", tree.control());
        tabs.setSelection(0);
        getViewSite().getActionBars().getMenuManager().add(action("compare.keep", this::keep));
        getViewSite().getActionBars().getMenuManager().add(action("compare.clear", this::forget));
    }

    private static Action action(String key, Runnable what) {
        Action action = new Action(TEXTS.get(key)) {
            @Override
            public void run() {
                what.run();
            }
        };
        action.setId(key);
        return action;
    }

    /** Keeps the certificate that is shown, to compare with those chosen after it. */
    public void keep() {
        shown.filter(certificate -> !kept.contains(certificate)).ifPresent(kept::add);
        compare();
    }

    private void forget() {
        kept.clear();
        compare();
    }

    private void compare() {
        List<Certificate> all = new ArrayList<>(kept);
        shown.filter(certificate -> !all.contains(certificate)).ifPresent(all::add);
        if (comparison != null) {
            comparison.show(ComparisonPage.write(all));
        }
    }

    private ChainPane chain() {
        if (chain == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return chain;
    }

    private static void tab(CTabFolder tabs, String text, Control content) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(TEXTS.get(text));
        item.setControl(content);
    }

    private Asn1Pane asn1() {
        if (asn1 == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return asn1;
    }

    /** The page, for tests. */
    public PageView page() {
        if (page == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return page;
    }

    private void follow(Object target) {
        if (target instanceof CertificateLink link) {
            switch (link) {
                case CertificateLink.ToCertificate certificate -> session().selection().chooseCertificate(certificate.sha1());
                case CertificateLink.ToEvidence evidence -> session().selection().choose(new Chosen.Place(evidence.evidence()));
            }
        }
    }

    @Override
    protected void focusChanged(Focus focus) {
        if (focus.certificate().isPresent() && !focus.certificate().equals(shown)) {
            shown = focus.certificate();
            compare();
            load(focus.certificate().get());
        } else if (focus.chosen() instanceof Chosen.Nothing) {
            shown = Optional.empty();
            page().show(new PageText());
            asn1().showNothing("");
            chain().showNothing("");
            kept.clear();
            compare();
        }
    }

    private void load(Certificate certificate) {
        Optional<OpenCase> open = session().openCase();
        if (open.isEmpty()) {
            return;
        }
        List<Certificate> pool = session().answers().certificates();
        work().ask("certificate",
                cancel -> {
                    Optional<CertificateChain> chain = chain(open.get(), certificate, pool, cancel);
                    return new Written(new CertificatePage(certificate, chain, session().time()).write(), chain, elements(open.get(), chain, pool, cancel));
                }, this::show, sentence -> page().show(new PageText().line(sentence, PageText.Tone.ERROR)));
    }

    /** A certificate as page and as tree. */
    private record Written(PageText page, Optional<CertificateChain> chain, List<ChainPane.Element> elements) {
    }

    private void show(Written written) {
        page().show(written.page);
        written.chain.map(built -> built.leaf().tree()).ifPresentOrElse(asn1()::show, () -> asn1().showNothing(TEXTS.get("asn1.none")));
        written.chain.ifPresentOrElse(built -> chain().show(built, written.elements), () -> chain().showNothing(TEXTS.get("asn1.none")));
    }

    /** The chain's certificates as the case judged them, each with what is said of it. */
    private static List<ChainPane.Element> elements(OpenCase open, Optional<CertificateChain> chain, List<Certificate> judged, CancelSignal cancel) throws IOException {
        Map<String, Certificate> bySha1 = new HashMap<>();
        judged.forEach(certificate -> certificate.sha1().ifPresent(sha1 -> bySha1.put(sha1, certificate)));
        List<ChainPane.Element> elements = new ArrayList<>();
        for (ChainLink link : chain.map(CertificateChain::links).orElse(List.of())) {
            String sha1 = link.certificate().facts().sha1().orElse("");
            CertificateOpinions all = CertificateOpinions.on(sha1, open.analysis(), cancel);
            elements.add(new ChainPane.Element(link, bySha1.getOrDefault(sha1, link.certificate().facts()),
                    elements.isEmpty() ? all : new CertificateOpinions(all.windows(), List.of())));
        }
        return elements;
    }

    private static Optional<CertificateChain> chain(OpenCase open, Certificate certificate, List<Certificate> pool, CancelSignal cancel)
            throws IOException {
        Optional<DecodedCertificate> leaf = decoded(open, certificate, cancel);
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        List<DecodedCertificate> others = new ArrayList<>();
        for (Certificate other : pool.subList(0, Math.min(MOST_IN_POOL, pool.size()))) {
            if (other.isCa().orElse(true)) {
                decoded(open, other, cancel).ifPresent(others::add);
            }
        }
        return Optional.of(CertificateChains.chainOf(leaf.get(), others));
    }

    private static Optional<DecodedCertificate> decoded(OpenCase open, Certificate certificate, CancelSignal cancel) throws IOException {
        if (certificate.sha1().isEmpty()) {
            return Optional.empty();
        }
        return open.analysis().der(certificate.sha1().get(), cancel).map(CertificateDecoder::examine);
    }

    @Override
    protected void timesChanged() {
        shown.ifPresent(this::load);
    }

    @Override
    public void setFocus() {
        page().control().setFocus();
    }
}
