package org.traceweave.ui.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineLink;
import org.traceweave.charts.TimelineWords;
import org.traceweave.model.Clock;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Words for what lies under the mouse: who, how it ended, why, and what explains it; or how much of what. */
final class TimelineHints {

    private static final Texts TEXTS = new Texts(TimelineHints.class);
    private static final int SHOWN = 5;
    private static final int MOST_LETTERS = 110;

    private final TimeDisplay time;
    private final TimelineAnswers answers;

    TimelineHints(TimeDisplay time, TimelineAnswers answers) {
        this.time = time;
        this.answers = answers;
    }

    String hint(TimelineHit hit) {
        String from = time.dateTime(hit.range().from());
        String length = TimeDisplay.duration(hit.range().length());
        return switch (hit.lane()) {
            case TimelineHit.VOLUME -> TEXTS.get("hint.volume", "count", hit.count(), "from", from, "length", length);
            case TimelineHit.GAP -> TEXTS.get("hint.gap", "from", from, "length", length, "detail", hit.detail());
            case TimelineHit.FOLD -> TEXTS.get("hint.fold", "from", from, "length", length);
            default -> marks(hit);
        };
    }

    private String marks(TimelineHit hit) {
        List<String> ids = hit.ids();
        if (hit.count() == 1) {
            return ids.isEmpty() ? "" : hint(ids.getFirst());
        }
        List<String> lines = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(SHOWN, ids.size()))) {
            answers.subject(id).map(this::line).ifPresent(lines::add);
        }
        if (hit.count() > lines.size()) {
            lines.add(TEXTS.get("hint.more", "count", hit.count() - lines.size()));
        }
        return String.join("\n", lines);
    }

    /** All that is said of one mark. */
    String hint(String id) {
        return answers.subject(id).map(subject -> switch (subject) {
            case MarkSubject.Attempt attempt -> full(attempt.signIn());
            case MarkSubject.Windows windows -> windows.failure().host().flatMap(answers.clocks()::of).map(TimelineHints::clock)
                    .map(clock -> line(subject) + "\n" + clock).orElseGet(() -> line(subject));
            default -> line(subject);
        }).orElse("");
    }

    private String line(MarkSubject subject) {
        return switch (subject) {
            case MarkSubject.Attempt attempt -> attempt(attempt.signIn());
            case MarkSubject.Windows windows -> failure(windows.failure());
            case MarkSubject.Connection connection -> connection(connection.connection());
            case MarkSubject.Turn turn -> TEXTS.get(turn.begins() ? "hint.certificateBegins" : "hint.certificateEnds", "time", time.dateTime(turn.time()),
                    "subject", turn.certificate().subject().orElse(TEXTS.get("hint.noName")));
            case MarkSubject.Contributed contributed -> TEXTS.get("hint.contributed", "time", time.clock(contributed.mark().from()), "words",
                    contributed.mark().words());
        };
    }

    private String attempt(SignIn signIn) {
        String key = signIn.reason().isPresent() ? "hint.attemptWithReason" : "hint.attempt";
        return TEXTS.get(key, "time", time.clock(signIn.start()), "user", user(signIn), "outcome", outcome(signIn), "phase",
                TimelineWords.phase(signIn.phase()), "reason", shortened(signIn.reason().orElse("")));
    }

    private String full(SignIn signIn) {
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get("hint.who", "user", user(signIn), "outcome", outcome(signIn), "phase", TimelineWords.phase(signIn.phase())));
        signIn.reason().ifPresent(reason -> lines.add(shortened(reason)));
        lines.add(TEXTS.get("hint.when", "time", time.dateTime(signIn.start()), "length", TimeDisplay.duration(signIn.end() - signIn.start()), "hosts",
                signIn.hosts().isEmpty() ? TEXTS.get("hint.noHost") : String.join(", ", signIn.hosts())));
        signIn.hosts().stream().findFirst().flatMap(answers.clocks()::of).map(TimelineHints::clock).ifPresent(lines::add);
        signIn.device().ifPresent(device -> lines.add(shortened(device)));
        List<TimelineLink> explaining = answers.links().getOrDefault(signIn.id(), List.of()).stream().filter(TimelineLink::explains).toList();
        explaining.stream().limit(SHOWN).map(link -> answers.subject(link.mark())).flatMap(Optional::stream)
                .map(subject -> TEXTS.get("hint.explainedBy", "what", line(subject))).forEach(lines::add);
        if (explaining.size() > SHOWN) {
            lines.add(TEXTS.get("hint.explainedMore", "count", explaining.size() - SHOWN));
        }
        return String.join("\n", lines);
    }

    private static String clock(Clock clock) {
        long skew = Math.round(Math.abs(clock.skewSeconds()) * UtcTime.NANOS_PER_SECOND);
        long uncertainty = Math.round(clock.uncertaintySeconds() * UtcTime.NANOS_PER_SECOND);
        return TEXTS.get(clock.skewSeconds() < 0 ? "hint.clockSlow" : "hint.clockFast", "host", clock.host(), "skew", TimeDisplay.duration(skew),
                "uncertainty", TimeDisplay.duration(uncertainty));
    }

    private static String user(SignIn signIn) {
        return signIn.user().isBlank() ? TEXTS.get("hint.noUser") : signIn.user();
    }

    private static String outcome(SignIn signIn) {
        String outcome = TimelineWords.outcome(signIn.outcome());
        return signIn.kind() == SignInKind.SIGN_IN ? outcome : signIn.kind().word() + " " + outcome;
    }

    private String failure(WindowsFailure failure) {
        return TEXTS.get("hint.failure", "time", time.clock(failure.time()), "host", failure.host().orElse(""), "event",
                String.valueOf(failure.eventId()), "meaning", shortened(failure.meaning()));
    }

    private String connection(FailedConnection connection) {
        String users = connection.users().stream().limit(3).collect(Collectors.joining(", "));
        String said = TEXTS.get("hint.connection", "time", time.clock(connection.start()), "count", connection.count(), "peer",
                connection.peerName().orElse(connection.peer()), "host", connection.host(), "reason",
                shortened(connection.reason().orElse(TEXTS.get("hint.noReason"))));
        return users.isEmpty() ? said : said + "\n" + TEXTS.get("hint.connectionUsers", "users", users);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS - 1) + "\u2026";
    }
}
