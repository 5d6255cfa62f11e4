package org.traceweave.ui;

/** How far the import that is running has come: bytes read of all there are, records indexed, and the source that was touched last. */
public record ImportState(long bytesDone, long bytesTotal, long records, String current, boolean cancelling) {

    /** The share that is done, 0 to 1. */
    public double share() {
        return bytesTotal <= 0 ? 0 : Math.clamp(bytesDone / (double) bytesTotal, 0, 1);
    }
}
