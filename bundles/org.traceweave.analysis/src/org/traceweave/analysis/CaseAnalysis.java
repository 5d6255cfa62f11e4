package org.traceweave.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.internal.certificates.CaseCertificates;
import org.traceweave.analysis.internal.diagnostics.CaseContext;
import org.traceweave.analysis.internal.diagnostics.DiagnosticRun;
import org.traceweave.analysis.internal.signin.FailedConnections;
import org.traceweave.analysis.internal.signin.SignInReconstruction;
import org.traceweave.analysis.internal.windows.ChainBuilds;
import org.traceweave.analysis.internal.windows.Correlation;
import org.traceweave.analysis.internal.windows.EventDecoding;
import org.traceweave.analysis.internal.windows.JudgedEvent;
import org.traceweave.analysis.internal.windows.WindowsFailures;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.DerivedAnswers;
import org.traceweave.json.CertificateForm;
import org.traceweave.json.ChainBuildForm;
import org.traceweave.json.FailedConnectionForm;
import org.traceweave.json.JsonForm;
import org.traceweave.json.SignInForm;
import org.traceweave.json.WindowsFailureForm;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;
import org.traceweave.readers.windows.EventDecoder;
import org.traceweave.readers.windows.EventDecoders;

/**
 * Answers about one case, each computed when it is first asked for and again only after the case has changed; they are kept in the
 * case, so that opening it again does not compute them again. Safe for use by several threads, of which one computes and the others
 * wait. A call that is cancelled ends with a
 * {@link java.util.concurrent.CancellationException}. No thread in it may be interrupted.
 */
public final class CaseAnalysis {

    /** Changes with every change of what is answered, so that no answer of an older version is shown. */
    private static final String VERSION = "6";

    private final Case source;
    private final DiagnosticRegistry diagnostics;
    private final EventDecoders decoders;
    private final String version;
    private final DerivedAnswers kept;
    private Answers answers = new Answers("");

    /** What is known so far, of the case as it was when its fingerprint was taken. */
    private static final class Answers {
        private final String fingerprint;
        private Optional<List<SignIn>> signIns = Optional.empty();
        private Optional<List<JudgedEvent>> events = Optional.empty();
        private List<String> brokenDecoders = List.of();
        private Optional<List<WindowsFailure>> failures = Optional.empty();
        private Optional<List<Certificate>> certificates = Optional.empty();
        private Optional<List<FailedConnection>> connections = Optional.empty();
        private Optional<List<ChainBuild>> chains = Optional.empty();

        Answers(String fingerprint) {
            this.fingerprint = fingerprint;
        }
    }

    public CaseAnalysis(Case source, DiagnosticRegistry diagnostics) {
        this(source, diagnostics, EventDecoders.standard());
    }

