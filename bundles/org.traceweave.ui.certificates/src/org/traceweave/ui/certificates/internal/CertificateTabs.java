package org.traceweave.ui.certificates.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.model.Certificate;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;
import org.traceweave.ui.ViewWork;

/** The pages about a certificate as tabs, in the order of questions. UI thread only. */
final class CertificateTabs {

    private static final Texts TEXTS = new Texts(CertificateTabs.class);
    private static final int LONGEST_TITLE = 12;
    private static final int SHOWN_AT_ONCE = 64 << 10;

    private final CaseSession session;
    private final Consumer<Object> follow;
    private final Consumer<IMenuManager> menu;
    private final CTabFolder folder;
    private final Map<CertificateTab, PageView> pages = new EnumMap<>(CertificateTab.class);
    private final ValidityBars bars;
    private final Composite validity;
    private final ChainPane chain;
    private final ComparisonPane comparison;
    private final WhatIfPane whatIf;
    private final Asn1Pane asn1;
    private Optional<DerNode> waiting = Optional.empty();

    /**
     * @param menu adds to the menu of every page what can be done with the certificate as a whole
     * @param trustLists opens the trust lists of the case
     * @param work of the view
     */
    CertificateTabs(Composite parent, CaseSession session, Consumer<Object> follow, Consumer<IMenuManager> menu, Runnable trustLists, ViewWork work) {
        this.session = session;
        this.follow = follow;
        this.menu = menu;
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        folder.setData("id", "certificate-tabs");
        folder.setData("org.eclipse.e4.ui.css.CssClassName", "TraceweaveTabs");
        // what has no room goes behind the chevron, for three letters of a name say nothing
        folder.setMinimumCharacters(LONGEST_TITLE);
        validity = new Composite(folder, SWT.NONE);
        validity.setLayout(new FormLayout());
        bars = new ValidityBars(validity, session.theming(), session.time());
        PageGrid.Maker grids = made -> new PageGrid(made, session.theming(), follow, menu);
        chain = new ChainPane(folder, grids, trustLists);
        comparison = new ComparisonPane(folder, made -> page(CertificateTab.COMPARE, made), grids);
        whatIf = new WhatIfPane(folder, session, work, follow, menu);
        asn1 = new Asn1Pane(folder, session.theming());
        for (CertificateTab each : CertificateTab.values()) {
            CTabItem item = new CTabItem(folder, SWT.NONE);
            item.setText(TEXTS.get("tab." + each.name()));
            item.setControl(content(each));
        }
        folder.setSelection(0);
        folder.addListener(SWT.Selection, event -> showWaiting());
    }

    private Control content(CertificateTab tab) {
        return switch (tab) {
            case VALIDITY -> {
                place(page(tab, validity).control());
                yield validity;
            }
            case CHAIN -> chain.control();
            case WHAT_IF -> whatIf.control();
            case ASN1 -> asn1.control();
            case COMPARE -> comparison.control();
            default -> page(tab, folder).control();
        };
    }

    private PageView page(CertificateTab tab, Composite parent) {
        PageView made = new PageView(parent, session.theming());
        made.control().setData("id", tab == CertificateTab.VERDICT ? "certificate" : "certificate-" + tab.name().toLowerCase(Locale.ROOT));
        made.onLink(follow);
        PageMenu.on(made.control(), menu);
        pages.put(tab, made);
        return made;
    }

    private void place(Control text) {
        FormData above = new FormData();
        above.left = new FormAttachment(0);
        above.right = new FormAttachment(100);
        above.top = new FormAttachment(0);
        above.height = 0;
        bars.control().setLayoutData(above);
        FormData below = new FormData();
        below.left = new FormAttachment(0);
        below.right = new FormAttachment(100);
        below.top = new FormAttachment(bars.control());
        below.bottom = new FormAttachment(100);
        text.setLayoutData(below);
    }

    CTabFolder control() {
        return folder;
    }

    PageView page(CertificateTab tab) {
        PageView page = pages.get(tab);
        if (page == null) {
            throw new IllegalArgumentException(tab + " is no page of text");
        }
        return page;
    }

    ChainPane chain() {
        return chain;
    }

    WhatIfPane whatIf() {
        return whatIf;
    }

    Asn1Pane asn1() {
        return asn1;
    }

    /** Brings a page on top. */
    void open(CertificateTab tab) {
        folder.setSelection(tab.ordinal());
        showWaiting();
        folder.getItem(tab.ordinal()).getControl().setFocus();
    }

    /** All pages about one certificate but its comparison with others. */
    record Written(Dossier dossier, PageText verdict, PageText names, PageText validity, PageText details, PageText keys, PageText text) {
    }

    /** Writes the pages; for a background thread. */
    Written write(Dossier dossier) {
        return new Written(dossier, new VerdictPage(dossier, session.time()).write(), new NamesPage(dossier).write(),
                new ValidityPage(dossier, session.time()).write(),
                new DetailsPage(dossier, session.time()).write(), new KeysPage(dossier).write(), TextPage.write(dossier));
    }

    void show(Written written) {
        page(CertificateTab.VERDICT).show(written.verdict);
        page(CertificateTab.NAMES).show(written.names);
        page(CertificateTab.VALIDITY).show(written.validity);
        page(CertificateTab.DETAILS).show(written.details);
        page(CertificateTab.KEYS).show(written.keys);
        page(CertificateTab.TEXT).show(written.text);
        Dossier dossier = written.dossier;
        bars.show(dossier);
        setBarHeight(bars.height());
        dossier.decoded().map(DecodedCertificate::tree).ifPresentOrElse(this::showTree, () -> asn1.showNothing(TEXTS.get("asn1.none")));
        chain.show(dossier);
        whatIf.show(dossier);
    }

    /** Bytes of many pages take a moment to lay out, and wait until somebody wants to see them. */
    private void showTree(DerNode tree) {
        waiting = Optional.empty();
        if (tree.source().length <= SHOWN_AT_ONCE || folder.getSelectionIndex() == CertificateTab.ASN1.ordinal()) {
            asn1.show(tree);
        } else {
            asn1.showNothing("");
            waiting = Optional.of(tree);
        }
    }

    private void showWaiting() {
        if (folder.getSelectionIndex() == CertificateTab.ASN1.ordinal()) {
            waiting.ifPresent(asn1::show);
            waiting = Optional.empty();
        }
    }

    private void setBarHeight(int height) {
        ((FormData) bars.control().getLayoutData()).height = height;
        validity.layout(true, true);
    }

    /** Shows something that is no certificate: its fields, its tree, and its text. */
    void showObject(OpenedCertificates.Other other, String from) {
        showNothing("", Tone.MUTED);
        page(CertificateTab.VERDICT).show(ObjectPage.write(other.object(), from));
        page(CertificateTab.TEXT).show(new PageText().styled(other.object().text().strip(), Tone.MONO).line());
        showTree(DerReader.read(other.der()));
    }

    /** Shows nothing but one sentence, on the first page. */
    void showNothing(String sentence, Tone tone) {
        pages.forEach((tab, page) -> page.show(tab == CertificateTab.VERDICT && !sentence.isEmpty() ? new PageText()
                .line(sentence, tone) : new PageText()));
        waiting = Optional.empty();
        bars.clear();
        setBarHeight(0);
        asn1.showNothing("");
        chain.showNothing("");
        comparison.show(List.of());
        whatIf.showNothing();
    }

    /** Shows in what certificates differ. */
    void compare(List<Certificate> certificates) {
        comparison.show(certificates);
    }
}
