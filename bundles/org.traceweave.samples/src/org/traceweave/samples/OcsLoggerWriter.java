package org.traceweave.samples;

import java.util.Optional;

/**
 * Writes text as OCSLogger of Lync 2010 and earlier does: a processor number in the bracket, no correlation on the line, a {@code
 * LogType} line in every block, UTC or local times.
 */
public final class OcsLoggerWriter extends ServerTraceWriter {

    /** Writes UTC times. */
    public OcsLoggerWriter() {
        this(0);
    }

    /** Writes local times of a host whose zone is {@code zoneOffsetSeconds} ahead of UTC. */
    public OcsLoggerWriter(int zoneOffsetSeconds) {
        super(Optional.empty(), "0", zoneOffsetSeconds);
    }

    @Override
    void afterPrefix(long correlationId) {
        // The old form has no correlation here; a block follows the prefix without a blank.
    }

    @Override
    void openBlock(String logType) {
        out.line("$$begin_record").text("LogType: ").line(logType);
    }

    @Override
    String protocolFunction() {
        return "SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(125)";
    }
}
