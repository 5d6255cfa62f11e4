package org.traceweave.analysis.internal.windows;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.readers.windows.EventDecoders;
import org.traceweave.readers.windows.EventFailure;
import org.traceweave.readers.windows.WindowsEvent;

/**
 * The decoders at work on one case: one that throws is switched off for that case and named, and the next that handles the event answers
 * in its place. For use by one thread.
 */
public final class EventDecoding {

    private static final Logger LOG = System.getLogger(EventDecoding.class.getName());

    private final List<EventDecoders.Contribution> working;
    private final List<String> failures = new ArrayList<>();

    public EventDecoding(EventDecoders decoders) {
        working = new ArrayList<>(decoders.contributions());
    }

    /** A sentence for each decoder that was switched off. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    boolean handles(String provider, int eventId) {
        return next(0, provider, eventId) < working.size();
    }

    Optional<EventFailure> decode(WindowsEvent event) {
        int at = next(0, event.provider(), event.eventId());
        while (at < working.size()) {
            EventDecoders.Contribution asked = working.get(at);
            try {
                return asked.decoder().decode(event);
            } catch (CancellationException cancelled) {
                throw cancelled;
            } catch (RuntimeException | LinkageError e) {
                switchOff(asked, e);
                at = next(at, event.provider(), event.eventId());
            }
        }
        return Optional.empty();
    }

    /** The first decoder from a place on that handles such events. */
    private int next(int from, String provider, int eventId) {
        int at = from;
        while (at < working.size()) {
            EventDecoders.Contribution asked = working.get(at);
            try {
                if (asked.decoder().handles(provider, eventId)) {
                    return at;
                }
                at++;
            } catch (RuntimeException | LinkageError e) {
                switchOff(asked, e);
            }
        }
        return at;
    }

    private void switchOff(EventDecoders.Contribution broken, Throwable why) {
        working.remove(broken);
        String name = broken.decoder().getClass().getName();
        // the user is told in a sentence; where it failed is for who asks for it
        LOG.log(Logger.Level.DEBUG, "Event decoder " + name + " failed", why);
        failures.add("The event decoder " + name + " of " + broken.bundle() + " failed and was left out: " + why);
    }
}
