package org.traceweave.ui.internal.views;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Damage;
import org.traceweave.model.Gap;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** What is in the case and how far each source can be trusted: its state, how much it holds, what is missing or damaged, its clocks. */
public final class SourcesView extends CaseView {

    public static final String ID = "org.traceweave.ui.sources";

    private static final Texts TEXTS = new Texts(SourcesView.class);
    private static final int COUNT_WIDTH = 66;
    private static final int SHOWN = 10;

    private @Nullable Tree tree;
    private @Nullable Glyphs glyphs;
    private List<Source> shown = List.of();

    @Override
    protected void createContent(Composite parent) {
        Tree made = new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        tree = made;
        glyphs = new Glyphs(made);
        made.setHeaderVisible(true);
        made.setData("id", "sources");
        TreeColumn name = new TreeColumn(made, SWT.LEFT);
        name.setText(TEXTS.get("sources.source"));
        TreeColumn count = new TreeColumn(made, SWT.RIGHT);
        count.setText(TEXTS.get("sources.records"));
        count.setWidth(COUNT_WIDTH);
        made.addListener(SWT.Resize, event -> name.setWidth(Math.max(90, made.getClientArea().width - COUNT_WIDTH - 4)));
    }

    /** The tree, for tests. */
    public Tree tree() {
        if (tree == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return tree;
    }

    @Override
    public void caseChanged() {
        shown = List.of();
        tree().removeAll();
        sourcesChanged();
    }

    @Override
    public void sourcesChanged() {
        List<Source> sources = session().openCase().map(OpenCase::source).map(each -> each.sources()).orElse(List.of());
        if (!sources.equals(shown)) {
            shown = sources;
            fill();
        }
    }

    private void fill() {
        tree().setRedraw(false);
        while (tree().getItemCount() > shown.size()) {
            tree().getItem(tree().getItemCount() - 1).dispose();
        }
        for (int i = 0; i < shown.size(); i++) {
            TreeItem item = i < tree().getItemCount() ? tree().getItem(i) : new TreeItem(tree(), SWT.NONE);
            if (!shown.get(i).equals(item.getData())) {
                fill(item, shown.get(i));
            }
        }
        tree().setRedraw(true);
    }

    private void fill(TreeItem item, Source source) {
        item.setData(source);
        item.setText(new String[] {shortName(source.source()), count(source)});
        if (glyphs != null) {
            item.setImage(glyphs.of(source.status()));
        }
        item.removeAll();
        TimeDisplay time = session().time();
        line(item, TEXTS.get("sources.status", "status", TEXTS.get("status." + source.status().word()), "format",
                source.format().orElse(TEXTS.get("sources.noFormat"))), false);
        if (source.first().isPresent() && source.last().isPresent()) {
            line(item, TEXTS.get("sources.span", "from", time.seconds(source.first().getAsLong()), "to",
                    time.seconds(source.last().getAsLong())), false);
        }
        if (!source.hosts().isEmpty()) {
            line(item, TEXTS.get("sources.hosts", "hosts", String.join(", ", source.hosts())), false);
        }
        source.clocks().forEach(clock -> line(item, clock(clock), clock.basis() == ClockBasis.ASSUMED));
        if (source.recovered() > 0) {
            line(item, TEXTS.get("sources.recovered", "count", source.recovered()), false);
        }
        if (source.duplicates() > 0) {
            line(item, TEXTS.get("sources.duplicates", "count", source.duplicates()), false);
        }
        source.gaps().stream().limit(SHOWN).forEach(gap -> line(item, gap(gap, time), true));
        source.damage().stream().limit(SHOWN).forEach(damage -> line(item, damage(damage), true));
        int hidden = Math.max(0, source.gaps().size() - SHOWN) + Math.max(0, source.damage().size() - SHOWN);
        if (hidden > 0) {
            line(item, TEXTS.get("sources.more", "count", hidden), true);
        }
    }

    private static String count(Source source) {
        boolean unknown = source.records() == 0 && (source.status() == SourceStatus.PENDING || source.status() == SourceStatus.IMPORTING);
        return unknown ? "" : String.format(Locale.ROOT, "%,d", source.records());
    }

    private void line(TreeItem parent, String words, boolean warns) {
        TreeItem item = new TreeItem(parent, SWT.NONE);
        item.setText(words);
        item.setForeground(warns ? session().theming().palette().warning() : session().theming().palette().muted());
    }

    /** The last folder and the name: sources of several hosts often have the same name. */
    static String shortName(String source) {
        String flat = source.replace('\\', '/');
        int last = flat.lastIndexOf('/');
        int before = last <= 0 ? -1 : flat.lastIndexOf('/', last - 1);
        return flat.substring(before + 1);
    }

    private static String clock(Clock clock) {
        String zone = String.format(Locale.ROOT, "%+.1f h", clock.offsetSeconds() / 3600);
        String skew = Double.isInfinite(clock.uncertaintySeconds()) || clock.basis() == ClockBasis.ASSUMED ? TEXTS.get("clock.unmeasured")
                : TEXTS.get("clock.skew", "skew", String.format(Locale.ROOT, "%+.1f", clock.skewSeconds()), "uncertainty",
                        String.format(Locale.ROOT, "%.1f", clock.uncertaintySeconds()));
        return TEXTS.get("sources.clock", "host", clock.host(), "zone", zone, "skew", skew, "basis",
                TEXTS.get("basis." + clock.basis().word()));
    }

    private static String gap(Gap gap, TimeDisplay time) {
        return TEXTS.get("sources.gap", "kind", TEXTS.get("gap." + gap.kind().word()), "from", time.seconds(gap.range().from()), "to",
                time.seconds(gap.range().to()), "detail", gap.detail());
    }

    private static String damage(Damage damage) {
        return TEXTS.get("sources.damage", "kind", TEXTS.get("damage." + damage.kind().word()), "offset", damage.offset(), "length",
                damage.length(), "detail", damage.detail());
    }

    @Override
    protected void timesChanged() {
        shown = List.of();
        tree().removeAll();
        sourcesChanged();
    }

    @Override
    public void setFocus() {
        tree().setFocus();
    }
}
