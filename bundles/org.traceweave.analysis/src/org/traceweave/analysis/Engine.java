package org.traceweave.analysis;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.internal.diagnostics.BadCredentials;
import org.traceweave.analysis.internal.diagnostics.SourceMissing;
import org.traceweave.analysis.internal.diagnostics.WeakSignature;
import org.traceweave.cases.Case;
import org.traceweave.cases.CertificateFileReader;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.TextReader;
import org.traceweave.readers.sip.SipReaders;
import org.traceweave.readers.windows.EventDecoders;
import org.traceweave.readers.windows.WindowsReaders;

/** What is installed: the readers by which sources are imported, the diagnostics that look at cases, the decoders of Windows events. */
public record Engine(ReaderRegistry readers, DiagnosticRegistry diagnostics, EventDecoders decoders) {

    private static final String BUNDLE = "org.traceweave.";

    /** The product's own readers, diagnostics and decoders, without plug-ins. */
    public static Engine standard() {
        List<ReaderRegistry.Contribution> readers = new ArrayList<>();
        contribute(readers, SipReaders.all(), BUNDLE + "readers.sip");
        contribute(readers, WindowsReaders.all(), BUNDLE + "readers.windows");
        contribute(readers, List.of(new CertificateFileReader()), BUNDLE + "cases");
        contribute(readers, List.of(new TextReader()), BUNDLE + "readers");
        List<DiagnosticRegistry.Contribution> diagnostics = new ArrayList<>();
        for (Diagnostic diagnostic : List.of(new WeakSignature(), new BadCredentials(), new SourceMissing())) {
            diagnostics.add(new DiagnosticRegistry.Contribution(diagnostic, BUNDLE + "analysis"));
        }
        return new Engine(new ReaderRegistry(readers), new DiagnosticRegistry(diagnostics), EventDecoders.standard());
    }

    private static void contribute(List<ReaderRegistry.Contribution> registry, List<SourceReader> readers, String bundle) {
        readers.forEach(reader -> registry.add(new ReaderRegistry.Contribution(reader, bundle)));
    }

    /** The same with further readers, diagnostics and decoders, those of plug-ins. */
    public Engine with(List<ReaderRegistry.Contribution> moreReaders, List<DiagnosticRegistry.Contribution> moreDiagnostics,
            List<EventDecoders.Contribution> moreDecoders) {
        return new Engine(readers.with(moreReaders), diagnostics.with(moreDiagnostics), decoders.with(moreDecoders));
    }

    public CaseAnalysis analyse(Case source) {
        return new CaseAnalysis(source, diagnostics, decoders);
    }
}
