package org.traceweave.ui.timeline.internal;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.charts.VolumeBucket;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.Texts;

/** The case on one time axis: how many records there are, the sign-in attempts, and what Windows reported beside them. */
public final class TimelineView extends CaseView implements TimelineCanvas.Moves {

    public static final String ID = "org.traceweave.ui.timeline.view";

    private static final Texts TEXTS = new Texts(TimelineView.class);
    private static final double POINTS_TO_PIXELS = 96.0 / 72;
    private static final int BUCKET_PIXELS = 3;
    private static final int REST_FACTOR = 4;
    private static final int LEAST_REST_MILLIS = 200;
    private static final int MOST_REST_MILLIS = 10_000;

    private final TimeWindow window = new TimeWindow();
    private @Nullable TimelineCanvas canvas;
    private @Nullable TimelinePainter painter;
    private TimelineAnswers answers = new TimelineAnswers(org.traceweave.ui.CaseAnswers.NONE);
    private List<VolumeBucket> volume = List.of();
    private boolean known;
    private boolean counting;
    private long volumeNanos;
    private boolean stale;

    @Override
    protected void createContent(Composite parent) {
        TimelineCanvas made = new TimelineCanvas(parent, this);
        canvas = made;
        made.control().setData("id", "timeline");
        painter = new TimelinePainter(parent.getDisplay(), this::drawn, session().notices()::add);
        made.control().addListener(SWT.Resize, event -> draw());
        Runnable redraw = this::draw;
        session().theming().addListener(redraw);
        session().timeFilter().addListener(redraw);
        parent.addDisposeListener(event -> {
            session().theming().removeListener(redraw);
            session().timeFilter().removeListener(redraw);
            if (painter != null) {
                painter.close();
            }
        });
        IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
        tools.add(action("zoom-in", "timeline.zoomIn", () -> zoom(0.5, centre())));
        tools.add(action("zoom-out", "timeline.zoomOut", () -> zoom(2, centre())));
        tools.add(action("fit", "timeline.fit", this::fit));
    }

    private static Action action(String glyph, String key, Runnable task) {
        Action action = new Action(TEXTS.get(key)) {
            @Override
            public void run() {
                task.run();
            }
        };
        action.setImageDescriptor(Glyphs.descriptor(glyph));
        return action;
    }

