package org.traceweave.ui.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.analysis.FlowParticipant;
import org.traceweave.analysis.FlowSighting;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.CallFlowWords;
import org.traceweave.model.RelationGround;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Words for what lies under the mouse: the whole of what its row cuts off, and where and when each host wrote it. */
final class CallFlowHints {

    private static final Texts TEXTS = new Texts(CallFlowHints.class);
    private static final long WORTH_SAYING = 50_000_000L;

    private final CallFlow flow;
    private final TimeDisplay time;

    CallFlowHints(CallFlow flow, TimeDisplay time) {
        this.flow = flow;
        this.time = time;
    }

    String of(CallFlowRow row) {
        if (row.detail().isPresent()) {
            FlowDetail detail = row.detail().get();
            String words = detail.words().isEmpty() ? detail.name() : detail.name() + "\n" + detail.words();
            return detail.thumbprint().map(sha1 -> words + "\n" + sha1 + "\n" + TEXTS.get("hint.certificate")).orElse(words);
        }
        return row.element().map(element -> switch (element) {
            case FlowMessage message -> message(message, row.hop().orElse(message.hops().getFirst()));
            case FlowMark mark -> mark(mark);
        }).orElse(row.words());
    }

    private String message(FlowMessage message, FlowHop hop) {
        List<String> lines = new ArrayList<>(List.of(message.startLine()));
        if (message.diagnosticId().isPresent()) {
            lines.add(TEXTS.get("hint.reason", "id", String.valueOf(message.diagnosticId().getAsInt()), "reason", message.reason().orElse("")));
        }
        hop.sightings().forEach(sighting -> lines.add(sighting(sighting)));
        if (hop.sightings().isEmpty()) {
            lines.add(TEXTS.get("hint.untraced"));
        }
        if (hop.lost()) {
            lines.add(TEXTS.get("hint.lost", "host", name(hop.to())));
        }
        return String.join("\n", lines);
    }

    private String sighting(FlowSighting sighting) {
        return TEXTS.get(sighting.sent() ? "hint.sighting.sent" : "hint.sighting.received", "host", sighting.host(), "time",
                time.dateTime(sighting.time()),
                "clock", clock(sighting.written(), sighting.time()), "source", sighting.evidence().source(), "offset", sighting.evidence().offset());
    }

    private String mark(FlowMark mark) {
        List<String> lines = new ArrayList<>();
        String sure = CallFlowWords.sure(mark);
        String kind = CallFlowWords.mark(mark.kind());
        lines.add((kind + " " + mark.words()).strip());
        lines.add(TEXTS.get("hint.mark", "host", name(mark.participant()), "time", time.dateTime(mark.time()), "clock", clock(mark.written(),
                mark.time())));
        if (!sure.isEmpty()) {
            lines.add(sure);
        }
        for (RelationGround ground : mark.grounds()) {
            lines.add(TEXTS.get("hint.ground", "join", ground.join().word(), "value", ground.value(), "weight", String.format(Locale.ROOT, "%+.2f",
                    ground.weight())));
        }
        return String.join("\n", lines);
    }

    private String clock(long written, long corrected) {
        long skew = written - corrected;
        if (Math.abs(skew) < WORTH_SAYING) {
            return "";
        }
        return TEXTS.get(skew > 0 ? "hint.clockFast" : "hint.clockSlow", "skew", TimeDisplay.duration(Math.abs(skew)), "written",
                time.clock(written));
    }

    private String name(String participant) {
        return flow.participants().stream().filter(each -> each.id().equals(participant)).map(FlowParticipant::name).findFirst().orElse(participant);
    }
}
