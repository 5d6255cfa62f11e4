package org.traceweave.readers.sip.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Damage;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.sip.AuthenticationHeader;
import org.traceweave.readers.sip.NtlmToken;
import org.traceweave.readers.sip.SipMessage;

/**
 * Measures the clocks of a trace: its 401 answers carry the true time, to the second in {@code Date}, exactly in NTLM challenges.
 * Looks at the head and the tail, and, where those hold too few, on from the head.
 */
final class ClockSampling implements RecordSink {

    private static final long STRETCH = 4 << 20;
    private static final long MOST = 64 << 20;
    private static final int ENOUGH = 3;
    private static final int MOST_PER_HOST = 50;

    private final Set<ClockSample> samples = new LinkedHashSet<>();
    private final Map<String, Integer> perHost = new HashMap<>();

    private ClockSampling() {
    }

    static List<ClockSample> of(long size, SourceReading reading) throws IOException {
        ClockSampling sampling = new ClockSampling();
        reading.read(new SourcePart(0, Math.min(size, STRETCH)), 0, sampling);
        if (size > STRETCH) {
            reading.read(new SourcePart(Math.max(STRETCH, size - STRETCH), size), 0, sampling);
        }
        for (long from = STRETCH; sampling.samples.size() < ENOUGH && from < Math.min(size - STRETCH, MOST); from += STRETCH) {
            reading.read(new SourcePart(from, Math.min(size - STRETCH, from + STRETCH)), 0, sampling);
        }
        return new ArrayList<>(sampling.samples);
    }

    @Override
    public void record(RecordDraft draft) {
        if (draft.kind() != RecordKind.SIP || draft.time() == UtcTime.UNKNOWN || !isUnauthorized(draft)) {
            return;
        }
        String host = draft.host() == null ? "" : draft.host();
        if (perHost.merge(host, 1, Integer::sum) > MOST_PER_HOST) {
            return;
        }
        byte[] text = Arrays.copyOfRange(draft.text(), draft.textStart(), draft.textStart() + draft.textLength());
        SipMessage.parse(text).ifPresent(message -> sample(host, draft.time(), message));
    }

    private static boolean isUnauthorized(RecordDraft draft) {
        for (int i = 0; i < draft.fieldCount(); i++) {
            if (draft.field(i) == RecordField.STATUS) {
                return draft.number(i) == 401 || draft.number(i) == 407;
            }
        }
        return false;
    }

    private void sample(String host, long written, SipMessage answer) {
        OptionalLong date = answer.date();
        if (date.isPresent()) {
            // as written, that is cut to the second: half a second early on average, which whoever computes a skew allows for
            samples.add(new ClockSample(host, written, date.getAsLong(), ClockBasis.DATE_HEADER));
        }
        for (AuthenticationHeader challenge : answer.challenges()) {
            challenge.gssapiData().filter(data -> data.startsWith("TlRMTVNT")).flatMap(NtlmToken::parseBase64).map(NtlmToken::fileTime)
                    .filter(OptionalLong::isPresent)
                    .ifPresent(time -> samples.add(new ClockSample(host, written, time.getAsLong(), ClockBasis.NTLM_FILETIME)));
        }
    }

    @Override
    public void damage(Damage damage) {
        // reported when the source is read
    }
}
