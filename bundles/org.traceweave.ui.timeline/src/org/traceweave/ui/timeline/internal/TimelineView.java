package org.traceweave.ui.timeline.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.traceweave.charts.LaneStack;
import org.traceweave.charts.QuietTimes;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineMark;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.charts.TimelineSheet;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.ChartLook;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.Texts;

/** The case on one time axis: the sign-in attempts, what Windows reported beside them, and how many records there are. */
public final class TimelineView extends CaseView implements TimelineCanvas.Moves, TimelineKeys.Moves, TimelineTools.Moves {

    public static final String ID = "org.traceweave.ui.timeline.view";

    private static final Texts TEXTS = new Texts(TimelineView.class);
    private static final int LEAST_WIDTH = 120;
    private static final int LEAST_HEIGHT = 30;

    private final TimeWindow window = new TimeWindow();
    private @Nullable TimelineCanvas canvas;
    private @Nullable TimelineBar bar;
    private @Nullable TimelinePainter painter;
    private @Nullable TimelineExport export;
    private LaneQuestion lanes = LaneQuestion.NONE;
    private LaneChoice choice = LaneChoice.FIRST;
    private TimelineAnswers answers = TimelineAnswers.NONE;
    private @Nullable VolumeCounting counting;
    private Optional<String> hovered = Optional.empty();
    private Optional<String> walked = Optional.empty();
    private int scroll;

