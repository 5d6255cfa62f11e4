package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.certificates.HostMatch;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

class CertificateSightingsTest {

    @Test
    void aServersCertificateIsSeenInOrderOfTimeInTheSignInsThatCarriedItAndForTheNameItWasAsked(@TempDir Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        SampleCase.write(sources, Stories.first(), 3 << 20, 5, false);
        try (Case source = Case.create(folder.resolve("sample.case"), Engine.standard().readers())) {
            source.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal());
            CaseAnalysis analysis = Engine.standard().analyse(source);
            Certificate weak = analysis.certificates(new CancelSignal()).stream()
                    .filter(each -> each.lints().stream().anyMatch(lint -> lint.id().equals("L01")))
                    .filter(each -> each.extendedKeyUsage().contains("1.3.6.1.5.5.7.3.1")).findFirst().orElseThrow();

            CertificateSightings sightings = CertificateSightings.of(weak, source, analysis, new CancelSignal());

            assertEquals(weak.seenCount(), sightings.count());
            List<Long> times = sightings.places().stream().map(CertificateSightings.Place::time).filter(time -> time != UtcTime.UNKNOWN).toList();
            assertEquals(times.stream().sorted().toList(), times);
            assertEquals(times.getFirst(), sightings.first().orElseThrow());
            assertFalse(sightings.signIns().isEmpty());
            assertTrue(sightings.signIns().stream().allMatch(each -> each.certificates().contains(weak.sha1().orElseThrow())));
            assertFalse(sightings.asked().isEmpty());
            assertTrue(sightings.asked().stream().allMatch(name -> HostMatch.of(weak, name.name()).covers()), sightings.asked().toString());
        }
    }
}
