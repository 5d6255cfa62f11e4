package org.traceweave.ui.internal.flow;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.CallFlowText;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.charts.CallFlowChart;
import org.traceweave.charts.CallFlowFrame;
import org.traceweave.charts.CallFlowPicture;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.CallFlowSheet;
import org.traceweave.charts.ChartTheme;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.ChartLook;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.LatestDrawing;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;

/** The ladder of the attempt that is chosen, or that the chosen record belongs to; each row leads to its bytes. */
public final class CallFlowView extends CaseView implements CallFlowCanvas.Moves, CallFlowTools.Moves {

    public static final String ID = "org.traceweave.ui.callFlow";

    private static final Texts TEXTS = new Texts(CallFlowView.class);
    private static final int LEAST_SIZE = 60;
    private static final int SHEET_WIDTH = 1100;

    /** What is to be drawn. */
    private record Order(CallFlow flow, CallFlowFrame frame, ChartTheme theme) {
    }

    private @Nullable Composite area;
    private @Nullable CallFlowCanvas canvas;
    private @Nullable PageView message;
    private @Nullable LatestDrawing<Order, CallFlowPicture> drawing;
    private Optional<SignIn> asked = Optional.empty();
    private Optional<CallFlow> flow = Optional.empty();
    private List<WindowsFailure> failures = List.of();
    private Set<String> unfolded = Set.of();
    private Optional<String> chosen = Optional.empty();
    private boolean reveal;
    private int scrollX;
    private int scrollY;

    @Override
    protected void createContent(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        made.setLayout(new StackLayout());
        area = made;
        canvas = new CallFlowCanvas(made, this);
        canvas().control().setData("id", "callFlow");
        message = new PageView(made, session().theming());
        drawing = new LatestDrawing<>("Call flow drawing", parent.getDisplay(), order -> new CallFlowChart(order.theme()).draw(order.flow(),
                order.frame()), this::drawn, session().notices()::add);
        canvas().control().addListener(SWT.Resize, event -> draw());
        Runnable redraw = this::draw;
        session().theming().addListener(redraw);
        parent.addDisposeListener(event -> {
            session().theming().removeListener(redraw);
            made(drawing).close();
        });
        CallFlowTools.addTo(getViewSite().getActionBars(), this);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return part;
    }

    private CallFlowCanvas canvas() {
        return made(canvas);
    }

    /** What is on screen, for tests. */
    public Optional<CallFlowPicture> picture() {
        return flow.isEmpty() ? Optional.empty() : canvas().picture();
    }

    /** What stands in place of a ladder, for tests; empty where one is shown. */
    public String message() {
        return flow.isPresent() ? "" : made(message).page().text().strip();
    }

    private void say(String words) {
        flow = Optional.empty();
        asked = Optional.empty();
        work().cancelAll();
        canvas().clear();
        tell(words);
        setPartName(TEXTS.get("flow.title"));
    }

    private void tell(String words) {
        made(message).show(new PageText().line(words, PageText.Tone.MUTED));
        onTop(made(message).control());
    }

    private void onTop(Control control) {
        if (made(area).getLayout() instanceof StackLayout stack && stack.topControl != control) {
            stack.topControl = control;
            made(area).layout();
        }
    }

    @Override
    public void caseChanged() {
        say(TEXTS.get(session().openCase().isEmpty() ? "flow.noCase" : "flow.hint"));
    }

    @Override
    public void answersChanged() {
        List<WindowsFailure> known = session().answers().failures();
        if (!known.equals(failures)) {
            failures = known;
            // events are told in better words once they are decoded
            asked.flatMap(signIn -> session().selection().signIn(signIn.id())).ifPresent(this::read);
        }
    }

    @Override
    protected void focusChanged(Focus focus) {
        Optional<SignIn> signIn = focus.chosen() instanceof Chosen.Attempt attempt ? Optional.of(attempt.signIn()) : nearest(focus);
        boolean shown = flow.isPresent() && focus.evidence().flatMap(flow.get()::at).isPresent();
        if (signIn.isPresent() && !asked.map(SignIn::id).equals(signIn.map(SignIn::id)) && !(shown && isPlace(focus))) {
            scrollX = 0;
            scrollY = 0;
            chosen = Optional.empty();
            reveal = !(focus.chosen() instanceof Chosen.Attempt);
            read(signIn.get());
        } else if (shown && isPlace(focus)) {
            point(focus.evidence().get());
        } else if (signIn.isEmpty() && focus.record().isPresent() && isPlace(focus)) {
            say(TEXTS.get("flow.noAttempt"));
        }
    }

