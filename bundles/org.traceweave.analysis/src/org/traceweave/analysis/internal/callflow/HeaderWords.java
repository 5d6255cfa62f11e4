package org.traceweave.analysis.internal.callflow;

import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowDetail.Kind;
import org.traceweave.model.Evidence;
import org.traceweave.readers.sip.Masking;
import org.traceweave.readers.sip.MsDiagnostics;
import org.traceweave.readers.sip.SipAddress;
import org.traceweave.readers.sip.SipMessage;

/** What the headers of a message say that matters for a sign-in: who speaks, where to, why not. */
final class HeaderWords {

    private final SipMessage message;
    private final Evidence evidence;

    HeaderWords(SipMessage message, Evidence evidence) {
        this.message = message;
        this.evidence = evidence;
    }

    void addTo(List<FlowDetail> details) {
        for (MsDiagnostics diagnostic : message.diagnostics()) {
            String words = diagnostic.reason().or(diagnostic::meaning).orElse("") + diagnostic.hresult().map(code -> ", " + code).orElse("")
                    + diagnostic.source().map(source -> ", says " + source).orElse("");
            details.add(new FlowDetail(Kind.HEADER, diagnostic.header() + " " + diagnostic.id(), words.replaceFirst("^, ", ""), Optional.empty(),
                    true, evidence));
        }
        for (MsDiagnostics diagnostic : message.clientDiagnostics()) {
            add(details, diagnostic.header() + " " + diagnostic.id(), diagnostic.reason().or(diagnostic::meaning));
        }
        int status = message.status().orElse(0);
        if (status >= 300 && status < 400) {
            add(details, "sent to", message.contact().map(SipAddress::host));
        }
        if (message.isRequest()) {
            add(details, "User-Agent", message.userAgent());
        } else {
            add(details, "Server", message.server());
        }
        message.warnings().forEach(warning -> add(details, "Warning", Optional.of(warning)));
    }

    private void add(List<FlowDetail> details, String name, Optional<String> words) {
        words.ifPresent(said -> details.add(new FlowDetail(Kind.HEADER, name, Masking.mask(said), Optional.empty(), false, evidence)));
    }
}
