package org.traceweave.analysis.internal.windows;

import java.util.Locale;
import java.util.Optional;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailureKind;

/** Makes a relation of an event and an incident, with the reasons that add up to its confidence. */
final class Relating {

    private static final double AT_MOST = 0.99;
    private static final double COINCIDENT_AT_MOST = 0.4;
    private static final double SAME_ALERT = 0.4;
    private static final double BESIDE = 0.25;
    private static final double LEAST = 0.05;
    private static final double RIGHT_AT_THE_TIME = 0.2;
    private static final double CLOSE = 0.12;
    private static final double NOT_FAR = 0.05;
    private static final double PROCESS = 0.1;
    private static final double NOISE = 0.15;
    private static final long TEN_SECONDS = 10 * UtcTime.NANOS_PER_SECOND;

    private final BaseRates rates;

    Relating(BaseRates rates) {
        this.rates = rates;
    }

    /** What an identity of both explains. */
    Related explains(Candidate candidate) {
        JudgedEvent event = candidate.event();
        Grounds grounds = new Grounds(AT_MOST);
        double strongest = candidate.joins().stream().mapToDouble(Join::weight).max().orElse(0);
        boolean first = true;
        for (Join join : candidate.joins().stream().sorted((one, other) -> Double.compare(other.weight(), one.weight())).toList()) {
            grounds.add(join.join(), join.value(), first ? strongest : join.weight() / 2);
            first = false;
        }
        process(event, grounds);
        grounds.add(RelationJoin.TIME, words(candidate), closeness(candidate));
        BaseRates.Rate rate = rates.of(event);
        if (rate.lift() < 2) {
            grounds.add(RelationJoin.BASE_RATE, rate.inWords(), -NOISE * (1 - rate.weight()));
        }
        return related(event, candidate.incident(), Relation.EXPLAINS, grounds);
    }

    /** How much an event's nearness in time speaks for a candidate. */
    static double closeness(Candidate candidate) {
        long beyond = Math.max(0, candidate.distance() - candidate.slack());
        return candidate.event().names().spanSeconds() > 0 || beyond > TEN_SECONDS ? NOT_FAR : beyond > Window.BESIDE ? CLOSE : RIGHT_AT_THE_TIME;
    }

    /** What stands beside an incident by time alone; lowered by how often it stands beside good sign-ins too. */
    Related coincident(JudgedEvent event, Incident incident, long slack) {
        boolean sameAlert = isSameAlert(event, incident);
        double vague = slack > Window.BESIDE ? 0.6 : 1;
        double base = (sameAlert ? SAME_ALERT : BESIDE) * vague;
        Grounds grounds = new Grounds(COINCIDENT_AT_MOST);
        String alert = sameAlert ? ", the same TLS alert " + event.failure().alert().getAsInt() : "";
        grounds.add(RelationJoin.TIME, seconds(UtcTime.secondsBetween(incident.end(), event.trueTime())) + alert, base);
        if (Processes.isUnrelated(event.failure().processName())) {
            process(event, grounds);
        }
        BaseRates.Rate rate = rates.of(event);
        grounds.add(RelationJoin.BASE_RATE, rate.inWords(), Math.max(LEAST, base * rate.weight()) - base);
        return related(event, incident, Relation.COINCIDENT, grounds);
    }

    private static boolean isSameAlert(JudgedEvent event, Incident incident) {
        return event.failure().alert().isPresent() && event.failure().alert().equals(incident.alert());
    }

    private static void process(JudgedEvent event, Grounds grounds) {
        Optional<String> process = event.failure().processName();
        if (process.isPresent() && Processes.takesPart(process)) {
            grounds.add(RelationJoin.PROCESS, process.get(), PROCESS);
        } else if (process.isPresent() && Processes.isUnrelated(process)) {
            grounds.add(RelationJoin.PROCESS, process.get() + " takes no part in sign-ins", -2 * PROCESS);
        }
    }

    private static String words(Candidate candidate) {
        Incident incident = candidate.incident();
        JudgedEvent event = candidate.event();
        String same = isSameAlert(event, incident) ? ", the same TLS alert " + event.failure().alert().getAsInt()
                : event.failure().hresult().isPresent() && event.failure().hresult().equals(incident.hresult())
                        ? ", the same code " + incident.hresult().get() : "";
        String slack = candidate.slack() == 0 ? "" : String.format(Locale.ROOT, ", clocks within %.1f s", candidate.slack() / 1e9);
        return seconds(UtcTime.secondsBetween(incident.end(), event.trueTime())) + slack + same;
    }

    private static String seconds(double delta) {
        return String.format(Locale.ROOT, "%.3f s %s the end", Math.abs(delta), delta < 0 ? "before" : "after");
    }

    private static Related related(JudgedEvent event, Incident incident, Relation relation, Grounds grounds) {
        return new Related(kind(event.failure().kind()), relation, grounds.confidence(), UtcTime.secondsBetween(incident.end(), event.trueTime()),
                event.evidence(), grounds.list());
    }

    private static RelatedKind kind(WindowsFailureKind kind) {
        return switch (kind) {
            case SCHANNEL -> RelatedKind.SCHANNEL;
            case CAPI2 -> RelatedKind.CAPI2;
            case SERVER_LOG, LOGON -> RelatedKind.SERVER_LOG;
        };
    }
}
