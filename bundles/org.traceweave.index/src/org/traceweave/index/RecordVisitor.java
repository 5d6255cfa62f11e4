package org.traceweave.index;

import java.io.IOException;

/** Takes records one after the other, in time order. */
@FunctionalInterface
public interface RecordVisitor {

    /** @return whether to go on */
    boolean visit(IndexedRecord record) throws IOException;
}
