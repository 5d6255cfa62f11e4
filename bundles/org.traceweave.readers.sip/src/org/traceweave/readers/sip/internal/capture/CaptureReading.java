package org.traceweave.readers.sip.internal.capture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReading;

/**
 * One capture being read. A record begins at the packet with the first byte of what it tells, and reaches to the end of the packet with the last; both
 * sides of a connection are looked at apart.
 */
public final class CaptureReading implements SourceReading {

    private static final int MOST_STREAMS = 20_000;

    private final SourceBytes source;

    public CaptureReading(SourceBytes source) throws IOException {
        this.source = source;
        new PacketFile(source);
    }

    @Override
    public List<SourcePart> parts(long targetBytes) {
        return List.of(new SourcePart(0, source.size()));
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
        PacketFile packets = new PacketFile(source);
        new Walk(sink, null).all(packets, Long.MAX_VALUE);
        packets.damage().ifPresent(text -> sink.damage(new Damage(packets.position(), source.size() - packets.position(), DamageKind.TRUNCATED, text)));
    }

    @Override
    public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
        PacketFile packets = new PacketFile(source);
        packets.seek(offset);
        Optional<Packet> first = packets.next();
        Optional<Segment> segment = first.flatMap(Segment::of);
        if (segment.isPresent()) {
            packets.seek(offset);
            new Walk(sink, segment.get().direction()).all(packets, offset + length);
        }
    }

    /** Follows the connections through the packets. */
    private static final class Walk {
        private final CaptureRecords records;
        /** The only direction that is looked at; null for all. */
        private final @Nullable String only;
        private final Map<String, Stream> streams = new LinkedHashMap<>(64, 0.75f, true);
        private final Map<String, String> askedNames = new LinkedHashMap<>();
        private final RecordSink sink;
        private boolean found;

        Walk(RecordSink sink, @Nullable String only) {
            this.sink = sink;
            this.records = new CaptureRecords(sink);
            this.only = only;
        }

        void all(PacketFile packets, long end) throws IOException {
            Optional<Packet> next = packets.next();
            while (next.isPresent() && next.get().offset() < end && !sink.isCancelled() && !(only != null && found)) {
                Packet packet = next.get();
                Segment.of(packet).filter(segment -> only == null || only.equals(segment.direction())).ifPresent(segment -> take(packet, segment));
                next = packets.next();
            }
            if (!(only != null && found)) {
                List.copyOf(streams.entrySet()).forEach(each -> tell(each.getKey(), each.getValue(), true));
            }
        }

        private void take(Packet packet, Segment segment) {
            Stream stream = streams.get(segment.direction());
            if (segment.begins() || stream == null && segment.dataEnd() > segment.dataStart()) {
                // a port that is used again is another connection
                stream = new Stream();
                streams.put(segment.direction(), stream);
                forgetOldest();
            }
            if (stream == null) {
                return;
            }
            stream.add(packet, segment);
            boolean over = segment.ends() || stream.isOver();
            tell(segment.direction(), stream, over);
            if (over) {
                streams.remove(segment.direction());
            }
        }

        private void forgetOldest() {
            if (streams.size() > MOST_STREAMS) {
                Iterator<Map.Entry<String, Stream>> oldest = streams.entrySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }

        /** Hands on what the stream holds in clear; {@code last}: no more will come. */
        private void tell(String direction, Stream stream, boolean last) {
            boolean again = true;
            while (again && !stream.isEmpty() && !stream.isDone()) {
                byte[] bytes = stream.bytes();
                Clear clear = Clear.in(bytes, last);
                byte[] told = Arrays.copyOfRange(bytes, clear.from(), clear.to());
                int arrow = direction.indexOf('>');
                String from = direction.substring(0, arrow);
                String to = direction.substring(arrow + 1);
                again = clear.kind() == Clear.Kind.SIP && only == null;
                switch (clear.kind()) {
                    case TLS -> {
                        TlsFlight flight = TlsRecords.read(told);
                        flight.clientHello().flatMap(TlsFlight.ClientHello::serverName).ifPresent(name -> ask(direction, name));
                        records.tls(stream, from, to, told, flight, Optional.ofNullable(askedNames.get(to + ">" + from)));
                        found = true;
                        stream.done();
                    }
                    case SIP -> {
                        records.sip(stream, from, to, told);
                        found = true;
                        stream.keep(Arrays.copyOfRange(bytes, clear.to(), bytes.length));
                    }
                    case NOTHING -> stream.done();
                    default -> {
                        // more must come first
                    }
                }
            }
        }

        private void ask(String direction, String name) {
            if (askedNames.size() < MOST_STREAMS) {
                askedNames.put(direction, name);
            }
        }
    }
}
