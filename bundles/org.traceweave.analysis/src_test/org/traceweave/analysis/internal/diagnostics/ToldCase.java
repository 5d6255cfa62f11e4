package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticRegistry;
import org.traceweave.analysis.Engine;
import org.traceweave.analysis.FindingsReport;
import org.traceweave.cases.Case;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.RelationGround;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.samples.IssuedCertificate;

/** What diagnostics are told of a case, by hand: sign-ins, events, connections and certificates, each in a line of a test. */
final class ToldCase implements DiagnosticContext {

    static final long NOON = UtcTime.parse("2018-10-16T12:00:00Z");

    private final List<SignIn> signIns = new ArrayList<>();
    private final List<WindowsFailure> failures = new ArrayList<>();
    private final List<FailedConnection> connections = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private int numbers;

    /** Changes what a sign-in that failed with NTLM at FE01 is. */
    ToldCase signIn(UnaryOperator<Told> told) {
        Told one = told.apply(new Told("anna@contoso.com"));
        signIns.add(one.made("sign-in-" + numbers++));
        return this;
    }

    /** One sign-in as a test tells it. */
    static final class Told {
        private String user;
        private Scheme scheme = Scheme.NTLM;
        private Outcome outcome = Outcome.FAILED;
        private Phase phase = Phase.CREDENTIALS;
        private OptionalInt status = OptionalInt.of(401);
        private OptionalInt diagnostic = OptionalInt.empty();
        private Optional<String> reason = Optional.empty();
        private Optional<String> hresult = Optional.empty();
        private String host = "FE01";
        private final List<String> carried = new ArrayList<>();
        private final List<SignInStep> steps = new ArrayList<>();
        private final List<Related> related = new ArrayList<>();

        Told(String user) {
            this.user = user;
        }

        Told of(String name) {
            user = name;
            return this;
        }

        Told by(Scheme newScheme, Phase newPhase, Outcome newOutcome) {
            scheme = newScheme;
            phase = newPhase;
            outcome = newOutcome;
            return this;
        }

        Told at(String server) {
            host = server;
            return this;
        }

        Told status(int sip, int id) {
            status = OptionalInt.of(sip);
            diagnostic = id == 0 ? OptionalInt.empty() : OptionalInt.of(id);
            return this;
        }

        Told because(String why) {
            reason = Optional.of(why);
            return this;
        }

        Told code(String code) {
            hresult = Optional.of(code);
            return this;
        }

        Told carrying(IssuedCertificate... chain) {
            for (IssuedCertificate each : chain) {
                carried.add(each.sha1());
            }
            return this;
        }

        Told step(Phase at, String result) {
            steps.add(new SignInStep(at, NOON, result, place("steps", steps.size())));
            return this;
        }

        /** An event of the case explains it, by what both name. */
        Told explainedBy(int event) {
            related.add(new Related(RelatedKind.SCHANNEL, Relation.EXPLAINS, 0.9, 0, place("events", event),
                    List.of(new RelationGround(RelationJoin.CERTIFICATE, "thumbprint", 0.9))));
            return this;
        }

        /** An event of the case happened at the same time, and no more. */
        Told besideEvent(int event) {
            related.add(new Related(RelatedKind.SCHANNEL, Relation.COINCIDENT, 0.3, 0, place("events", event), List.of(new RelationGround(RelationJoin.TIME, "1 s", 0.3))));
            return this;
        }

        SignIn made(String id) {
            return new SignIn(id, SignInKind.SIGN_IN, user, Optional.of("epid-" + user), List.of("call-" + id), Optional.of("UCCAPI/16.0 OC/16.0 (Skype for Business)"),
                    Optional.of("10.0.0.9:50000"), List.of(host), scheme, NOON, NOON + UtcTime.NANOS_PER_SECOND, outcome, phase, 1, status, diagnostic, reason, hresult,
                    carried, steps, List.of(place("messages", id.hashCode() & 0xffff)), related, List.of());
        }
    }

    /** Changes what an event of FE01 is; the number of the event is the count of those before it. */
    ToldCase event(UnaryOperator<Event> told) {
        failures.add(told.apply(new Event()).made(failures.size()));
        return this;
    }

    /** One event as a test tells it. */
    static final class Event {
        private WindowsFailureKind kind = WindowsFailureKind.SCHANNEL;
        private int id = 36887;
        private String host = "FE01";
        private Optional<String> process = Optional.empty();
        private OptionalInt alert = OptionalInt.empty();
        private Optional<String> code = Optional.empty();
        private List<String> errors = List.of();
        private final List<String> thumbprints = new ArrayList<>();
        private Optional<String> target = Optional.empty();
        private Optional<String> chain = Optional.empty();

