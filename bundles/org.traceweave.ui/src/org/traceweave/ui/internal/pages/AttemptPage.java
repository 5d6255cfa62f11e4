package org.traceweave.ui.internal.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/**
 * Writes a sign-in attempt: who, from where, on what, with which scheme, how far it got and why it ended, how it differs from the last success,
 * what Windows said beside it, its steps, certificates, and the versions of both sides.
 */
public final class AttemptPage {

    private static final Texts TEXTS = new Texts(AttemptPage.class);
    /** Longer lists are cut off. */
    static final int SHOWN = 40;

    private final SignIn signIn;
    private final TimeDisplay time;
    private final CertificateNames certificates;
    private final AttemptContext context;
    private final PageText page = new PageText();

    /** @param context what was looked up so far */
    public AttemptPage(SignIn signIn, AttemptContext context, TimeDisplay time, Function<String, Optional<Certificate>> certificates) {
        this.signIn = signIn;
        this.context = context;
        this.time = time;
        this.certificates = new CertificateNames(certificates);
    }

    public PageText write() {
        page.title(signIn.user());
        page.styled(TEXTS.get("outcome." + signIn.outcome().word()), tone(signIn.outcome()));
        page.styled("   " + TEXTS.get("attempt.kind." + signIn.kind().word()) + "   " + time.dateTime(signIn.start()) + "   "
                + TimeDisplay.duration(signIn.end() - signIn.start()), Tone.MUTED).line();
        signIn.reason().ifPresent(reason -> page.line(reason, signIn.isFailure() ? Tone.ERROR : Tone.TEXT));
        page.link(TEXTS.get("attempt.callFlow"), new DetailLink.ToCallFlow()).line();
        page.gap();
        who();
        how();
        comparison();
        new RelatedText(signIn, context, page).write();
        more(signIn.related().size());
        steps();
        certificates();
        versions();
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

    private void who() {
        signIn.device().ifPresent(device -> page.fact(TEXTS.get("attempt.device"), device));
        signIn.clientAddress().ifPresent(address -> page.fact(TEXTS.get("attempt.address"), address));
        signIn.endpointId().ifPresent(endpoint -> page.fact(TEXTS.get("attempt.endpoint"), endpoint));
        page.fact(TEXTS.get("attempt.hosts"), String.join(", ", signIn.hosts()));
        page.fact(TEXTS.get("attempt.callIds"), String.join(", ", signIn.callIds()));
    }

    private void how() {
        page.fact(TEXTS.get("attempt.scheme"), TEXTS.get("scheme." + signIn.scheme().word()));
        page.fact(TEXTS.get("attempt.phase"), TEXTS.get("phase." + signIn.phase().word()), signIn.isFailure() ? Tone.STRONG : Tone.TEXT);
        signIn.status().ifPresent(status -> page.fact(TEXTS.get("attempt.status"), String.valueOf(status)));
        signIn.diagnosticId().ifPresent(id -> page.fact(TEXTS.get("attempt.diagnostic"), String.valueOf(id)));
        signIn.hresult().ifPresent(code -> page.fact(TEXTS.get("attempt.hresult"), code));
        page.fact(TEXTS.get("attempt.challenges"), String.valueOf(signIn.challenges()));
    }

    private void comparison() {
        if (signIn.kind() != SignInKind.SIGN_IN || signIn.outcome() == Outcome.SUCCEEDED || !context.complete()) {
            return;
        }
        if (context.comparison().isPresent()) {
            new ComparisonText(context.comparison().get(), time, certificates, page).write();
        } else {
            page.heading(TEXTS.get("compare.last")).line(TEXTS.get("compare.none"), Tone.MUTED);
        }
    }

    private void certificates() {
        if (!signIn.certificates().isEmpty()) {
            page.heading(TEXTS.get("attempt.certificates"));
            signIn.certificates().forEach(sha1 -> certificates.write(page, TEXTS.get("attempt.certificate"), sha1));
        }
    }

    private void versions() {
        if (signIn.versions().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("attempt.versions"));
        for (SoftwareVersion version : signIn.versions()) {
            page.beginFact(version.host().orElse(TEXTS.get("attempt.side." + version.side().word())));
            page.link(version.product() + " " + version.version(), new DetailLink.ToEvidence(version.evidence()));
            page.styled("   " + TEXTS.get("attempt.basis." + version.basis().word()), Tone.MUTED).line();
        }
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
