package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Damage;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceReading;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** Files of certificates as sources of a case. */
class CertificateFileReaderTest {

    private static final int CERTIFICATES = 200;

    /** A file in memory that counts how many of its bytes were asked for. */
    private record Counted(byte[] file, AtomicLong asked) implements SourceBytes {

        @Override
        public String name() {
            return "roots.pem";
        }

        @Override
        public long size() {
            return file.length;
        }

        @Override
        public int read(long position, byte[] target, int start, int length) {
            int count = (int) Math.max(0, Math.min(length, file.length - position));
            System.arraycopy(file, (int) Math.min(position, file.length), target, start, count);
            asked.addAndGet(count);
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private record Place(long offset, int length) {
    }

    /** Counts records, and keeps where they are. */
    private static final class Places implements RecordSink {
        private final List<Place> places = new ArrayList<>();

        @Override
        public void record(RecordDraft draft) {
            places.add(new Place(draft.offset(), (int) draft.length()));
        }

        @Override
        public void damage(Damage damage) {
            throw new AssertionError(damage);
        }
    }

    @Test
    void aFileOfManyCertificatesIsNotReadAgainForEachOfThem() throws IOException {
        IssuedCertificate one = CertificateMaker.subject("CN=Root").key(SampleKeys.rsa(0)).authority().make();
        byte[] file = one.pem().repeat(CERTIFICATES).getBytes(StandardCharsets.US_ASCII);
        Counted bytes = new Counted(file, new AtomicLong());
        SourceReading reading = new CertificateFileReader().open(bytes);
        Places all = new Places();
        reading.read(reading.parts(Long.MAX_VALUE).getFirst(), 0, all);
        assertEquals(CERTIFICATES, all.places.size());
        for (Place place : all.places) {
            Places again = new Places();
            reading.readAt(place.offset(), place.length(), 0, again);
            assertEquals(List.of(place), again.places);
        }
        assertTrue(bytes.asked.get() <= 4L * file.length, () -> bytes.asked + " bytes were read of " + file.length);
    }
}
