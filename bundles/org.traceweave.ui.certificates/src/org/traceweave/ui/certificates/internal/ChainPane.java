package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.ChainLink;
import org.traceweave.model.Certificate;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;
import org.traceweave.ui.Theming;

/**
 * A chain, leaf first, each element with what is computed here, what Windows said of it on which machine, and what peers did with it, side
 * by side: where these differ is the diagnosis.
 */
final class ChainPane {

    private static final Texts TEXTS = new Texts(ChainPane.class);
    private static final int COLUMNS = 4;
    /** Shares of the width, in percent. */
    private static final int[] SHARES = {24, 26, 26, 24};
    private static final int GAP = 1;

    private final Theming theming;
    private final Consumer<Object> follow;
    private final Consumer<IMenuManager> menu;
    private final ScrolledComposite scrolled;
    private final Composite grid;
    private final List<StyledText[]> rows = new ArrayList<>();

    /** An element, as the case judged it, with what is said of it. */
    record Element(ChainLink link, Certificate certificate, CertificateOpinions opinions) {
    }

    ChainPane(Composite parent, Theming theming, Consumer<Object> follow, Consumer<IMenuManager> menu) {
        this.theming = theming;
        this.follow = follow;
        this.menu = menu;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setData("id", "certificate-chain");
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        grid = new Composite(scrolled, SWT.NONE);
        scrolled.setContent(grid);
        scrolled.addListener(SWT.Resize, event -> arrange());
        Runnable recolour = this::recolour;
        theming.addListener(recolour);
        scrolled.addDisposeListener(event -> theming.removeListener(recolour));
        recolour();
    }

    Control control() {
        return scrolled;
    }

    private void recolour() {
        if (!grid.isDisposed()) {
            grid.setBackground(theming.palette().line());
            scrolled.setBackground(theming.palette().background());
        }
    }

    /** The text of one cell, for tests. */
    String text(int row, int column) {
        return rows.get(row)[column].getText();
    }

    int rows() {
        return rows.size();
    }

    void showNothing(String why) {
        clear();
        row(new PageText().line(why, Tone.MUTED), new PageText(), new PageText(), new PageText());
        arrange();
    }

    void show(CertificateChain chain, List<Element> elements) {
        clear();
        row(head("chain.element"), head("chain.computed"), head("chain.windows"), head("chain.peers"));
        for (Element element : elements) {
            // a peer takes or refuses a chain as a whole, which is told at its leaf
            row(element(element), computed(element), windows(element.opinions()),
                    rows.size() == 1 ? peers(element.opinions()) : new PageText().line(TEXTS.get("chain.peers.leaf"), Tone.MUTED));
        }
        chain.missingIssuer().ifPresent(name -> row(new PageText().line(TEXTS.get("chain.missing", "name", CertificateWords.shortName(Optional.of(name))), Tone.WARNING),
                new PageText().line(TEXTS.get("chain.missing.why"), Tone.MUTED), new PageText(), new PageText()));
        if (chain.cyclic()) {
            row(new PageText().line(TEXTS.get("chain.cyclic"), Tone.WARNING), new PageText(), new PageText(), new PageText());
        }
        arrange();
    }

    private static PageText head(String key) {
        return new PageText().styled(TEXTS.get(key), Tone.KEY);
    }

    private static PageText element(Element element) {
        Certificate facts = element.certificate();
        PageText cell = new PageText();
        String name = CertificateWords.shortName(facts.subject());
        if (facts.sha1().isPresent()) {
            cell.link(name, new CertificateLink.ToCertificate(facts.sha1().get())).line();
        } else {
            cell.line(name, Tone.STRONG);
        }
        cell.styled(facts.signatureHash().orElse("?"), CertificateWords.isWeak(facts) ? Tone.ERROR : Tone.MUTED).styled(", " + CertificateWords.key(facts), Tone.MUTED).line();
        if (element.opinions().differ()) {
            cell.line(TEXTS.get("chain.differ"), Tone.WARNING);
        }
        return cell;
    }

