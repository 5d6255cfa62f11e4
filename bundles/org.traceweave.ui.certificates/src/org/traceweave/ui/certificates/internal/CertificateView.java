package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CancelSignal;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.Certificate;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;

/** The certificate that was chosen, or that goes with what was chosen, decoded. */
public final class CertificateView extends CaseView {

    public static final String ID = "org.traceweave.ui.certificates.page";

    /** Certificates of the case that a chain is looked for in; a case with more of them is searched only among these. */
    private static final int MOST_IN_POOL = 4000;

    private @Nullable PageView page;
    private Optional<Certificate> shown = Optional.empty();

    @Override
    protected void createContent(Composite parent) {
        PageView made = new PageView(parent, session().theming());
        page = made;
        made.control().setData("id", "certificate");
        made.onLink(this::follow);
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
            load(focus.certificate().get());
        } else if (focus.chosen() instanceof Chosen.Nothing) {
            shown = Optional.empty();
            page().show(new PageText());
        }
    }

    private void load(Certificate certificate) {
        Optional<OpenCase> open = session().openCase();
        if (open.isEmpty()) {
            return;
        }
        List<Certificate> pool = session().answers().certificates();
        work().ask("certificate",
                cancel -> new CertificatePage(certificate, chain(open.get(), certificate, pool, cancel), session().time()).write(),
                page()::show, sentence -> page().show(new PageText().line(sentence, PageText.Tone.ERROR)));
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
