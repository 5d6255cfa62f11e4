package org.traceweave.readers.sip;

import java.util.Optional;

/** Why a server's SIP stack did what it did to a message ({@code TF_DIAG}). */
public record DiagnosticBlock(TraceBlock block) {

    /** The start line of the message it is about. */
    public Optional<String> startLine() {
        return block.value("SIP-Start-Line");
    }

    public Optional<String> callId() {
        return block.value("SIP-Call-ID");
    }

    public Optional<String> cseq() {
        return block.value("SIP-CSeq");
    }

    /** The other side, {@code name:port} or {@code address:port}. */
    public Optional<String> peer() {
        return block.value("Peer");
    }
}
