package org.traceweave.readers.windows.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.windows.Capi2Events;
import org.traceweave.readers.windows.HResult;

/** Makes a record of an event that was written out. Not safe for use by several threads. */
public final class EventDraft {

    private static final int LONGEST_KEYWORD = 2048;
    private static final int LONGEST_ADDRESS = 320;
    private static final long SMALLEST_HRESULT = 0x10000;

    private final EventOutline outline;
    private final EventFacts facts;
    private final Utf8Buffer text;
    private final EventHead head = new EventHead();
    private final KeywordPool keywords = new KeywordPool();
    private final FieldValues distinct = new FieldValues();
    private @Nullable String lastComputer;
    private @Nullable String lastHost;

    public EventDraft(EventOutline outline) {
        this.outline = outline;
        facts = outline.facts();
        text = outline.out();
    }

    /** The number the event's log gave it, or -1. */
    public long recordId() {
        return number(FieldRole.RECORD_ID, -1);
    }

    /** Whether the event has what every event has. */
    public boolean isEvent() {
        return facts.has(FieldRole.EVENT_ID);
    }

    /**
     * Fills a draft that has begun.
     *
     * @param written when the log says the event was written, UTC nanoseconds, used where the event itself does not tell
     */
    public void fill(RecordDraft draft, long written) {
        String provider = word(facts.has(FieldRole.PROVIDER) ? FieldRole.PROVIDER : FieldRole.EVENT_SOURCE);
        int eventId = (int) number(FieldRole.EVENT_ID, 0);
        Level level = SystemFields.level(number(FieldRole.LEVEL, -1), number(FieldRole.KEYWORDS, -1));
        String host = host();
        long time = time();
        draft.kind(RecordKind.WINDOWS_EVENT).time(time == UtcTime.UNKNOWN ? written : time).level(level).host(host).component(provider)
                .process(number(FieldRole.PROCESS, -1)).thread(number(FieldRole.THREAD, -1));
        if (facts.positions() > 0 && provider != null && ClassicNames.knows(provider)) {
            nameValues(eventId);
        }
        long recordId = recordId();
        draft.sequence(recordId);
        distinct.begin(draft);
        if (provider != null) {
            draft.add(RecordField.PROVIDER, provider);
        }
        draft.add(RecordField.EVENT_ID, eventId);
        keyword(RecordField.CHANNEL, FieldRole.CHANNEL);
        if (recordId >= 0) {
            draft.add(RecordField.RECORD_ID, recordId);
        }
        keyword(RecordField.CORRELATION, FieldRole.ACTIVITY);
        keyword(RecordField.TASK_ID, FieldRole.TASK);
        keyword(RecordField.PROCESS_NAME, FieldRole.PROCESS_NAME);
        repeated();
        people();
        peer(draft);
        if (facts.has(FieldRole.ALERT)) {
            draft.add(RecordField.ALERT, number(FieldRole.ALERT, 0));
        }
        marks(draft, provider, eventId);
        if (provider != null && provider.startsWith("LS ")) {
            ServerLogFields.add(text.text(EventOutline.HEADROOM, text.size()), distinct);
        }
        SipAddresses.add(text.bytes(), EventOutline.HEADROOM, text.size(), distinct);
        if ("Schannel".equals(provider) && eventId == 36884) {
            String expected = facts.value("Name", text);
            if (expected != null) {
                distinct.add(RecordField.TARGET, expected);
            }
        }
        head.write(outline, provider, eventId, level, host);
        draft.text(text.bytes(), head.start(), text.size() - head.start());
    }

