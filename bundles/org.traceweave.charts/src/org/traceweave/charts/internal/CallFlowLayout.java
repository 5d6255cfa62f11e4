package org.traceweave.charts.internal;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.CallFlowText;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowElement;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMarkKind;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.charts.CallFlowFrame;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.CallFlowRow.Kind;
import org.traceweave.charts.CallFlowWords;
import org.traceweave.model.Phase;

/** Puts the elements of a call flow into rows, one below the other. */
final class CallFlowLayout {

    /** Room for words on a mark, in lines. */
    static final int MOST_LINES = 3;
    private static final int PADDING = 6;

    private final CallFlowColumns columns;
    private final CallFlowFrame frame;
    private final FontMetrics metrics;
    private final int line;
    private final List<CallFlowRow> rows = new ArrayList<>();
    private Phase phase = Phase.CONNECT;
    private int top = PADDING;

    CallFlowLayout(CallFlowColumns columns, CallFlowFrame frame, FontMetrics metrics) {
        this.columns = columns;
        this.frame = frame;
        this.metrics = metrics;
        line = metrics.getHeight();
    }

    List<CallFlowRow> rows(CallFlow flow) {
        phase = flow.elements().stream().filter(FlowMessage.class::isInstance).map(FlowElement::phase).findFirst().orElse(flow.signIn().phase());
        long before = Long.MAX_VALUE;
        for (FlowElement element : flow.elements()) {
            if (element.time() > before && element.time() - before >= CallFlowText.GAP) {
                add(Kind.GAP, "gap|" + element.key(), line + PADDING, Optional.empty(), Optional.empty(), Optional.empty(),
                        CallFlowWords.gap(element.time() - before));
            }
            before = element.time();
            switch (element) {
                case FlowMessage message -> message(message);
                case FlowMark mark -> mark(mark);
            }
        }
        if (flow.leftOut() > 0) {
            add(Kind.GAP, "leftOut", line + PADDING, Optional.empty(), Optional.empty(), Optional.empty(), CallFlowWords.leftOut(flow.leftOut()));
        }
        return rows;
    }

    int height() {
        return top + PADDING;
    }

    private void message(FlowMessage message) {
        phase = message.phase();
        boolean unfolded = frame.unfolded().contains(message.key());
        FlowHop first = message.hops().getFirst();
        rows.add(new CallFlowRow(Kind.MESSAGE, message.key(), top, 2 * line + 2, Optional.of(message), Optional.of(first), Optional.empty(), "",
                phase, !message.details().isEmpty(), unfolded));
        top += 2 * line + 2;
        for (int i = 1; i < message.hops().size(); i++) {
            FlowHop hop = message.hops().get(i);
            add(Kind.HOP, message.key() + "|hop" + i, line + 8, Optional.of(message), Optional.of(hop), Optional.empty(), "");
        }
        if (unfolded) {
            int index = 0;
            for (FlowDetail detail : message.details()) {
                add(Kind.DETAIL, message.key() + "|in" + index++, line + 1, Optional.of(message), Optional.empty(), Optional.of(detail), "");
            }
            top += PADDING;
        }
    }

    private void mark(FlowMark mark) {
        if (mark.kind() == FlowMarkKind.OUTCOME) {
            add(Kind.OUTCOME, mark.key(), line + 2 * PADDING, Optional.of(mark), Optional.empty(), Optional.empty(), mark.words());
            return;
        }
        String sure = CallFlowWords.sure(mark);
        String words = (CallFlowWords.mark(mark.kind()) + (sure.isEmpty() ? "" : " (" + sure + ")") + " " + mark.words()).strip();
        int lines = CallFlowMarks.wrapped(metrics, words, CallFlowMarks.room(columns, mark)).size();
        add(Kind.MARK, mark.key(), lines * line + PADDING, Optional.of(mark), Optional.empty(), Optional.empty(), words);
    }

    private void add(Kind kind, String key, int height, Optional<FlowElement> element, Optional<FlowHop> hop, Optional<FlowDetail> detail,
            String words) {
        rows.add(new CallFlowRow(kind, key, top, height, element, hop, detail, words, phase, false, false));
        top += height;
    }
}
