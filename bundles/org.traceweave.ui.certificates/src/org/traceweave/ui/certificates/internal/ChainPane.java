package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/**
 * A chain, leaf first, each element with what is computed here, what Windows said of it on which machine, and what peers did with it, side
 * by side: where these differ is the diagnosis. Of several chains one is chosen, of several machines one or all. UI thread only.
 */
final class ChainPane {

    private static final Texts TEXTS = new Texts(ChainPane.class);
    private static final int[] SHARES = {24, 26, 26, 24};

    private final Composite composite;
    private final Combo chains;
    private final Combo machines;
    private final Runnable fit;
    private final PageGrid grid;
    private Optional<ChainFacts> facts = Optional.empty();
    private List<String> hosts = List.of();

    /** An element, as the case judged it, with what is said of it. */
    record Element(ChainLink link, Certificate certificate, CertificateOpinions opinions) {
    }

    /** @param trustLists opens the trust lists of the case */
    ChainPane(Composite parent, PageGrid.Maker maker, Runnable trustLists) {
        composite = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        composite.setLayout(layout);
        Composite bar = new Composite(composite, SWT.NONE);
        RowLayout row = new RowLayout();
        row.center = true;
        bar.setLayout(row);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        chains = combo(bar, "chain-alternatives", "chain.choose.tip");
        machines = combo(bar, "chain-machines", "chain.machines.tip");
        Button lists = new Button(bar, SWT.PUSH);
        lists.setText(TEXTS.get("chain.trustLists"));
        lists.addListener(SWT.Selection, event -> trustLists.run());
        fit = RoomyCombo.in(composite, chains);
        grid = maker.make(composite);
        grid.control().setData("id", "certificate-chain");
        grid.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }

    private Combo combo(Composite bar, String id, String tip) {
        Combo made = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        made.setData("id", id);
        made.setToolTipText(TEXTS.get(tip));
        made.addListener(SWT.Selection, event -> fill());
        return made;
    }

    Control control() {
        return composite;
    }

    /** The text of one cell, for tests. */
    String text(int row, int column) {
        return grid.text(row, column);
    }

    int rows() {
        return grid.rows();
    }

    void showNothing(String why) {
        facts = Optional.empty();
        choices(List.of(), List.of());
        grid.begin(SHARES);
        grid.row(new PageText().line(why, Tone.MUTED), new PageText(), new PageText(), new PageText());
        grid.end();
    }

    void show(Dossier dossier) {
        facts = dossier.chains();
        if (facts.isEmpty()) {
            told(dossier);
            return;
        }
        List<ChainAlternative> alternatives = facts.get().alternatives().alternatives();
        List<String> words = alternatives.stream().map(ChainPane::words).toList();
        hosts = facts.get().opinions().values().stream().flatMap(each -> each.windows().stream()).map(CertificateOpinions.OfWindows::host)
                .filter(host -> !host.isBlank()).distinct().sorted().toList();
        choices(words, hosts);
        fill();
    }

    private static String words(ChainAlternative chain) {
        String end = CertificateWords.shortName(chain.missing().flatMap(MissingIssuer::name).or(() -> chain.last().facts().subject()));
        return TEXTS.get("chain.end." + chain.end().name(), "name", end, "count", chain.links().size());
    }

    private void choices(List<String> alternatives, List<String> machineNames) {
        chains.setItems(alternatives.toArray(String[]::new));
        chains.select(0);
        chains.setEnabled(!alternatives.isEmpty());
        String first = machineNames.isEmpty() ? TEXTS.get("chain.machines.none") : machineNames.size() == 1 ? machineNames.getFirst()
                : TEXTS.get("chain.machines.all");
        List<String> all = Stream.concat(Stream.of(first), machineNames.size() > 1 ? machineNames.stream() : Stream.empty()).toList();
        machines.setItems(all.toArray(String[]::new));
        machines.select(0);
        machines.setEnabled(!machineNames.isEmpty());
        fit.run();
        composite.layout(true, true);
    }

    /** Chooses another of the chains, for tests. */
    void choose(int chain) {
        chains.select(chain);
        fill();
    }

    private void fill() {
        if (facts.isEmpty()) {
            return;
        }
        ChainFacts known = facts.get();
        ChainAlternative chain = known.alternatives().alternatives().get(Math.max(0, chains.getSelectionIndex()));
        int machine = machines.getSelectionIndex();
        ChainCells cells = new ChainCells(machine > 0 ? Optional.of(hosts.get(machine - 1)) : Optional.empty());
        head();
        boolean first = true;
        for (Element element : known.elements(chain)) {
            grid.row(cells.certificate(element, known.trusted().trusts(element.link().certificate())), ChainCells.computed(element),
                    cells.windows(element.opinions()),
                    first ? ChainCells.peers(element.opinions()) : ChainCells.peersOfLeaf());
            first = false;
        }
        chain.missing().ifPresent(issuer -> grid.gap(cells.missing(issuer, issuer.sha1().map(known.judged()::get)), ChainCells.knownFrom(issuer),
                cells.windows(known.opinions(issuer.sha1())), new PageText()));
        if (chain.end() == ChainAlternative.End.LOOP || chain.end() == ChainAlternative.End.BOUND) {
            grid.row(new PageText().line(TEXTS.get(chain.end() == ChainAlternative.End.LOOP ? "chain.cyclic" : "chain.bound"), Tone.WARNING),
                    new PageText(), new PageText(),
                    new PageText());
        }
        if (!known.alternatives().complete()) {
            grid.row(new PageText().line(TEXTS.get("chain.more"), Tone.WARNING), new PageText(), new PageText(), new PageText());
        }
        grid.end();
    }

    private void head() {
        grid.begin(SHARES);
        grid.row(ChainCells.head("chain.element"), ChainCells.head("chain.computed"), ChainCells.head("chain.windows"), ChainCells.head("chain.peers"));
    }

    /** Without its bytes nothing can be computed: the chain is shown as Windows built it. */
    private void told(Dossier dossier) {
        if (dossier.told().isEmpty()) {
            showNothing(TEXTS.get("asn1.none"));
            return;
        }
        choices(List.of(TEXTS.get("chain.asTold")), List.of());
        ChainCells cells = new ChainCells(Optional.empty());
        head();
        boolean first = true;
        for (Dossier.Told each : dossier.told()) {
            PageText name = each.certificate().map(known -> ChainCells.name(known, CertificateWords.shortName(known.subject())))
                    .orElseGet(() -> new PageText().line(each.name(), Tone.ITALIC));
            grid.row(name, each.certificate().filter(known -> known.origin() == CertificateOrigin.BYTES).map(ChainCells::judged)
                    .orElseGet(() -> new PageText().line(TEXTS.get("chain.uncomputed"), Tone.MUTED)), cells.windows(each.opinions()),
                    first ? ChainCells.peers(each.opinions()) : ChainCells.peersOfLeaf());
            first = false;
        }
        grid.end();
    }
}
