package org.traceweave.probe.internal.net;

import java.util.function.BooleanSupplier;
import org.traceweave.probe.ProbeRequest;

/** Opens connections to a target, through its proxy if it has one. */
public final class Dialer {

    private final ProbeRequest request;
    private final BooleanSupplier cancelled;

    public Dialer(ProbeRequest request, BooleanSupplier cancelled) {
        this.request = request;
        this.cancelled = cancelled;
    }

    public Wire dial() throws ProbeException {
        if (request.proxy().isPresent()) {
            return new ProxyTunnel(request.target(), request.proxy().get(), request.timeout(), cancelled).open();
        }
        return Wire.connect(request.target().host(), request.target().port(), request.target().authority(), request.timeout(), cancelled);
    }
}