    /** Takes values without a name as what their position says they are. */
    private void nameValues(int eventId) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < facts.positions(); i++) {
            values.add(text.text(facts.positionFrom(i), facts.positionTo(i)));
        }
        List<String> known = ClassicNames.of(eventId, values);
        for (int i = 0; i < known.size(); i++) {
            EventName name = new EventName(known.get(i));
            facts.note(name.dataRole(), text, facts.positionFrom(i), facts.positionTo(i));
            facts.value(name, facts.positionFrom(i), facts.positionTo(i));
        }
    }

    private void repeated() {
        byte[] bytes = text.bytes();
        for (int i = 0; i < facts.repeats(); i++) {
            int from = facts.repeatFrom(i);
            int to = facts.repeatTo(i);
            switch (facts.repeatRole(i)) {
                case THUMBPRINT -> distinct.add(RecordField.THUMBPRINT, Capi2Elements.thumbprint(keywords.get(bytes, from, to)));
                case SUBJECT -> {
                    value(RecordField.SUBJECT, from, to);
                    person(from, to);
                }
                case TARGET -> value(RecordField.TARGET, from, to);
                case CHAIN -> value(RecordField.CHAIN_REF, from, to);
                case HEX_CODE -> code(EventFacts.hex(bytes, from, to));
                case CODE -> code(number(from, to, 0));
                case PERSON -> person(from, to);
                default -> { }
            }
        }
    }

    private void value(RecordField field, int from, int to) {
        if (to > from && to - from <= LONGEST_KEYWORD) {
            distinct.add(field, keywords.get(text.bytes(), from, to));
        }
    }

    private void code(long code) {
        if (code >= SMALLEST_HRESULT && code <= 0xffff_ffffL) {
            distinct.add(RecordField.HRESULT, HResult.word(code));
        }
    }

    /**
     * A name in a certificate or in a value is a person's only where it is an address. Of a distinguished name the common name counts,
     * which Windows puts first.
     */
    private void person(int from, int to) {
        byte[] bytes = text.bytes();
        boolean distinguished = to - from > 3 && (bytes[from] | 0x20) == 'c' && (bytes[from + 1] | 0x20) == 'n' && bytes[from + 2] == '=';
        int start = distinguished ? from + 3 : from;
        int comma = distinguished ? indexOf(',', start, to) : -1;
        int end = comma < 0 ? to : comma;
        int at = indexOf('@', start, end);
        if (at > start && at < end - 1 && end - start <= LONGEST_ADDRESS && indexOf(' ', start, end) < 0 && indexOf('=', start, end) < 0) {
            String identity = UserNames.identity(keywords.get(bytes, start, end), null);
            if (identity != null) {
                distinct.add(RecordField.USER, identity);
            }
        }
    }

    private void people() {
        if (facts.has(FieldRole.USER_NAME)) {
            String domain = facts.has(FieldRole.USER_DOMAIN) ? word(FieldRole.USER_DOMAIN) : null;
            String name = word(FieldRole.USER_NAME);
            String identity = name == null ? null : UserNames.identity(name, domain);
            if (identity != null) {
                distinct.add(RecordField.USER, identity);
            }
        }
    }

    private void peer(RecordDraft draft) {
        String address = facts.has(FieldRole.ADDRESS) ? word(FieldRole.ADDRESS) : null;
        if (address == null || address.equals("-")) {
            return;
        }
        String plain = address.startsWith("::ffff:") ? address.substring("::ffff:".length()) : address;
        long port = number(FieldRole.PORT, 0);
        draft.add(RecordField.PEER, port > 0 ? plain + ":" + port : plain);
    }

    private void marks(RecordDraft draft, @Nullable String provider, int eventId) {
        if (facts.hasCertificate()) {
            draft.addCertificateMarks(1 << CertificateMark.DER.ordinal());
        }
        if (eventId == Capi2Events.X509_OBJECTS && Capi2Events.PROVIDER.equals(provider)) {
            draft.addCertificateMarks(1 << CertificateMark.EVENT90.ordinal());
        }
    }

    private void keyword(RecordField field, FieldRole role) {
        if (facts.has(role)) {
            int from = facts.from(role);
            if (role == FieldRole.PROCESS_NAME) {
                from = Math.max(from, lastIndexOf('\\', from, facts.to(role)) + 1);
                if (facts.to(role) - from == 1 && text.bytes()[from] == '-') {
                    return;
                }
            }
            value(field, from, facts.to(role));
        }
    }

    private @Nullable String word(FieldRole role) {
        return facts.has(role) ? keywords.get(text.bytes(), facts.from(role), facts.to(role)) : null;
    }

    private @Nullable String host() {
        String computer = word(FieldRole.COMPUTER);
        if (computer == null) {
            return null;
        }
        if (!computer.equals(lastComputer)) {
            lastComputer = computer;
            lastHost = SystemFields.host(computer);
        }
        return lastHost;
    }

    private long time() {
        return facts.has(FieldRole.TIME) ? EventTimeText.parse(text.bytes(), facts.from(FieldRole.TIME), facts.to(FieldRole.TIME))
                : UtcTime.UNKNOWN;
    }

    private long number(FieldRole role, long otherwise) {
        return facts.has(role) ? number(facts.from(role), facts.to(role), otherwise) : otherwise;
    }

    private long number(int from, int to, long otherwise) {
        byte[] bytes = text.bytes();
        if (to - from > 2 && bytes[from] == '0' && (bytes[from + 1] | 0x20) == 'x') {
            return EventFacts.hex(bytes, from, to);
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || to - from > 18) {
                return SystemFields.number(text.text(from, to).trim().toLowerCase(Locale.ROOT), otherwise);
            }
            value = value * 10 + digit;
        }
        return to > from ? value : otherwise;
    }

    private int indexOf(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.bytes()[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int lastIndexOf(char wanted, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.bytes()[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