    /** Of several attempts that go with a choice the one that is shown already, else the first. */
    private Optional<SignIn> nearest(Focus focus) {
        return asked.filter(shown -> focus.signIns().contains(shown.id()))
                .or(() -> focus.signIns().stream().flatMap(id -> session().selection().signIn(id).stream())
                .min(Comparator.comparingLong(SignIn::start)));
    }

    /** Whether one record was chosen, and not a whole attempt, finding or certificate. */
    private static boolean isPlace(Focus focus) {
        return focus.chosen() instanceof Chosen.Entry || focus.chosen() instanceof Chosen.Place || focus.chosen() instanceof Chosen.Failure
                || focus.chosen() instanceof Chosen.Proof;
    }

    private void read(SignIn signIn) {
        Optional<OpenCase> open = session().openCase();
        if (open.isEmpty()) {
            return;
        }
        boolean other = flow.isEmpty() || !flow.get().signIn().id().equals(signIn.id());
        asked = Optional.of(signIn);
        if (flow.isEmpty()) {
            tell(TEXTS.get("flow.reading"));
        }
        List<WindowsFailure> known = failures;
        work().ask("flow", cancel -> CallFlow.of(open.get().source(), signIn, known, cancel), read -> show(read, other), this::say);
    }

    private void show(CallFlow read, boolean other) {
        flow = Optional.of(read);
        if (other) {
            unfolded = read.elements().stream().filter(element -> element instanceof FlowMessage each && each.details().stream()
                    .anyMatch(CallFlowView::isTold))
                    .map(element -> element.key()).collect(Collectors.toSet());
        }
        setPartName(TEXTS.get("flow.titleOf", "user", read.signIn().user(), "time", session().time().seconds(read.signIn().start())));
        onTop(canvas().control());
        draw();
    }

    /** What is shown unfolded at first: the handshake, and whatever says why not. */
    private static boolean isTold(FlowDetail detail) {
        return detail.kind() == FlowDetail.Kind.HANDSHAKE || detail.kind() == FlowDetail.Kind.ALERT || detail.grave();
    }

    private void point(Evidence evidence) {
        boolean already = picture().flatMap(shown -> chosen.flatMap(shown::row)).flatMap(CallFlowRow::evidence).filter(evidence::equals).isPresent();
        if (!already) {
            chosen = picture().flatMap(shown -> shown.rows().stream().filter(row -> isOf(row, evidence)).findFirst()).map(CallFlowRow::key);
            reveal = true;
        }
        draw();
    }

    private static boolean isOf(CallFlowRow row, Evidence evidence) {
        return row.kind() != CallFlowRow.Kind.OUTCOME && (row.evidence().filter(at -> same(at, evidence)).isPresent()
                || row.hop().filter(hop -> hop.sightings().stream().anyMatch(sighting -> same(sighting.evidence(), evidence))).isPresent());
    }

    private static boolean same(Evidence one, Evidence other) {
        return one.offset() == other.offset() && one.source().equals(other.source());
    }

    private void draw() {
        Rectangle room = canvas().control().getClientArea();
        if (flow.isEmpty() || room.width < LEAST_SIZE || room.height < LEAST_SIZE) {
            return;
        }
        made(drawing).draw(new Order(flow.get(), frame(room.width, room.height), ChartLook.of(canvas().control(), session().theming().isDark())));
    }

    private CallFlowFrame frame(int width, int height) {
        return CallFlowFrame.of(width, height).withScale(canvas().control().getMonitor().getZoom() / 100.0).withZone(session().time().zone())
                .withScroll(scrollX, scrollY).unfolding(unfolded).choosing(chosen);
    }