        Event schannel(int eventId) {
            id = eventId;
            return this;
        }

        Event capi2(int eventId, String result, String... trustErrors) {
            kind = WindowsFailureKind.CAPI2;
            id = eventId;
            code = Optional.of(result);
            errors = List.of(trustErrors);
            return this;
        }

        Event server(int eventId) {
            kind = WindowsFailureKind.SERVER_LOG;
            id = eventId;
            return this;
        }

        Event on(String machine) {
            host = machine;
            return this;
        }

        Event alert(int number) {
            alert = OptionalInt.of(number);
            return this;
        }

        Event process(String name) {
            process = Optional.of(name);
            return this;
        }

        Event about(IssuedCertificate... chain) {
            for (IssuedCertificate each : chain) {
                thumbprints.add(each.sha1());
            }
            return this;
        }

        Event target(String name) {
            target = Optional.of(name);
            return this;
        }

        Event chain(String chainRef) {
            chain = Optional.of(chainRef);
            return this;
        }

        private WindowsFailure made(int number) {
            return new WindowsFailure(kind, kind.word(), id, NOON, Optional.of(host), process, "Event " + id + " says so.", alert, OptionalLong.empty(), code, errors,
                    Optional.empty(), thumbprints, target, Optional.of("task"), chain, place("events", number));
        }
    }

    /** A connection from 10.0.0.9 to FE01 that died before SIP. */
    ToldCase connection(Optional<String> code, OptionalInt alert) {
        connections.add(new FailedConnection("connection-" + numbers++, "10.0.0.9", Optional.empty(), "FE01", NOON, NOON, 1, Optional.of("TLS negotiation failed"), alert,
                code, List.of(), List.of(place("connections", connections.size())), List.of()));
        return this;
    }

    ToldCase certificate(IssuedCertificate... made) {
        for (IssuedCertificate each : made) {
            certificates.add(CertificateDecoder.decode(each.der()).with(List.of(place("certificates", certificates.size())), 1, List.of()));
        }
        return this;
    }

    ToldCase certificateIn(String source, IssuedCertificate made) {
        certificates.add(CertificateDecoder.decode(made.der()).with(List.of(place(source, certificates.size())), 1, List.of()));
        return this;
    }

    private static Evidence place(String source, int number) {
        return new Evidence(source, number, 1, Optional.empty());
    }

    /** The findings of one rule that are a claim. */
    List<Finding> findings(String rule) {
        return all(rule).stream().filter(finding -> finding.severity().compareTo(Severity.INFO) <= 0).toList();
    }

    /** All of one rule, what it says when it found nothing included. */
    List<Finding> all(String rule) {
        return report().findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    /** What every rule of the product says. */
    FindingsReport report() {
        return report(new EngineRules().contributions());
    }

    FindingsReport report(List<DiagnosticRegistry.Contribution> contributions) {
        return DiagnosticRun.run(contributions, diagnostic -> this);
    }

    /** The rules that can do without the index of a case, which is not there. */
    private record EngineRules() {
        List<DiagnosticRegistry.Contribution> contributions() {
            List<String> needIndex = List.of("auth.bad-credentials", "secret.private-key", "trace.");
            return Engine.standard().diagnostics().contributions().stream()
                    .filter(each -> needIndex.stream().noneMatch(id(each.diagnostic())::startsWith)).toList();
        }

        private static String id(Diagnostic diagnostic) {
            return diagnostic.description().id().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Case caseUnderStudy() {
        throw new UnsupportedOperationException("there is no case behind this test");
    }

    @Override
    public List<SignIn> signIns() {
        return signIns;
    }

    @Override
    public List<WindowsFailure> windowsFailures() {
        return failures;
    }

    @Override
    public List<FailedConnection> failedConnections() {
        return connections;
    }

    @Override
    public List<ChainBuild> chainBuilds() {
        return List.of();
    }

    @Override
    public List<Certificate> certificates() {
        return certificates;
    }

    @Override
    public long count(String query) throws IOException {
        return 0;
    }

    @Override
    public List<Evidence> evidence(String query, int limit) throws IOException {
        return List.of();
    }

    @Override
    public double setting(String name) {
        return switch (name) {
            case "users" -> 3;
            case "days" -> 30;
            case "seconds" -> 300;
            default -> throw new IllegalArgumentException("no setting " + name);
        };
    }
}
