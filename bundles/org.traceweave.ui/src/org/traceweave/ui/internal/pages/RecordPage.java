package org.traceweave.ui.internal.pages;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.traceweave.model.Certificate;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.TraceRecord;
import org.traceweave.model.WindowsFailure;
import org.traceweave.readers.sip.SipMessage;
import org.traceweave.ui.Focus;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Writes a record: what it is, its fields, what is packed inside it, and its text. For a background thread. */
public final class RecordPage {

    private static final Texts TEXTS = new Texts(RecordPage.class);
    private static final int MOST_TEXT = 120_000;

    private final TraceRecord record;
    private final Focus focus;
    private final TimeDisplay time;
    private final CertificateNames certificates;
    private final PageText page = new PageText();

    public RecordPage(TraceRecord record, Focus focus, TimeDisplay time, Function<String, Optional<Certificate>> certificates) {
        this.record = record;
        this.focus = focus;
        this.time = time;
        this.certificates = new CertificateNames(certificates);
    }

    public PageText write() {
        page.title(title());
        page.styled(time.exact(record.time()), Tone.MUTED);
        record.host().ifPresent(host -> page.styled("   " + host, Tone.STRONG));
        record.level().ifPresent(level -> page.styled("   " + level.word(), tone(level)));
        page.line();
        focus.failure().ifPresent(this::failure);
        page.gap();
        facts();
        if (record.kind() == RecordKind.SIP) {
            new PackedTokens(record.text(), page, certificates).write();
        }
        page.heading(TEXTS.get(record.kind() == RecordKind.WINDOWS_EVENT ? "record.event" : "record.text"));
        text();
        return page;
    }

    private String title() {
        return switch (record.kind()) {
            case SIP -> SipMessage.parse(record.text()).map(SipMessage::startLine).orElse(TEXTS.get("record.kind.sip"));
            case WINDOWS_EVENT -> TEXTS.get("record.eventTitle", "provider", field(RecordField.PROVIDER), "id", field(RecordField.EVENT_ID));
            default -> record.fields().containsKey(RecordField.THUMBPRINT.name()) && !field(RecordField.SUBJECT).isEmpty()
                    ? CertificateNames.shortName(field(RecordField.SUBJECT)) : TEXTS.get("record.kind." + record.kind().word());
        };
    }

    private String field(RecordField field) {
        Object value = record.fields().get(field.name());
        return value == null ? "" : value.toString();
    }

    private static Tone tone(Level level) {
        return switch (level) {
            case FATAL, ERROR -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            default -> Tone.MUTED;
        };
    }

    private void failure(WindowsFailure failure) {
        page.line(failure.meaning(), Tone.STRONG);
        page.fact(TEXTS.get("failure.trust"), String.join(", ", failure.trustErrors()), Tone.ERROR);
        failure.subject().ifPresent(subject -> page.fact(TEXTS.get("failure.subject"), subject));
        failure.target().ifPresent(target -> page.fact(TEXTS.get("failure.target"), target));
        failure.thumbprints().forEach(sha1 -> certificates.write(page, TEXTS.get("attempt.certificate"), sha1));
    }

    private void facts() {
        focus.signIns().stream().findFirst().ifPresent(id -> page.beginFact(TEXTS.get("record.signIn"))
                .link(TEXTS.get("record.showSignIn"), new DetailLink.ToSignIn(id)).line());
        page.fact(TEXTS.get("record.component"), record.component().orElse(""));
        for (Map.Entry<String, Object> field : record.fields().entrySet()) {
            page.fact(label(field.getKey()), field.getValue().toString());
        }
        if (record.process().isPresent()) {
            page.fact(TEXTS.get("record.process"), TEXTS.get("record.processAndThread", "process",
                    String.valueOf(record.process().getAsLong()), "thread",
                    record.thread().isPresent() ? String.valueOf(record.thread().getAsLong()) : "?"));
        }
        page.fact(TEXTS.get("record.source"), TEXTS.get("record.place", "source", record.source(), "offset", record.offset(), "length",
                record.length()));
    }

    private static String label(String field) {
        return RecordField.STANDARD.stream().filter(known -> known.name().equals(field)).map(RecordField::label).findFirst().orElse(field);
    }

    private void text() {
        String whole = record.text().replace("\r\n", "\n").replace('\r', '\n');
        String text = whole.length() <= MOST_TEXT ? whole : whole.substring(0, MOST_TEXT);
        if (record.kind() == RecordKind.SIP) {
            new SipHighlight(page).write(text);
        } else {
            page.styled(text, Tone.MONO).line();
        }
        if (text.length() < whole.length()) {
            page.line(TEXTS.get("record.cut", "shown", text.length(), "length", whole.length()), Tone.MUTED);
        }
    }
}