    public CaseAnalysis(Case source, DiagnosticRegistry diagnostics, EventDecoders decoders) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.decoders = decoders;
        version = VERSION + decoders.decoders().stream().map(EventDecoder::id).toList();
        kept = new DerivedAnswers(source, version);
    }

    /** Every sign-in attempt, refresh, re-authentication and sign-out, by start, each failing attempt with what stands beside it. */
    public synchronized List<SignIn> signIns(CancelSignal cancel) throws IOException {
        Answers current = current();
        if (current.signIns.isEmpty()) {
            current.signIns = Optional.of(keptOr("signins", SignInForm.FORM,
                    () -> new Correlation(source, events(cancel), SignInReconstruction.of(source, VERSION, cancel), cancel).signIns()));
        }
        return current.signIns.get();
    }

    /** Every Windows event that reports a failure bearing on sign-ins, by time. */
    public synchronized List<WindowsFailure> windowsFailures(CancelSignal cancel) throws IOException {
        Answers current = current();
        if (current.failures.isEmpty()) {
            current.failures = Optional.of(keptOr("windows-failures", WindowsFailureForm.FORM,
                    () -> events(cancel).stream().map(JudgedEvent::failure).toList()));
        }
        return current.failures.get();
    }

    /** Connections that died before any SIP message went over them, by start, each with what stands beside it. */
    public synchronized List<FailedConnection> failedConnections(CancelSignal cancel) throws IOException {
        Answers current = current();
        if (current.connections.isEmpty()) {
            current.connections = Optional.of(keptOr("failed-connections", FailedConnectionForm.FORM,
                    () -> new Correlation(source, events(cancel), signIns(cancel), cancel).connections(FailedConnections.of(source, signIns(cancel), cancel))));
        }
        return current.connections.get();
    }

    /** Every chain that Windows built and judged, good or bad, joined from its CAPI2 events, by start. */
    public synchronized List<ChainBuild> chainBuilds(CancelSignal cancel) throws IOException {
        Answers current = current();
        if (current.chains.isEmpty()) {
            current.chains = Optional.of(keptOr("chain-builds", ChainBuildForm.FORM, () -> ChainBuilds.of(source, cancel)));
        }
        return current.chains.get();
    }

    private List<JudgedEvent> events(CancelSignal cancel) throws IOException {
        Answers current = current();
        if (current.events.isEmpty()) {
            EventDecoding decoding = new EventDecoding(decoders);
            current.events = Optional.of(WindowsFailures.of(source, decoding, version, cancel));
            current.brokenDecoders = decoding.failures();
        }
        return current.events.get();
    }

    /** Every certificate of the case, once each, with where it was seen and what is wrong with it. */
    public synchronized List<Certificate> certificates(CancelSignal cancel) throws IOException {
        Answers current = current();
        if (current.certificates.isEmpty()) {
            current.certificates = Optional.of(keptOr("certificates", CertificateForm.FORM, () -> CaseCertificates.of(source, chainBuilds(cancel), cancel)));
        }
        return current.certificates.get();
    }

    /** The DER of a certificate whose bytes are in the case, by its SHA-1 thumbprint. */
    public Optional<byte[]> der(String sha1, CancelSignal cancel) throws IOException {
        for (Certificate certificate : certificates(cancel)) {
            if (certificate.sha1().filter(sha1::equals).isPresent()) {
                return CaseCertificates.der(source, certificate, cancel);
            }
        }
        return Optional.empty();
    }

    /** The certificates of the case, searchable by any of their fields; to be closed by the caller. */
    public CertificateIndex certificateIndex(CancelSignal cancel) throws IOException {
        return CertificateIndex.of(source, kept.key(), certificates(cancel));
    }

    /** Computes something that reads the case. */
    @FunctionalInterface
    private interface Computation<T> {
        List<T> compute() throws IOException;
    }

    private <T> List<T> keptOr(String name, JsonForm<T> form, Computation<T> computation) throws IOException {
        String key = kept.key();
        Optional<List<T>> before = kept.load(name, key, form);
        if (before.isPresent()) {
            return List.copyOf(before.get());
        }
        List<T> computed = List.copyOf(computation.compute());
        // what a broken plug-in had no part in is not kept for when it works again
        if (current().brokenDecoders.isEmpty()) {
            kept.store(name, key, computed, form);
        }
        return computed;
    }

    /** What the diagnostics say, gravest first. */
    public FindingsReport findings(DiagnosticSettings settings, CancelSignal cancel) throws IOException {
        List<DiagnosticRegistry.Contribution> chosen = diagnostics.contributions().stream()
                .filter(each -> settings.runs(each.diagnostic().description().id())).toList();
        FindingsReport report = DiagnosticRun.run(chosen,
                diagnostic -> new CaseContext(source, this, diagnostic.description(), settings, cancel));
        List<String> failures = new ArrayList<>(report.failures());
        failures.addAll(current().brokenDecoders);
        return settings.withNotApplicable() ? new FindingsReport(report.findings(), failures)
                : new FindingsReport(report.findings().stream().filter(FindingsReport::isSaying).toList(), failures);
    }

    private Answers current() {
        String fingerprint = source.fingerprint();
        if (!answers.fingerprint.equals(fingerprint)) {
            answers = new Answers(fingerprint);
        }
        return answers;
    }
}
