package org.traceweave.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.RecordField;

class IndexIntegrityTest {

    @TempDir
    private Path directory;

    @Test
    void lucenesOwnCheckFindsNothingWrongWithWhatWeWrite() throws Exception {
        SyntheticTrace trace = new SyntheticTrace(61);
        try (RecordIndex index = open()) {
            for (int i = 0; i < 3000; i++) {
                index.add(i % 3, trace.next());
                if (i % 700 == 0) {
                    index.refresh();
                }
            }
            index.deleteRange(1, 0, trace.offset() / 2);
            index.commit(Map.of());
        }
        check();
    }

    @Test
    void segmentsThatLuceneMergedAreInOrderToo() throws Exception {
        RandomRecords made = new RandomRecords(62, 4000);
        try (RecordIndex index = open()) {
            made.addTo(index, 200);
            index.commit(Map.of());
        }
        check();
        try (Directory files = FSDirectory.open(directory); DirectoryReader reader = DirectoryReader.open(files)) {
            assertTrue(reader.leaves().size() < 200);
        }
        try (RecordIndex index = open(); IndexSnapshot snapshot = index.snapshot()) {
            List<RecordPosition> found = new ArrayList<>();
            snapshot.scan(RecordQuery.all(), record -> found.add(record.position()));
            assertEquals(made.inOrder().stream().map(RandomRecords.Made::position).toList(), found);
        }
    }

    private RecordIndex open() throws IOException {
        return RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "");
    }

    private void check() throws IOException {
        try (Directory files = FSDirectory.open(directory); CheckIndex check = new CheckIndex(files)) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
            assertTrue(check.checkIndex().clean);
        }
    }
}
