package org.traceweave.ui.internal.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Writes a sign-in attempt: who, from where, how far it got and why it ended, step by step, and what Windows said beside it. */
public final class AttemptPage {

    private static final Texts TEXTS = new Texts(AttemptPage.class);
    private static final int SHOWN = 40;

    private final SignIn signIn;
    private final TimeDisplay time;
    private final CertificateNames certificates;
    private final PageText page = new PageText();

    public AttemptPage(SignIn signIn, TimeDisplay time, Function<String, Optional<Certificate>> certificates) {
        this.signIn = signIn;
        this.time = time;
        this.certificates = new CertificateNames(certificates);
    }

    public PageText write() {
        page.title(signIn.user());
        page.styled(TEXTS.get("outcome." + signIn.outcome().word()), tone(signIn.outcome()));
        page.styled("   " + TEXTS.get("attempt.kind." + signIn.kind().word()) + "   " + time.dateTime(signIn.start()) + "   "
                + TimeDisplay.duration(signIn.end() - signIn.start()), Tone.MUTED).line();
        signIn.reason().ifPresent(reason -> page.line(reason, signIn.isFailure() ? Tone.ERROR : Tone.TEXT));
        page.gap();
        facts();
        steps();
        related();
        messages();
        return page;
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.ERROR;
            case ABANDONED, TIMED_OUT -> Tone.WARNING;
            case OPEN -> Tone.MUTED;
        };
    }

    private void facts() {
        page.fact(TEXTS.get("attempt.phase"), TEXTS.get("phase." + signIn.phase().word()), signIn.isFailure() ? Tone.STRONG : Tone.TEXT);
        page.fact(TEXTS.get("attempt.scheme"), TEXTS.get("scheme." + signIn.scheme().word()));
        signIn.status().ifPresent(status -> page.fact(TEXTS.get("attempt.status"), String.valueOf(status)));
        signIn.diagnosticId().ifPresent(id -> page.fact(TEXTS.get("attempt.diagnostic"), String.valueOf(id)));
        signIn.hresult().ifPresent(code -> page.fact(TEXTS.get("attempt.hresult"), code));
        page.fact(TEXTS.get("attempt.challenges"), String.valueOf(signIn.challenges()));
        signIn.device().ifPresent(device -> page.fact(TEXTS.get("attempt.device"), device));
        signIn.clientAddress().ifPresent(address -> page.fact(TEXTS.get("attempt.address"), address));
        signIn.endpointId().ifPresent(endpoint -> page.fact(TEXTS.get("attempt.endpoint"), endpoint));
        page.fact(TEXTS.get("attempt.hosts"), String.join(", ", signIn.hosts()));
        page.fact(TEXTS.get("attempt.callIds"), String.join(", ", signIn.callIds()));
        signIn.certificates().forEach(sha1 -> certificates.write(page, TEXTS.get("attempt.certificate"), sha1));
    }

    private void steps() {
        if (signIn.steps().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("attempt.steps"));
        for (SignInStep step : signIn.steps()) {
            page.beginFact(time.clock(step.time()));
            page.link(TEXTS.get("phase." + step.phase().word()), new DetailLink.ToEvidence(step.evidence()));
            page.styled("   " + step.result(), Tone.TEXT).line();
        }
    }

    private void related() {
        if (signIn.related().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("attempt.related"));
        for (Related related : signIn.related().subList(0, Math.min(SHOWN, signIn.related().size()))) {
            String delta = String.format(Locale.ROOT, "%+.3f s", related.deltaSeconds());
            page.beginFact(delta);
            page.link(TEXTS.get("related." + related.kind().word()), new DetailLink.ToEvidence(related.evidence()));
            boolean explains = related.relation() == Relation.EXPLAINS;
            page.styled("   " + TEXTS.get(explains ? "attempt.explains" : "attempt.coincident", "percent",
                    Math.round(related.confidence() * 100)), explains ? Tone.STRONG : Tone.MUTED).line();
        }
        more(signIn.related().size());
    }

    private void messages() {
        List<Evidence> messages = signIn.messages();
        if (messages.isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("attempt.messages", "count", messages.size()));
        for (Evidence message : messages.subList(0, Math.min(SHOWN, messages.size()))) {
            page.link(TEXTS.get("attempt.message", "source", message.source(), "offset", message.offset()),
                    new DetailLink.ToEvidence(message)).line();
        }
        more(messages.size());
    }

    private void more(int count) {
        if (count > SHOWN) {
            page.line(TEXTS.get("attempt.more", "count", count - SHOWN), Tone.MUTED);
        }
    }
}
