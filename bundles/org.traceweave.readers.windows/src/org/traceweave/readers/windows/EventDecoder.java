package org.traceweave.readers.windows;

import java.util.Optional;

/**
 * Says what single events of some providers mean. Stateless; safe for use by several threads. Contributed through
 * {@link EventDecoders}, in the product by the extension point {@code org.traceweave.readers.windows.eventDecoders}.
 */
public interface EventDecoder {

    /** A stable id, unique among decoders. */
    String id();

    /** Whether events of that provider and number are this decoder's and may tell of a failure. Cheap: it is asked for every event. */
    boolean handles(String provider, int eventId);

    /** What the event says went wrong; empty where it reports no failure. */
    Optional<EventFailure> decode(WindowsEvent event);
}
