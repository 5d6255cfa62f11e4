package org.traceweave.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;

/**
 * The peer that an import is measured against: a bare Lucene index writer on the same records, with two threads, StandardAnalyzer with
 * positions, the same doc values, a RAM buffer of 512 MB, default merges, a final commit and no stored fields.
 */
final class BareLucene {

    private static final double RAM_BUFFER_MB = 512;

    private BareLucene() {
    }

    /** Indexes each file of cut records in a thread of its own. @return seconds */
    static double seconds(List<Path> cut, Path index) throws IOException {
        long begun = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(RAM_BUFFER_MB);
        try (FSDirectory directory = FSDirectory.open(index); IndexWriter writer = new IndexWriter(directory, config);
                ExecutorService threads = Executors.newFixedThreadPool(cut.size())) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int part = 0; part < cut.size(); part++) {
                int number = part;
                work.add(() -> add(writer, number, cut.get(number)));
            }
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
            writer.commit();
        } catch (ExecutionException failed) {
            throw new IOException("the bare index writer failed: " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            throw new IOException("the bare index writer was stopped", stopped);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Void add(IndexWriter writer, int part, Path file) throws IOException {
        CutRecords records = new CutRecords(file);
        while (records.hasNext()) {
            writer.addDocument(document(part, records.next()));
        }
        return null;
    }

    private static Document document(int part, RecordContent record) {
        Document document = new Document();
        document.add(new TextField("text", new String(record.text(), record.textStart(), record.textLength(), StandardCharsets.UTF_8), Field.Store.NO));
        number(document, "time", record.time());
        number(document, "source", part);
        number(document, "offset", record.offset());
        number(document, "length", record.length());
        number(document, "process", record.process());
        number(document, "thread", record.thread());
        word(document, "kind", record.kind().word());
        String host = record.host();
        if (host != null) {
            word(document, "host", host);
        }
        String component = record.component();
        if (component != null) {
            word(document, "component", component);
        }
        var level = record.level();
        if (level != null) {
            word(document, "level", level.word());
        }
        if (record.certificateMarks() != 0) {
            number(document, "marks", record.certificateMarks());
        }
        Set<RecordField> seen = new HashSet<>();
        for (int index = 0; index < record.fieldCount(); index++) {
            RecordField field = record.field(index);
            if (!seen.add(field)) {
                continue;
            }
            if (field.type() == RecordField.Type.NUMBER) {
                number(document, field.name(), record.number(index));
            } else {
                word(document, field.name(), record.keyword(index));
            }
        }
        return document;
    }

    private static void number(Document document, String name, long value) {
        document.add(new NumericDocValuesField(name, value));
    }

    private static void word(Document document, String name, String value) {
        document.add(new SortedDocValuesField(name, new BytesRef(value)));
    }
}
