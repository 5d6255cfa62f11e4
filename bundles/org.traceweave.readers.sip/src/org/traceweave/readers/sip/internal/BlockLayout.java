package org.traceweave.readers.sip.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.readers.sip.SipHeader;
import org.traceweave.readers.sip.TraceBlock;

/** Finds the key-value lines of a block in a text of one char a byte. */
public final class BlockLayout {

    private BlockLayout() {
    }

    /** The block; empty if neither of its marks is there, or nothing stands inside. */
    public static Optional<TraceBlock> of(String latin) {
        Lines lines = new Lines(latin);
        List<SipHeader> entries = new ArrayList<>(12);
        boolean begun = false;
        boolean ended = false;
        while (!ended && lines.next()) {
            if (lines.contains("$$begin_record")) {
                begun = true;
                entries.clear();
            } else if (lines.startsWith("$$end_record")) {
                ended = true;
            } else {
                lines.header().ifPresent(entries::add);
            }
        }
        return entries.isEmpty() || !begun && !ended ? Optional.empty() : Optional.of(new TraceBlock(entries, begun && ended));
    }
}