    private static PageText computed(Element element) {
        PageText cell = new PageText();
        ChainLink.SignatureCheck signature = element.link().signature();
        cell.styled("\u25CF ", signature == ChainLink.SignatureCheck.WRONG ? Tone.ERROR : signature == ChainLink.SignatureCheck.VERIFIED ? Tone.GOOD : Tone.MUTED)
                .line(TEXTS.get("signature." + signature.name().toLowerCase(Locale.ROOT)), Tone.TEXT);
        for (Lint lint : element.certificate().lints()) {
            if (lint.level() == LintLevel.ERROR || lint.level() == LintLevel.WARNING) {
                cell.styled("\u25CF ", lint.level() == LintLevel.ERROR ? Tone.ERROR : Tone.WARNING).line(lint.text() + " (" + lint.id() + ")", Tone.TEXT);
            }
        }
        return cell;
    }

    private static PageText windows(CertificateOpinions opinions) {
        PageText cell = new PageText();
        if (opinions.windows().isEmpty()) {
            return cell.line(TEXTS.get("chain.windows.none"), Tone.MUTED);
        }
        for (CertificateOpinions.OfWindows said : opinions.windows()) {
            cell.styled("\u25CF ", said.trustErrors().isEmpty() ? Tone.GOOD : Tone.ERROR)
                    .link(said.host().isBlank() ? TEXTS.get("chain.machine") : said.host(), new CertificateLink.ToEvidence(said.evidence()))
                    .styled(times(said.count()), Tone.MUTED).line();
            cell.line(said.trustErrors().isEmpty() ? TEXTS.get("chain.windows.good") : said.meanings().isEmpty() ? String.join(", ", said.trustErrors()) : String.join(" ", said.meanings()),
                    Tone.TEXT);
            said.revocation().ifPresent(revocation -> cell.line(revocation, Tone.MUTED));
        }
        return cell;
    }

    private static PageText peers(CertificateOpinions opinions) {
        PageText cell = new PageText();
        if (opinions.peers().isEmpty()) {
            return cell.line(TEXTS.get("chain.peers.none"), Tone.MUTED);
        }
        for (CertificateOpinions.OfPeer peer : opinions.peers()) {
            Tone tone = switch (peer.reaction()) {
                case ACCEPTED -> Tone.GOOD;
                case REFUSED -> Tone.ERROR;
                case FELL_SILENT -> Tone.WARNING;
            };
            cell.styled("\u25CF ", tone).link(peer.who().isBlank() ? TEXTS.get("chain.client") : peer.who(), new CertificateLink.ToEvidence(peer.evidence()))
                    .styled(times(peer.count()), Tone.MUTED).line();
            cell.line(TEXTS.get("chain." + peer.reaction().name().toLowerCase(Locale.ROOT)) + peer.reason().map(reason -> ": " + reason).orElse(""), Tone.TEXT);
        }
        return cell;
    }

    private static String times(long count) {
        return count == 1 ? "" : "  \u00D7" + count;
    }

    private void clear() {
        for (Control child : grid.getChildren()) {
            child.dispose();
        }
        rows.clear();
    }

    private void row(PageText... cells) {
        StyledText[] made = new StyledText[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            PageView view = new PageView(grid, theming);
            view.onLink(follow);
            view.show(cells[column]);
            PageMenu.on(view.control(), menu);
            view.control().getVerticalBar().setVisible(false);
            made[column] = view.control();
        }
        rows.add(made);
    }

    private void arrange() {
        int width = Math.max(400, scrolled.getClientArea().width);
        int y = 0;
        for (StyledText[] row : rows) {
            int height = 0;
            for (int column = 0; column < COLUMNS; column++) {
                height = Math.max(height, row[column].computeSize(width * SHARES[column] / 100 - GAP, SWT.DEFAULT).y);
            }
            int x = 0;
            for (int column = 0; column < COLUMNS; column++) {
                int cell = column == COLUMNS - 1 ? width - x : width * SHARES[column] / 100;
                row[column].setBounds(x, y, cell - GAP, height);
                x += cell;
            }
            y += height + GAP;
        }
        scrolled.setMinHeight(y);
    }
}
