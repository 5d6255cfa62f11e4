package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The decoders that are installed, in the order in which they are asked. Immutable; safe for use by several threads. */
public final class EventDecoders {

    private static final String BUNDLE = "org.traceweave.readers.windows";

    /** A decoder and the symbolic name of the bundle that brought it. */
    public record Contribution(EventDecoder decoder, String bundle) {
    }

    private final List<Contribution> contributions;

    public EventDecoders(List<Contribution> contributions) {
        this.contributions = List.copyOf(contributions);
    }

    /** The product's own: SCHANNEL, CAPI2, the server's log, logons, security packages, the time service. */
    public static EventDecoders standard() {
        return new EventDecoders(Stream.of(new SchannelEvents(), new Capi2Events(), new ServerLogEvents(), new LogonEvents(),
                new SecurityPackageEvents(), new TimeServiceEvents()).map(decoder -> new Contribution(decoder, BUNDLE)).toList());
    }

    /** This registry with further decoders, which are asked first. */
    public EventDecoders with(List<Contribution> more) {
        List<Contribution> all = new ArrayList<>(more);
        all.addAll(contributions);
        return new EventDecoders(all);
    }

    public List<Contribution> contributions() {
        return contributions;
    }

    public List<EventDecoder> decoders() {
        return contributions.stream().map(Contribution::decoder).toList();
    }

    public boolean handles(String provider, int eventId) {
        return contributions.stream().anyMatch(each -> each.decoder().handles(provider, eventId));
    }

    /** What the first decoder that handles the event says of it. */
    public Optional<EventFailure> decode(WindowsEvent event) {
        return contributions.stream().map(Contribution::decoder).filter(decoder -> decoder.handles(event.provider(), event.eventId())).findFirst()
                .flatMap(decoder -> decoder.decode(event));
    }
}
