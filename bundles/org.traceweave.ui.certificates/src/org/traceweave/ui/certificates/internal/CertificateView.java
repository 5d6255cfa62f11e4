package org.traceweave.ui.certificates.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.Certificate;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;

/**
 * The certificate that was chosen, that goes with what was chosen, or that was opened from the clipboard, a selection or a file, decoded and judged.
 * Works without a case.
 */
public final class CertificateView extends CaseView {

    public static final String ID = "org.traceweave.ui.certificates.page";

    private static final Texts TEXTS = new Texts(CertificateView.class);

    private @Nullable OpenedStrip strip;
    private @Nullable CertificateTabs tabs;
    private @Nullable CertificateCopies copies;
    private final CertificateBytes bytes = new CertificateBytes();
    private final List<Certificate> kept = new ArrayList<>();
    private Optional<Certificate> shown = Optional.empty();
    private Optional<Dossier> dossier = Optional.empty();
    private Optional<OpenedCertificates> opened = Optional.empty();

    @Override
    protected void createContent(Composite parent) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        CertificateCopies all = new CertificateCopies(() -> dossier, () -> getSite().getShell(), session().notices()::add);
        copies = all;
        strip = new OpenedStrip(parent, session(), this::showFound);
        CertificateTabs made = new CertificateTabs(parent, session(), this::follow, this::fill, this::trustLists, work());
        made.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tabs = made;
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        // an empty menu is not shown at all
        fill(menu);
        CertificateDrop.on(parent, this::openFiles);
    }

    /** Opens the trust lists of the case. */
    void trustLists() {
        TrustListsDialog.open(getSite().getShell(), session(), () -> {
            reload();
            session().analyse();
        });
    }

    private void fill(IMenuManager menu) {
        if (copies != null) {
            copies.addTo(menu);
        }
        menu.add(new Separator());
        menu.add(CertificateCopies.action("compare.keep", shown.isPresent() || dossier.isPresent(), this::keep));
        menu.add(CertificateCopies.action("compare.clear", !kept.isEmpty(), this::forget));
    }

    /** Keeps the certificate that is shown, to compare with those chosen after it. */
    public void keep() {
        dossier.map(Dossier::facts).or(() -> shown).filter(certificate -> !kept.contains(certificate)).ifPresent(kept::add);
        compare();
    }

    private void forget() {
        kept.clear();
        compare();
    }

    private void compare() {
        List<Certificate> all = new ArrayList<>(kept);
        dossier.map(Dossier::facts).or(() -> shown).filter(certificate -> !all.contains(certificate)).ifPresent(all::add);
        tabs().compare(all);
    }

    /** Shows in what these differ. */
    public void compare(List<Certificate> certificates) {
        kept.clear();
        kept.addAll(certificates);
        tabs().compare(certificates);
        tabs().open(CertificateTab.COMPARE);
    }

    CertificateTabs tabs() {
        if (tabs == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return tabs;
    }

    private OpenedStrip strip() {
        if (strip == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return strip;
    }

    /** The first page, for tests. */
    public PageView page() {
        return tabs().page(CertificateTab.VERDICT);
    }

    /** Another page of text by its name, for tests. */
    public PageView page(String tab) {
        return tabs().page(CertificateTab.valueOf(tab));
    }

    private void follow(Object target) {
        if (target instanceof CertificateLink link) {
            switch (link) {
                case CertificateLink.ToCertificate certificate -> toCertificate(certificate.sha1());
                case CertificateLink.ToEvidence evidence -> session().selection().choose(new Chosen.Place(evidence.evidence()));
                case CertificateLink.ToSignIn signIn -> session().selection().chooseSignIn(signIn.id());
                case CertificateLink.ToBytes bytes -> {
                    tabs().open(CertificateTab.ASN1);
                    tabs().asn1().chooseByte(bytes.offset());
                }
                case CertificateLink.ToAddress address -> Program.launch(address.url());
                case CertificateLink.ToPage page -> tabs().open(page.tab());
            }
        }
    }

    private void toCertificate(String sha1) {
        Optional<DecodedCertificate> among = opened.flatMap(all -> all.certificates().stream()
                .filter(each -> each.facts().sha1().filter(sha1::equals).isPresent()).findFirst());
        among.ifPresentOrElse(this::showOpened, () -> session().selection().chooseCertificate(sha1));
    }

    @Override
    public void caseChanged() {
        bytes.clear();
    }

    /** A certificate that is judged otherwise than before is shown anew. */
    @Override
    public void answersChanged() {
        Optional<Certificate> fresh = shown.flatMap(Certificate::sha1).flatMap(session().selection()::certificate);
        if (fresh.isPresent() && !fresh.equals(shown)) {
            shown = fresh;
            load(fresh.get());
        }
    }

    @Override
    protected void focusChanged(Focus focus) {
        if (focus.certificate().isPresent() && !focus.certificate().equals(shown)) {
            opened = Optional.empty();
            strip().show(opened);
            shown = focus.certificate();
            load(focus.certificate().get());
        } else if (focus.chosen() instanceof Chosen.Nothing && opened.isEmpty()) {
            shown = Optional.empty();
            dossier = Optional.empty();
            tabs().showNothing(TEXTS.get("page.hint"), Tone.MUTED);
            kept.clear();
            compare();
        }
    }

    private void load(Certificate certificate) {
        Optional<OpenCase> open = session().openCase();
        if (open.isPresent()) {
            List<Certificate> known = session().answers().certificates();
            if (dossier.isEmpty()) {
                tabs().showNothing(TEXTS.get("certificate.reading"), Tone.MUTED);
            }
            work().ask("certificate", cancel -> tabs().write(new DossierReader(open, known, bytes, cancel).ofCase(certificate)), this::show,
                    sentence -> tabs().showNothing(sentence, Tone.ERROR));
        }
    }

    private void show(CertificateTabs.Written written) {
        dossier = Optional.of(written.dossier());
        tabs().show(written);
        compare();
    }

    /** Shows what was opened from outside the case: the first certificate, all to choose from; where there is none, why. */
    void open(OpenedCertificates found) {
        shown = Optional.empty();
        opened = Optional.of(found);
        strip().show(opened);
        tabs().open(CertificateTab.VERDICT);
        leafFirst(found.certificates()).ifPresentOrElse(this::showOpened, () -> {
            dossier = Optional.empty();
            found.others().stream().findFirst().ifPresentOrElse(this::showObject, () -> tabs().showNothing(OpenedWords.nothing(found), Tone.WARNING));
        });
    }

    private void showFound(OpenedCertificates.Found found) {
        switch (found) {
            case OpenedCertificates.One one -> showOpened(one.certificate());
            case OpenedCertificates.Other other -> showObject(other);
            case OpenedCertificates.Key key -> tabs().showNothing(TEXTS.get("opened.key.why"), Tone.WARNING);
            case OpenedCertificates.Unread unread -> tabs().showNothing(unread.problem(), Tone.WARNING);
        }
    }

    private void showObject(OpenedCertificates.Other other) {
        dossier = Optional.empty();
        strip().reveal(other);
        tabs().showObject(other, opened.map(OpenedCertificates::from).orElse(""));
    }

    /** The first that issues nothing, for it is the one in question. */
    private static Optional<DecodedCertificate> leafFirst(List<DecodedCertificate> certificates) {
        return certificates.stream().filter(each -> !each.facts().isCa().orElse(false) && !each.facts().isSelfIssued()).findFirst()
                .or(() -> certificates.stream().findFirst());
    }

    private void showOpened(DecodedCertificate certificate) {
        Optional<OpenedCertificates> among = opened;
        if (among.isEmpty()) {
            return;
        }
        strip().reveal(certificate);
        List<Certificate> known = session().answers().certificates();
        Optional<OpenCase> open = session().openCase();
        work().ask("certificate", cancel -> tabs().write(new DossierReader(open, known, bytes, cancel)
                .ofOpened(certificate, among.get().certificates(), among.get().from())),
                this::show, sentence -> tabs().showNothing(sentence, Tone.ERROR));
    }

    /** Opens certificate files, such as those dropped on the view. */
    void openFiles(List<Path> files) {
        CertificateFiles.read(files, getSite().getShell(), work(), this::open);
    }

    @Override
    protected void timesChanged() {
        reload();
    }

    /** Gathers and writes everything anew. */
    private void reload() {
        dossier.ifPresent(known -> {
            if (known.openedFrom().isPresent()) {
                known.decoded().ifPresent(this::showOpened);
            } else {
                load(known.facts());
            }
        });
    }

    @Override
    public void setFocus() {
        tabs().control().setFocus();
    }
}
