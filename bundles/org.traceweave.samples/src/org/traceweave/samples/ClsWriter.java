package org.traceweave.samples;

import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/**
 * Writes text as the Centralized Logging Service of Lync 2013 to Skype for Business 2019 exports it: {@code [pool\machine]},
 * a correlation id on every line, UTC times.
 */
public final class ClsWriter extends ServerTraceWriter {

    /** Keeps what is written; {@link #toBytes()} gives it. */
    public ClsWriter() {
        super(Optional.empty(), "POOL01\\FE01", 0);
    }

    /** Passes what is written on to {@code channel}, a megabyte at a time; {@link #flush()} at the end. */
    public ClsWriter(WritableByteChannel channel) {
        super(Optional.of(channel), "POOL01\\FE01", 0);
    }

    @Override
    void afterPrefix(long correlationId) {
        out.text(" [").decimal(correlationId).text("] ");
    }

    @Override
    void openBlock(String logType) {
        out.line("$$begin_record");
    }

    @Override
    String protocolFunction() {
        return "SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265)";
    }
}
