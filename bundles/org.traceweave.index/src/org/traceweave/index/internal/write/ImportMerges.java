package org.traceweave.index.internal.write;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.store.Directory;

/** Writes buffers on the threads that fill them, and merges what is written on one thread of its own, since the readers need the rest. */
final class ImportMerges extends ConcurrentMergeScheduler {

    private static final int WAITING = 8;

    ImportMerges() {
        setMaxMergesAndThreads(WAITING, 1);
    }

    @Override
    public void merge(MergeSource source, MergeTrigger trigger) throws IOException {
        if (trigger != MergeTrigger.ADD_INDEXES) {
            super.merge(source, trigger);
            return;
        }
        for (MergePolicy.OneMerge buffer = source.getNextMerge(); buffer != null; buffer = source.getNextMerge()) {
            source.merge(buffer);
        }
    }

    @Override
    public Directory wrapForMerge(MergePolicy.OneMerge merge, Directory directory) {
        return Thread.currentThread() instanceof MergeThread ? super.wrapForMerge(merge, directory) : directory;
    }
}