    @Override
    public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (memento != null) {
            choice = LaneChoice.restored(memento);
        }
    }

    @Override
    public void saveState(IMemento memento) {
        choice.save(memento);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        TimelineBar madeBar = new TimelineBar(area, this);
        bar = madeBar;
        GridDataFactory.fillDefaults().grab(true, false).applyTo(madeBar.control());
        TimelineCanvas made = new TimelineCanvas(area, this);
        canvas = made;
        GridDataFactory.fillDefaults().grab(true, true).applyTo(made.control());
        made.control().setData("id", "timeline");
        new TimelineKeys(made.control(), this);
        lanes = new LaneQuestion(LaneContributions.of(Platform.getExtensionRegistry(), session().notices()::add));
        counting = new VolumeCounting(work(), made.control(), session().notices()::add);
        painter = new TimelinePainter(parent.getDisplay(), made::show, session().notices()::add);
        export = new TimelineExport(parent.getDisplay(), this::say, session().notices()::add);
        made.control().addListener(SWT.Resize, event -> draw());
        Runnable redraw = this::draw;
        session().theming().addListener(redraw);
        session().timeFilter().addListener(redraw);
        parent.addDisposeListener(event -> {
            session().theming().removeListener(redraw);
            session().timeFilter().removeListener(redraw);
            painter().close();
            export().close();
        });
        TimelineTools.addTo(getViewSite().getActionBars(), this);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return part;
    }

    private TimelineCanvas canvas() {
        return made(canvas);
    }

    private TimelinePainter painter() {
        return made(painter);
    }

    private VolumeCounting counting() {
        return made(counting);
    }

    private TimelineExport export() {
        return made(export);
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
        counting().forget();
        work().cancelAll();
        answers = TimelineAnswers.NONE;
        lanes.forget();
        walked = Optional.empty();
        hovered = Optional.empty();
        scroll = 0;
        window.fold(QuietTimes.NONE);
        window.fit();
        if (session().openCase().isEmpty()) {
            canvas().clear();
        }
        recordsChanged();
    }

    @Override
    public void recordsChanged() {
        session().openCase().ifPresent(open -> counting().grown(open, extent -> {
            extent.ifPresent(window::setWhole);
            fold();
            moved();
        }));
    }

    @Override
    public void sourcesChanged() {
        draw();
    }

    @Override
    public void answersChanged() {
        askLanes();
    }

    private void askLanes() {
        Optional<OpenCase> open = session().openCase();
        if (open.isEmpty()) {
            answers = TimelineAnswers.NONE;
            made(bar).show(choice, 0, 0);
            draw();
            return;
        }
        LaneQuestion.Asked asked = new LaneQuestion.Asked(open.get(), session().answers(), choice);
        work().ask("lanes", cancel -> lanes.answer(asked, cancel), found -> {
            answers = found.answers();
            found.notices().forEach(session().notices()::add);
            made(bar).show(choice, answers.attempts().shown(), answers.attempts().total());
            fold();
            draw();
        }, session().notices()::add);
    }

    private void fold() {
        window.fold(choice.folds() && counting().isKnown() ? answers.quiet(window.whole()) : QuietTimes.NONE);
    }

    @Override
    protected void focusChanged(Focus focus) {
        walked = Optional.empty();
        if (focus.time().isPresent() && focus.time().getAsLong() != UtcTime.UNKNOWN) {
            window.reveal(focus.time().getAsLong());
            askVolume();
        }
        focus.signIns().stream().findFirst().ifPresent(this::revealLane);
        draw();
    }

    private void revealLane(String mark) {
        LaneStack stack = stack();
        stack.laneOf(mark).ifPresent(lane -> picture().ifPresent(picture -> {
            int top = stack.top(lane);
            int foot = stack.top(lane + 1);
            int height = (int) picture.lanes().getHeight();
            scroll = Math.clamp(scroll, Math.max(0, foot - height), Math.max(top, Math.max(0, foot - height)));
        }));
    }

    @Override
    protected void timesChanged() {
        draw();
    }

    private void askVolume() {
        session().openCase().ifPresent(open -> counting().count(open, window.visible(), this::draw));
    }

    private void draw() {
        Canvas control = canvas().control();
        Rectangle area = control.getClientArea();
        if (painter == null || !counting().isKnown() || area.width < LEAST_WIDTH || area.height < LEAST_HEIGHT) {
            return;
        }
        painter().draw(new TimelinePainter.Order(content(), frame(area.width, area.height), ChartLook.of(control, session().theming().isDark())));
    }

    /** The lanes of attempts, those with nothing in view left out if wished. */
    private LaneStack stack() {
        LaneStack all = answers.attempts().stack();
        return choice.onlySeen() ? all.onlySeenIn(window.visible()) : all;
    }

    private TimelineContent content() {
        String empty = answers.attempts().shown() > 0 ? TEXTS.get("empty.span")
                : answers.attempts().total() > 0 ? TEXTS.get("empty.filtered", "total", answers.attempts().total())
                : session().answers().pending().isPresent() ? TEXTS.get("empty.pending") : TEXTS.get("empty.none");
        return new TimelineContent(TEXTS.get("lane.volume"), counting().volume(), stack(), answers.events(), answers.links(),
                session().openCase().map(open -> TimelineGaps.of(open.source().sources())).orElse(List.of()), empty);
    }

    private TimelineFrame frame(int width, int height) {
        Focus focus = session().selection().focus();
        return TimelineFrame.of(window.time(), width, height).withScale(canvas().control().getMonitor().getZoom() / 100.0)
                .withZone(session().time().zone()).withChoice(focus.time(), session().timeFilter().range(), highlighted(focus)).withScroll(scroll)
                .showing(choice.coincidences(), choice.legend());
    }

    private Set<String> highlighted(Focus focus) {
        Set<String> ids = new HashSet<>(focus.signIns());
        focus.failure().ifPresent(failure -> ids.add(EventLanes.id(failure.evidence())));
        focus.related().forEach(evidence -> ids.add(EventLanes.id(evidence)));
        hovered.ifPresent(ids::add);
        walked.ifPresent(ids::add);
        return ids;
    }

    @Override
    public LaneChoice choice() {
        return choice;
    }

    @Override
    public void choose(UnaryOperator<LaneChoice> change) {
        LaneChoice next = change.apply(choice);
        if (next.equals(choice)) {
            return;
        }
        boolean isRegrouped = next.grouping() != choice.grouping() || !next.filter().equals(choice.filter());
        choice = next;
        if (isRegrouped) {
            scroll = 0;
            askLanes();
        } else {
            fold();
            moved();
        }
    }

    @Override
    public void zoom(double factor, long centre) {
        window.zoom(factor, centre);
        moved();
    }

    @Override
    public void zoomBy(double factor) {
        zoom(factor, centre());
    }

    @Override
    public void pan(double share) {
        window.pan(share);
        moved();
    }

    @Override
    public void fit() {
        window.fit();
        moved();
    }

    @Override
    public void scroll(int to) {
        scroll = Math.clamp(to, 0, picture().map(TimelinePicture::mostScroll).orElse(0));
        draw();
    }

    @Override
    public void scrollBy(int pixels) {
        scroll(scroll + pixels);
    }

    private void moved() {
        draw();
        askVolume();
    }

    @Override
    public Optional<String> go(String typed) {
        if (!counting().isKnown()) {
            return Optional.of(TEXTS.get("go.noRecords"));
        }
        Optional<TimePhrase.Target> target = new TimePhrase(session().time().zone(), window.visible(), window.whole()).read(typed);
        if (target.isEmpty()) {
            return problem(TEXTS.get("go.noTime", "typed", typed));
        }
        if (!target.get().range().overlaps(window.whole())) {
            return problem(TEXTS.get("go.outside", "typed", typed, "from", session().time().seconds(window.whole().from()), "to",
                    session().time().seconds(window.whole().to())));
        }
        say("");
        window.show(target.get().range());
        target.get().moment().ifPresent(moment -> session().selection().choose(new Chosen.Moment(moment)));
        moved();
        return Optional.empty();
    }

    private Optional<String> problem(String sentence) {
        say(sentence);
        return Optional.of(sentence);
    }

    private void say(String sentence) {
        getViewSite().getActionBars().getStatusLineManager().setMessage(sentence.isEmpty() ? null : sentence);
    }

    @Override
    public void goToTime() {
        made(bar).focusTime();
    }

    @Override
    public void leave() {
        canvas().control().setFocus();
    }

    @Override
    public boolean walk(boolean forward) {
        Optional<String> at = walked.or(() -> session().selection().focus().signIns().stream().findFirst());
        Optional<TimelineMark> next = AttemptWalk.from(answers.walk(), at, window.visible(), forward);
        walked = next.map(TimelineMark::id);
        next.ifPresent(mark -> {
            window.reveal(mark.from());
            revealLane(mark.id());
            askVolume();
        });
        say(next.map(mark -> new TimelineHints(session().time(), answers).hint(mark.id()).lines().findFirst().orElse("")).orElse(""));
        draw();
        return next.isPresent();
    }

    @Override
    public void chooseWalked() {
        walked.flatMap(answers::subject).map(MarkSubject::chosen).ifPresent(session().selection()::choose);
    }

    @Override
    public void drop() {
        if (walked.isPresent()) {
            walked = Optional.empty();
            say("");
            draw();
        } else {
            chooseSpan(Optional.empty());
        }
    }

    @Override
    public void chooseSpan(Optional<TimeRange> span) {
        session().timeFilter().set(span);
    }

    @Override
    public void choose(TimelineHit hit) {
        if (hit.lane().equals(TimelineHit.FOLD)) {
            window.show(hit.range());
            moved();
        } else if (hit.ids().isEmpty()) {
            session().selection().choose(new Chosen.Moment(hit.range().from()));
        } else {
            answers.subject(hit.ids().getFirst()).map(MarkSubject::chosen).ifPresent(session().selection()::choose);
        }
    }

    @Override
    public void hover(Optional<TimelineHit> hit) {
        Optional<String> under = hit.filter(each -> each.count() == 1).flatMap(each -> each.ids().stream().findFirst());
        if (!under.equals(hovered)) {
            hovered = under;
            draw();
        }
    }

    @Override
    public String hint(TimelineHit hit) {
        return new TimelineHints(session().time(), answers).hint(hit);
    }

    @Override
    public void export(TimelineSheet.Format format) {
        session().openCase().filter(open -> counting().isKnown()).flatMap(open -> TimelineExport.ask(getSite().getShell(), format, open.name()))
                .ifPresent(file -> export(file, format));
    }

    /** Writes what is shown to a file, in the background. */
    public void export(Path file, TimelineSheet.Format format) {
        Rectangle area = canvas().control().getClientArea();
        String name = session().openCase().map(OpenCase::name).filter(each -> !each.isEmpty()).orElse(TEXTS.get("export.unnamed"));
        String heading = TEXTS.get("export.heading", "case", name, "from", session().time().seconds(window.visible().from()), "to",
                session().time().seconds(window.visible().to()), "zone", session().time().zoneName(), "shown", answers.attempts().shown(), "total",
                answers.attempts().total());
        export().write(file, format, content(), frame(Math.max(600, area.width), Math.max(LEAST_HEIGHT, area.height)), heading);
    }

    @Override
    public void setFocus() {
        canvas().control().setFocus();
    }
}
