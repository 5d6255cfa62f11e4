package org.traceweave.readers.windows.internal.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.internal.EventDraft;
import org.traceweave.readers.windows.internal.EventOutline;
import org.traceweave.readers.windows.internal.EventSink;
import org.traceweave.readers.windows.internal.EventSource;
import org.traceweave.readers.windows.internal.NamePool;
import org.traceweave.readers.windows.internal.TreeSink;

/**
 * An XML export being read. Event elements are found by their tags, so a root element is not needed, and what is broken costs only the
 * event it stands in. Parts may be cut anywhere: an event belongs to the part in which its first byte lies.
 */
public final class EventXmlFile implements EventSource {

    private static final String OPEN = "<Event";
    private static final String CLOSE = "</Event";
    /** An event that does not end within this many bytes is not one. */
    private static final int LONGEST_EVENT = 32 << 20;
    private static final int HEAD = 256;
    /** More between two events than this is not looked at: it can be no tag of a root element. */
    private static final int LONGEST_LAYOUT = 64 << 10;

    private final SourceBytes source;
    private final XmlEncoding encoding;

    public EventXmlFile(SourceBytes source) throws IOException {
        this.source = source;
        encoding = XmlEncoding.of(source.read(0, HEAD));
    }

    /** The head of a source as text, for detection. */
    public static String text(byte[] head) {
        XmlEncoding encoding = XmlEncoding.of(head);
        return encoding.lenient(head, Math.min(head.length, encoding.start()), head.length);
    }

    @Override
    public List<SourcePart> parts(long targetBytes) {
        long step = Math.max(2, targetBytes / 2 * 2);
        List<SourcePart> parts = new ArrayList<>();
        for (long from = 0; from < source.size(); from += step) {
            parts.add(new SourcePart(from, Math.min(from + step, source.size())));
        }
        return parts;
    }

    @Override
    public boolean timeIsUtc() {
        return true;
    }

    @Override
    public List<ClockSample> clockSamples() {
        return List.of();
    }

    @Override
    public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
        XmlWindow window = new XmlWindow(source, encoding);
        RecordMaker maker = new RecordMaker(sink);
        long first = Math.max(part.from(), encoding.start());
        long at = first + Math.floorMod(encoding.start() - first, encoding.unit());
        long gap = part.from() == 0 ? at : -1;
        while (!sink.isCancelled()) {
            long begin = window.find(OPEN, at, part.to(), -1);
            if (begin < 0) {
                // What is left before the part's end, when no event begins there.
                between(window, gap, Math.min(part.to(), source.size()), sink);
                return;
            }
            between(window, gap, begin, sink);
            long limit = Math.min(source.size(), begin + LONGEST_EVENT);
            long close = end(window, begin, limit);
            long next = window.find(OPEN, begin + encoding.unit(), close < 0 ? limit : close, begin);
            if (close < 0 || next >= 0) {
                long broken = next >= 0 ? next : limit;
                boolean cut = next < 0 && limit == source.size();
                sink.damage(new Damage(begin, broken - begin, cut ? DamageKind.TRUNCATED : DamageKind.UNREADABLE,
                        cut ? "The file ends inside an event." : "An event has no end."));
                at = broken;
                gap = -1;
                if (at >= part.to()) {
                    return;
                }
                continue;
            }
            window.load(begin, (int) (close - begin));
            maker.make(window.bytes(), window.index(begin), begin, (int) (close - begin));
            at = close;
            gap = close;
        }
    }

    @Override
    public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
        byte[] bytes = source.read(offset, length);
        new RecordMaker(sink).make(bytes, 0, offset, bytes.length);
    }

    @Override
    public Optional<EventElement> event(long offset, int length) throws IOException {
        byte[] bytes = source.read(offset, length);
        byte[] utf8 = utf8(bytes, 0, bytes.length, null, offset);
        TreeSink tree = new TreeSink();
        String problem = new EventXmlParser(new NamePool(), tree).parse(utf8, 0, utf8.length);
        return problem == null ? tree.root() : Optional.empty();
    }

    /** The position after the event's closing tag; -1 where there is none before the limit. */
    private long end(XmlWindow window, long begin, long limit) throws IOException {
        long close = window.find(CLOSE, begin, limit, begin);
        if (close < 0) {
            return -1;
        }
        int tag = CLOSE.length() * encoding.unit();
        for (long at = close + tag; at < Math.min(limit, close + tag + 64); at += encoding.unit()) {
            window.load(begin, (int) (at - begin) + encoding.unit());
            if (window.bytes()[window.index(at) + encoding.high()] == '>') {
                return at + encoding.unit();
            }
        }
        return -1;
    }

    /** Reports what stands between events and does not belong there. */
    private void between(XmlWindow window, long from, long to, RecordSink sink) throws IOException {
        if (from < 0 || from >= to) {
            return;
        }
        if (to - from > LONGEST_LAYOUT || !isLayout(window, from, (int) (to - from))) {
            sink.damage(new Damage(from, to - from, DamageKind.UNREADABLE, "There is something between two events that is none."));
        }
    }

    /** Whether there is nothing but the declaration, a root's tags, comments, blanks, a byte order mark. */
    private boolean isLayout(XmlWindow window, long from, int length) throws IOException {
        window.load(from, length);
        int start = window.index(from);
        String text = encoding.lenient(window.bytes(), start, start + length);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                i = text.indexOf(text.startsWith("<!--", i) ? "-->" : ">", i);
                if (i < 0) {
                    return false;
                }
                i += text.charAt(i) == '-' ? 2 : 0;
            } else if (!Character.isWhitespace(c) && c != '\uFEFF' && c != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes as UTF-8; reports to the sink, where there is one, what is no text. */
    private byte[] utf8(byte[] bytes, int from, int to, @Nullable RecordSink sink, long position) {
        String text = encoding.strict(bytes, from, to);
        if (text == null) {
            if (sink != null) {
                sink.damage(new Damage(position, to - from, DamageKind.BAD_ENCODING,
                        "The event is no text in " + encoding.charset().name() + "."));
            }
            text = encoding.lenient(bytes, from, to);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Makes records of events, with buffers that are used again. */
    private final class RecordMaker {

        private final RecordSink sink;
        private final NamePool names = new NamePool();
        private final EventOutline outline = new EventOutline(names);
        private final EventDraft event = new EventDraft(outline);
        private final EventXmlParser parser = new EventXmlParser(names, (EventSink) outline);
        private final RecordDraft draft = new RecordDraft();

        RecordMaker(RecordSink sink) {
            this.sink = sink;
        }

        void make(byte[] bytes, int from, long position, int length) {
            outline.clear();
            String problem;
            if (encoding.unit() == 1 && isAscii(bytes, from, from + length)) {
                problem = parser.parse(bytes, from, from + length);
            } else {
                byte[] utf8 = utf8(bytes, from, from + length, sink, position);
                problem = parser.parse(utf8, 0, utf8.length);
            }
            if (problem != null) {
                sink.damage(new Damage(position, length, DamageKind.UNREADABLE, "An event cannot be read: " + problem + "."));
                return;
            }
            draft.begin(position, length);
            event.fill(draft, UtcTime.UNKNOWN);
            sink.record(draft);
        }

        private static boolean isAscii(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
