package org.traceweave.analysis.internal.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.analysis.internal.extract.ExtractIn;
import org.traceweave.analysis.internal.extract.ExtractOut;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.readers.windows.EventDecoders;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

class EventReadingTest {

    @Test
    void whatIsKeptOfAnEventSaysTheSameAsTheEvent(@TempDir Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        SampleCase.write(sources, Stories.all().getFirst(), 3L << 20, 5, false);
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal());
            EventDecoding decoding = new EventDecoding(EventDecoders.standard());
            List<JudgedEvent> events = WindowsFailures.of(of, decoding, new CancelSignal());
            assertTrue(events.size() > 50, () -> events.size() + " events");
            EventReading reading = new EventReading(of, decoding, new HostClocks(of), UnaryOperator.identity());
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (ExtractOut out = new ExtractOut(file)) {
                for (JudgedEvent event : events) {
                    reading.write(event, out);
                }
            }
            ExtractIn in = new ExtractIn(file.toByteArray(), UnaryOperator.identity());
            for (JudgedEvent event : events) {
                assertEquals(event, reading.read(event.evidence().source(), in));
            }
        }
    }
}
