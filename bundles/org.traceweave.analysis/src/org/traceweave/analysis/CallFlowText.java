package org.traceweave.analysis;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.traceweave.analysis.internal.callflow.LadderLines;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;

/**
 * Writes a call flow as plain text in letters of one width, good enough for a ticket: a heading, the ladder with everything unfolded, and what
 * was wrong with the clocks. Lines end with {@code \n}. Stateless; safe for use by several threads.
 */
public final class CallFlowText {

    /** A stretch without anything that is at least this long is told. */
    public static final long GAP = UtcTime.NANOS_PER_SECOND;

    private static final double WORTH_SAYING_SECONDS = 0.05;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final ZoneId zone;

    /** @param zone in which times are written */
    public CallFlowText(ZoneId zone) {
        this.zone = zone;
    }

    public String write(CallFlow flow) {
        StringBuilder text = new StringBuilder(heading(flow));
        LadderLines lines = new LadderLines(flow, this::clock);
        long before = Long.MAX_VALUE;
        for (FlowElement element : flow.elements()) {
            if (element.time() > before && element.time() - before >= GAP) {
                lines.gap(seconds(element.time() - before) + " without anything");
            }
            before = element.time();
            lines.element(element);
        }
        text.append(lines.text());
        if (flow.leftOut() > 0) {
            text.append('\n').append(flow.leftOut()).append(" more records beside the attempt are not shown.\n");
        }
        clocks(flow).forEach((host, skew) -> text.append("\nThe clock of ").append(host).append(" is ").append(seconds(Math.abs(skew)))
                .append(skew > 0 ? " ahead" : " behind").append(": its times are corrected."));
        return text.toString().stripTrailing() + "\n";
    }

    private String heading(CallFlow flow) {
        SignIn signIn = flow.signIn();
        StringBuilder text = new StringBuilder();
        text.append(signIn.kind().word()).append(" of ").append(signIn.user()).append(": ").append(signIn.outcome().word());
        text.append(signIn.isFailure() ? " at " + signIn.phase().word() : "").append(signIn.reason().map(reason -> ", " + reason).orElse(""))
                .append('\n');
        text.append(format(DAY, signIn.start())).append(' ').append(zone.getId().equals("Z") ? "UTC" : zone.getId()).append(", ")
                .append(seconds(signIn.end() - signIn.start())).append(", scheme ").append(signIn.scheme().word());
        signIn.clientAddress().ifPresent(address -> text.append(", from ").append(address));
        text.append('\n');
        signIn.device().ifPresent(device -> text.append(device).append('\n'));
        signIn.callIds().forEach(callId -> text.append("Call-ID ").append(callId).append('\n'));
        return text.append('\n').toString();
    }

    /** Hosts whose clock is off, with how far it is ahead, nanoseconds. */
    private static Map<String, Long> clocks(CallFlow flow) {
        Map<String, Long> clocks = new TreeMap<>();
        for (FlowElement element : flow.elements()) {
            if (element instanceof FlowMessage message) {
                message.hops().stream().flatMap(hop -> hop.sightings().stream())
                        .filter(sighting -> Math.abs(sighting.skewSeconds()) >= WORTH_SAYING_SECONDS)
                        .forEach(sighting -> clocks.putIfAbsent(sighting.host(), sighting.written() - sighting.time()));
            }
        }
        return clocks;
    }

    private String clock(long time) {
        return format(CLOCK, time);
    }

    private String format(DateTimeFormatter formatter, long time) {
        return formatter.format(LocalDateTime.ofInstant(UtcTime.instant(time), zone));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / (double) UtcTime.NANOS_PER_SECOND);
    }
}
