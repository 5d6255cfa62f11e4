package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decoders that are installed, in the order in which they are asked. Immutable; safe for use by several threads. */
public final class EventDecoders {

    private final List<EventDecoder> decoders;

    public EventDecoders(List<EventDecoder> decoders) {
        this.decoders = List.copyOf(decoders);
    }

    /** The product's own: SCHANNEL, CAPI2, the server's log, logons, security packages, the time service. */
    public static EventDecoders standard() {
        return new EventDecoders(List.of(new SchannelEvents(), new Capi2Events(), new ServerLogEvents(), new LogonEvents(),
                new SecurityPackageEvents(), new TimeServiceEvents()));
    }

    /** This registry with further decoders, which are asked first. */
    public EventDecoders with(List<EventDecoder> more) {
        List<EventDecoder> all = new ArrayList<>(more);
        all.addAll(decoders);
        return new EventDecoders(all);
    }

    public List<EventDecoder> decoders() {
        return decoders;
    }

    public boolean handles(String provider, int eventId) {
        return decoders.stream().anyMatch(decoder -> decoder.handles(provider, eventId));
    }

    /** What the first decoder that handles the event says of it. */
    public Optional<EventFailure> decode(WindowsEvent event) {
        return decoders.stream().filter(decoder -> decoder.handles(event.provider(), event.eventId())).findFirst()
                .flatMap(decoder -> decoder.decode(event));
    }
}