    private TimelineCanvas canvas() {
        if (canvas == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return canvas;
    }

    /** What is on screen, for tests. */
    public Optional<TimelinePicture> picture() {
        return canvas().picture();
    }

    private long centre() {
        TimeRange visible = window.visible();
        OptionalLong time = session().selection().focus().time();
        return time.isPresent() && visible.contains(time.getAsLong()) ? time.getAsLong() : visible.from() + visible.length() / 2;
    }

    @Override
    public void caseChanged() {
        known = false;
        counting = false;
        work().cancelAll();
        volume = List.of();
        window.fit();
        if (session().openCase().isEmpty()) {
            canvas().clear();
        }
        recordsChanged();
    }

    @Override
    public void recordsChanged() {
        Optional<OpenCase> open = session().openCase();
        if (open.isEmpty()) {
            return;
        }
        stale = counting;
        if (counting) {
            return;
        }
        counting = true;
        long start = System.nanoTime();
        work().<Optional<TimeRange>>ask("extent", cancel -> VolumeQuestion.extent(open.get().source()), extent -> {
            known = extent.isPresent();
            extent.ifPresent(window::setWhole);
            askVolume();
            draw();
            rest(System.nanoTime() - start + volumeNanos);
        }, problem -> {
            session().notices().add(problem);
            counting = false;
        });
    }

    /** Counting takes turns with resting while an import goes on, so that it never takes much of the machine. */
    private void rest(long nanosTaken) {
        int pause = Math.clamp(REST_FACTOR * nanosTaken / 1_000_000, LEAST_REST_MILLIS, MOST_REST_MILLIS);
        canvas().control().getDisplay().timerExec(pause, () -> {
            counting = false;
            if (stale && !canvas().control().isDisposed()) {
                recordsChanged();
            }
        });
    }

    @Override
    public void sourcesChanged() {
        draw();
    }

    @Override
    public void answersChanged() {
        answers = new TimelineAnswers(session().answers());
        draw();
    }

    @Override
    protected void focusChanged(Focus focus) {
        if (focus.time().isPresent() && focus.time().getAsLong() != UtcTime.UNKNOWN) {
            window.reveal(focus.time().getAsLong());
            askVolume();
        }
        draw();
    }

    @Override
    protected void timesChanged() {
        draw();
    }

    private void askVolume() {
        Optional<OpenCase> open = session().openCase();
        if (open.isEmpty() || !known) {
            return;
        }
        TimeRange visible = window.visible();
        long start = System.nanoTime();
        int width = Math.max(60, canvas().control().getClientArea().width);
        work().ask("volume", cancel -> VolumeQuestion.volume(open.get().source(), visible, width / BUCKET_PIXELS), found -> {
            volume = found;
            volumeNanos = System.nanoTime() - start;
            draw();
        }, session().notices()::add);
    }

    private void draw() {
        Canvas control = canvas().control();
        Rectangle area = control.getClientArea();
        if (!known || painter == null || area.width < 120 || area.height < 30) {
            return;
        }
        TimelineContent content = new TimelineContent(TEXTS.get("lane.volume"), volume, answers.lanes(), gaps());
        Focus focus = session().selection().focus();
        double scale = control.getMonitor().getZoom() / 100.0;
        TimelineFrame frame = new TimelineFrame(window.visible(), area.width, area.height, scale, session().time().zone(), focus.time(),
                session().timeFilter().range(), highlighted(focus));
        painter.draw(new TimelinePainter.Order(content, frame, theme(control)));
    }

    private Set<String> highlighted(Focus focus) {
        Set<String> ids = new HashSet<>(focus.signIns());
        focus.failure().ifPresent(failure -> ids.add(TimelineAnswers.id(failure.evidence())));
        focus.related().forEach(evidence -> ids.add(TimelineAnswers.id(evidence)));
        return ids;
    }

    private List<TimeRange> gaps() {
        return session().openCase().map(open -> open.source().sources().stream().flatMap(source -> source.gaps().stream())
                .filter(gap -> gap.kind() == GapKind.TIME || gap.kind() == GapKind.THROTTLED).map(Gap::range).toList()).orElse(List.of());
    }

    private ChartTheme theme(Canvas control) {
        FontData font = control.getFont().getFontData()[0];
        int size = (int) Math.round(font.getHeight() * POINTS_TO_PIXELS);
        boolean dark = session().theming().isDark();
        ChartTheme theme = dark ? ChartTheme.dark(font.getName(), size) : ChartTheme.light(font.getName(), size);
        org.eclipse.swt.graphics.Color around = control.getBackground();
        return theme.withBackground(new Color(around.getRed(), around.getGreen(), around.getBlue()));
    }

    private void drawn(TimelinePicture picture) {
        canvas().show(picture);
    }

    @Override
    public void zoom(double factor, long centre) {
        window.zoom(factor, centre);
        moved();
    }

    @Override
    public void pan(long by) {
        window.pan(by);
        moved();
    }

    @Override
    public void fit() {
        window.fit();
        moved();
    }

    private void moved() {
        draw();
        askVolume();
    }

    @Override
    public void chooseSpan(Optional<TimeRange> span) {
        session().timeFilter().set(span);
    }

    @Override
    public void choose(TimelineHit hit) {
        if (hit.ids().isEmpty()) {
            session().selection().choose(new Chosen.Moment(hit.range().from()));
        } else {
            answers.subject(hit.ids().getFirst()).ifPresent(session().selection()::choose);
        }
    }

    @Override
    public String hint(TimelineHit hit) {
        return new TimelineHints(session().time()).hint(hit, answers);
    }

    @Override
    public void setFocus() {
        canvas().control().setFocus();
    }
}
