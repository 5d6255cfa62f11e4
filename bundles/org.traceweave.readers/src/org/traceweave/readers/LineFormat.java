package org.traceweave.readers;

/**
 * What {@link LineRecords} must know of a format whose records are runs of whole lines: which lines begin one, and what to make of it.
 * Sees every line of a stretch in order, so it may keep state; one instance serves one thread and one stretch at a time.
 */
public interface LineFormat {

    /** The most bytes of a line that {@link #begins} may look at. */
    int LOOK_AHEAD = 4096;

    /** Forgets what was seen: the next line stands at the beginning of the source, or somewhere in its middle. */
    void reset();

    /**
     * Whether the line at {@code at} begins a record. The line may go on behind {@code limit}, which is {@link #LOOK_AHEAD} away or the
     * end of the source.
     */
    boolean begins(byte[] bytes, int at, int limit, boolean firstOfSource);

    /**
     * Whether the lines seen since {@link #reset} suffice to tell records from what only looks like one; else the stretch before is
     * read too.
     */
    boolean isSettled();

    /**
     * Takes a record: the one whose first line was the last but one for which {@link #begins} said yes, or, if {@link
     * LineRecord#isLast}, the last.
     */
    void record(LineRecord record, RecordSink sink);
}
