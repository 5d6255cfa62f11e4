package org.traceweave.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.DiagnosticRegistry;
import org.traceweave.analysis.DiagnosticSettings;
import org.traceweave.analysis.Engine;
import org.traceweave.analysis.FindingsReport;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.Source;
import org.traceweave.readers.ReaderRegistry;

/** How a plug-in is tested without the workbench: its reader and its diagnostic beside the product's own, over a case made of a small log. */
class ProxyPlugInTest {

    private static final String PLUG_IN = "org.traceweave.examples";
    private static final Engine ENGINE = Engine.standard().with(List.of(new ReaderRegistry.Contribution(new ProxyLogReader(), PLUG_IN)),
            List.of(new DiagnosticRegistry.Contribution(new ProxyRefusal(), PLUG_IN)), List.of());
    private static final String LOG = """
            #contoso-proxy
            2018-01-14T11:24:35.123Z 10.0.0.9:50123 lyncweb.contoso.com 502 upstream certificate not trusted
            2018-01-14T11:24:36.001Z 10.0.0.9:50124 lyncweb.contoso.com 200 ok
            this line was cut off
            """;

    @TempDir
    private Path folder;

    private FindingsReport findings(String log, DiagnosticSettings settings) throws IOException {
        Path file = Files.writeString(folder.resolve("proxy.log"), log);
        try (Case of = Case.create(folder.resolve("proxy.case"), ENGINE.readers())) {
            of.importSources(List.of(file), ImportProgress.NONE, new CancelSignal());
            return ENGINE.analyse(of).findings(settings, new CancelSignal());
        }
    }

    private static Finding ours(FindingsReport report) {
        assertEquals(List.of(), report.failures());
        return report.findings().stream().filter(finding -> finding.rule().equals("contoso.proxy-refusal")).findFirst().orElseThrow();
    }

    @Test
    void serverErrorsAreCountedWithTheirLinesAsEvidence() throws IOException {
        Finding finding = ours(findings(LOG, DiagnosticSettings.STANDARD));
        assertEquals(Severity.WARNING, finding.severity());
        assertTrue(finding.summary().contains("1 request"), finding::summary);
        assertEquals(LOG.indexOf("2018-01-14T11:24:35"), finding.evidence().getFirst().offset());
    }

    @Test
    void aSettingRaisesWhatIsWorthAWarning() throws IOException {
        DiagnosticSettings two = new DiagnosticSettings(Set.of("contoso.proxy-refusal"), Map.of("contoso.proxy-refusal.least", 2.0), true);
        assertEquals(Severity.OK, ours(findings(LOG, two)).severity());
    }

    @Test
    void withoutAProxyLogItSaysWhatItNeeds() throws IOException {
        Finding finding = ours(findings("nothing of a proxy\n", new DiagnosticSettings(Set.of(), Map.of(), true)));
        assertEquals(Severity.NOT_APPLICABLE, finding.severity());
        assertEquals(List.of("a contoso-proxy log"), finding.needs());
    }

    @Test
    void aLineThatCannotBeReadIsDamageAndHidesNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("proxy.log"), LOG);
        try (Case of = Case.create(folder.resolve("damaged.case"), ENGINE.readers())) {
            of.importSources(List.of(file), ImportProgress.NONE, new CancelSignal());
            Source source = of.sources().getFirst();
            assertEquals("contoso-proxy", source.format().orElseThrow());
            assertEquals(2, source.records());
            assertEquals(1, source.damage().size());
            assertEquals(LOG.indexOf("this line"), source.damage().getFirst().offset());
        }
    }
}
