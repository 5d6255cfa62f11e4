package org.traceweave.examples;

import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.EventDecoder;
import org.traceweave.readers.windows.EventFailure;
import org.traceweave.readers.windows.EventIdentities;
import org.traceweave.readers.windows.HResult;
import org.traceweave.readers.windows.WindowsEvent;

/** Example of a decoder of events: the in-house reverse proxy logs whom it refused, and why. */
public final class ProxyEvents implements EventDecoder {

    private static final String PROVIDER = "Contoso Reverse Proxy";
    private static final int REFUSED = 1001;

    @Override
    public String id() {
        return "contoso.proxy";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        return eventId == REFUSED && provider.equals(PROVIDER);
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        String user = event.value("User").orElse("");
        return Optional.of(EventFailure.of(WindowsFailureKind.SERVER_LOG, event, "The reverse proxy refused " + user + ".")
                .code(event.value("Code").map(HResult::parse).orElse(OptionalLong.empty()))
                .names(EventIdentities.NONE.withUser(user)).build());
    }
}
