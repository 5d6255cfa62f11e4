package org.traceweave.analysis;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.internal.diagnostics.BadCredentials;
import org.traceweave.analysis.internal.diagnostics.ClientCertificateRejected;
import org.traceweave.analysis.internal.diagnostics.ClientHasNoCertificate;
import org.traceweave.analysis.internal.diagnostics.ClientVersionBlocked;
import org.traceweave.analysis.internal.diagnostics.ClockSkew;
import org.traceweave.analysis.internal.diagnostics.DomainMismatch;
import org.traceweave.analysis.internal.diagnostics.ExpiredChain;
import org.traceweave.analysis.internal.diagnostics.ExpiresSoon;
import org.traceweave.analysis.internal.diagnostics.FilteredExport;
import org.traceweave.analysis.internal.diagnostics.IncompleteChain;
import org.traceweave.analysis.internal.diagnostics.InvalidSignature;
import org.traceweave.analysis.internal.diagnostics.MisplacedCertificate;
import org.traceweave.analysis.internal.diagnostics.NameMismatch;
import org.traceweave.analysis.internal.diagnostics.NoCredential;
import org.traceweave.analysis.internal.diagnostics.NoSharedCipher;
import org.traceweave.analysis.internal.diagnostics.OneServerDiffers;
import org.traceweave.analysis.internal.diagnostics.PeerRejectedCertificate;
import org.traceweave.analysis.internal.diagnostics.PrivateKeyInSource;
import org.traceweave.analysis.internal.diagnostics.PrivateKeyUnusable;
import org.traceweave.analysis.internal.diagnostics.ProtocolMismatch;
import org.traceweave.analysis.internal.diagnostics.RedirectLoop;
import org.traceweave.analysis.internal.diagnostics.RemoteAccessDenied;
import org.traceweave.analysis.internal.diagnostics.RevocationOffline;
import org.traceweave.analysis.internal.diagnostics.RevokedCertificate;
import org.traceweave.analysis.internal.diagnostics.ServerCertificateRejected;
import org.traceweave.analysis.internal.diagnostics.SessionTicket;
import org.traceweave.analysis.internal.diagnostics.SourceMissing;
import org.traceweave.analysis.internal.diagnostics.Throttled;
import org.traceweave.analysis.internal.diagnostics.TraceGap;
import org.traceweave.analysis.internal.diagnostics.TruncatedTrustList;
import org.traceweave.analysis.internal.diagnostics.UnsupportedAlgorithm;
import org.traceweave.analysis.internal.diagnostics.UntrustedRoot;
import org.traceweave.analysis.internal.diagnostics.UserNotEnabled;
import org.traceweave.analysis.internal.diagnostics.WeakKey;
import org.traceweave.analysis.internal.diagnostics.WeakSignature;
import org.traceweave.analysis.internal.diagnostics.WebTicketInvalid;
import org.traceweave.analysis.internal.diagnostics.WrongIdentity;
import org.traceweave.analysis.internal.diagnostics.WrongUsage;
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
        for (Diagnostic diagnostic : ownDiagnostics()) {
            diagnostics.add(new DiagnosticRegistry.Contribution(diagnostic, BUNDLE + "analysis"));
        }
        return new Engine(new ReaderRegistry(readers), new DiagnosticRegistry(diagnostics), EventDecoders.standard());
    }

    /** One for each rule of the product, in the order of its families. */
    private static List<Diagnostic> ownDiagnostics() {
        return List.of(new WeakSignature(), new ClockSkew(), new ExpiredChain(), new ExpiresSoon(), new RevokedCertificate(), new
                NameMismatch(), new WrongUsage(), new IncompleteChain(), new UntrustedRoot(), new InvalidSignature(),
                new WeakKey(), new RevocationOffline(), new UnsupportedAlgorithm(), new MisplacedCertificate(), new
                TruncatedTrustList(), new PrivateKeyUnusable(), new NoCredential(), new ProtocolMismatch(), new
                NoSharedCipher(), new PeerRejectedCertificate(), new SessionTicket(), new BadCredentials(), new
                WrongIdentity(), new UserNotEnabled(), new RemoteAccessDenied(), new ClientVersionBlocked(), new
                ClientCertificateRejected(), new ClientHasNoCertificate(), new ServerCertificateRejected(), new
                WebTicketInvalid(), new RedirectLoop(), new DomainMismatch(), new OneServerDiffers(), new Throttled(),
                new TraceGap(), new FilteredExport(), new SourceMissing(), new PrivateKeyInSource());
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
