package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.CertificateOpinions.OfPeer;
import org.traceweave.analysis.CertificateOpinions.OfWindows;
import org.traceweave.analysis.CertificateOpinions.Reaction;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Certificate;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

/** Of the story in which a device refuses what others accept. */
class CertificateOpinionsTest {

    @Test
    void whoAcceptsAndWhoRefusesIsToldApart(@TempDir Path folder) throws IOException {
        SampleCase.write(folder.resolve("sources"), Stories.first(), 3 << 20, 17, false);
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(folder.resolve("sources")), ImportProgress.NONE, new CancelSignal());
            CaseAnalysis analysis = Engine.standard().analyse(of);
            CertificateOpinions weak = on(analysis, "fe01.contoso.local");
            OfWindows room = weak.windows().stream().filter(each -> each.host().equals("ROOM-ORION")).findFirst().orElseThrow();
            assertTrue(room.trustErrors().contains("HAS_WEAK_SIGNATURE"), room::toString);
            assertTrue(room.count() > 1);
            OfPeer refusing = weak.peers().stream().filter(each -> each.reaction() == Reaction.REFUSED).findFirst().orElseThrow();
            assertEquals("Skype Room System", refusing.who());
            assertTrue(refusing.reason().orElse("").contains("46"));
            assertTrue(weak.peers().stream().anyMatch(each -> each.reaction() == Reaction.ACCEPTED), weak::toString);
            assertTrue(weak.differ());
            CertificateOpinions good = on(analysis, "fe02.contoso.local");
            assertFalse(good.differ(), good::toString);
            assertFalse(good.isEmpty());
        }
    }

    private static CertificateOpinions on(CaseAnalysis analysis, String name) throws IOException {
        Certificate named = analysis.certificates(new CancelSignal()).stream().filter(each -> each.subjectAltNames().contains("DNS:" + name)).findFirst().orElseThrow();
        return CertificateOpinions.on(named.sha1().orElseThrow(), analysis, new CancelSignal());
    }
}
