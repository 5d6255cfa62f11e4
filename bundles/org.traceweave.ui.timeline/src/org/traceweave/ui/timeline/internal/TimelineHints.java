package org.traceweave.ui.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.charts.TimelineHit;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Words for what lies under the mouse: who, how it ended and why; or how much of what. */
final class TimelineHints {

    private static final Texts TEXTS = new Texts(TimelineHints.class);
    private static final int SHOWN = 5;

    private final TimeDisplay time;

    TimelineHints(TimeDisplay time) {
        this.time = time;
    }

    String hint(TimelineHit hit, TimelineAnswers answers) {
        if (hit.lane().equals(TimelineHit.VOLUME)) {
            return TEXTS.get("hint.volume", "count", hit.count(), "from", time.dateTime(hit.range().from()), "length",
                    TimeDisplay.duration(hit.range().length()));
        }
        List<String> lines = new ArrayList<>();
        for (String id : hit.ids().subList(0, Math.min(SHOWN, hit.ids().size()))) {
            answers.subject(id).map(this::words).ifPresent(lines::add);
        }
        if (hit.count() > lines.size()) {
            lines.add(TEXTS.get("hint.more", "count", hit.count() - lines.size()));
        }
        return String.join("\n", lines);
    }

    private String words(Chosen subject) {
        return switch (subject) {
            case Chosen.Attempt attempt -> attempt(attempt.signIn());
            case Chosen.Failure failure -> failure(failure.failure());
            default -> "";
        };
    }

    private String attempt(SignIn signIn) {
        Optional<String> reason = signIn.reason();
        String key = reason.isPresent() ? "hint.attemptWithReason" : "hint.attempt";
        return TEXTS.get(key, "time", time.clock(signIn.start()), "user", signIn.user(), "outcome",
                TEXTS.get("outcome." + signIn.outcome().word()), "phase", signIn.phase().word(), "reason", reason.orElse(""));
    }

    private String failure(WindowsFailure failure) {
        return TEXTS.get("hint.failure", "time", time.clock(failure.time()), "host", failure.host().orElse(""), "event",
                String.valueOf(failure.eventId()), "meaning", failure.meaning());
    }
}