    private void drawn(CallFlowPicture picture) {
        if (flow.isEmpty() || canvas().control().isDisposed()) {
            return;
        }
        canvas().show(picture);
        if (chosen.isEmpty() && reveal) {
            session().selection().focus().evidence().ifPresent(this::point);
        }
        int most = picture.mostScrollY();
        int wanted = Math.min(scrollY, most);
        if (reveal && chosen.isPresent()) {
            int room = picture.frame().height() - picture.headHeight();
            wanted = chosen.flatMap(picture::row).map(row -> Math.clamp(scrollY, Math.clamp(row.top() + row.height() - room, 0, most),
                    Math.max(Math.clamp(row.top() + row.height() - room, 0, most), Math.min(row.top(), most)))).orElse(wanted);
            reveal = false;
        }
        if (wanted != scrollY || scrollX > picture.mostScrollX()) {
            scrollY = wanted;
            scrollX = Math.min(scrollX, picture.mostScrollX());
            draw();
        }
    }

    @Override
    public void scroll(int x, int y) {
        picture().ifPresent(shown -> {
            scrollX = Math.clamp(x, 0, shown.mostScrollX());
            scrollY = Math.clamp(y, 0, shown.mostScrollY());
            draw();
        });
    }

    @Override
    public void choose(CallFlowRow row) {
        chosen = Optional.of(row.key());
        draw();
        row.evidence().ifPresent(evidence -> session().selection().choose(new Chosen.Place(evidence)));
    }

    @Override
    public void open(CallFlowRow row) {
        row.detail().flatMap(FlowDetail::thumbprint).ifPresent(session().selection()::chooseCertificate);
    }

    @Override
    public void fold(CallFlowRow row, boolean unfold) {
        if (row.foldable()) {
            Set<String> next = new HashSet<>(unfolded);
            if (unfold) {
                next.add(row.elementKey());
            } else {
                next.remove(row.elementKey());
            }
            unfolded = next;
            draw();
        }
    }

    @Override
    public void foldAll(boolean unfold) {
        unfolded = unfold && flow.isPresent() ? flow.get().elements().stream().map(element -> element.key()).collect(Collectors.toSet()) : Set.of();
        draw();
    }

    @Override
    public void step(int rows) {
        picture().filter(shown -> !shown.rows().isEmpty()).ifPresent(shown -> {
            int at = chosen.flatMap(shown::row).map(shown.rows()::indexOf).orElse(rows > 0 ? -1 : shown.rows().size());
            long next = Math.clamp((long) at + rows, 0, shown.rows().size() - 1);
            chosen = Optional.of(shown.rows().get((int) next).key());
            reveal = true;
            draw();
        });
    }

    @Override
    public String hint(CallFlowRow row) {
        return flow.map(shown -> new CallFlowHints(shown, session().time()).of(row)).orElse("");
    }

    @Override
    public void copy() {
        flow.ifPresent(shown -> {
            Clipboard clipboard = new Clipboard(canvas().control().getDisplay());
            clipboard.setContents(new Object[] {new CallFlowText(session().time().zone()).write(shown)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            status(TEXTS.get("export.copied"));
        });
    }

    @Override
    public void export(CallFlowSheet.Format format) {
        flow.flatMap(shown -> CallFlowTools.ask(getSite().getShell(), format, "call-flow-" + shown.signIn().user())).ifPresent(file -> export(file,
                format));
    }

    /** Writes what is shown to a file: always light, since it is read elsewhere. */
    public void export(Path file, CallFlowSheet.Format format) {
        flow.ifPresent(shown -> {
            CallFlowFrame frame = frame(SHEET_WIDTH, SHEET_WIDTH);
            work().ask("export", cancel -> {
                new CallFlowSheet(ChartTheme.light("SansSerif", 12)).write(file, format, shown, frame);
                return file;
            }, written -> status(TEXTS.get("export.written", "file", written.toString())), session().notices()::add);
        });
    }

    private void status(String words) {
        getViewSite().getActionBars().getStatusLineManager().setMessage(words);
    }

    @Override
    protected void timesChanged() {
        draw();
    }

    @Override
    public void setFocus() {
        Canvas control = canvas().control();
        if (flow.isPresent()) {
            control.setFocus();
        } else {
            made(message).control().setFocus();
        }
    }
}
