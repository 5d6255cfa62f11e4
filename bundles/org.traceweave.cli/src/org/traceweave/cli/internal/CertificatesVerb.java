package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.CertificateIndex;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.json.CertificateForm;
import org.traceweave.model.Certificate;
import org.traceweave.model.Lint;
import org.traceweave.model.UtcTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certificates}: every certificate of a case, or of certificate files, decoded, and where it was seen. */
@Command(name = "certificates", mixinStandardHelpOptions = true,
        description = "Lists every certificate of a case or of certificate files: decoded, and where it was seen.")
public final class CertificatesVerb implements Verb {

    /** The format of files that hold certificates and nothing else. */
    private static final String CERTIFICATE_FILE = "certificate";
    private static final int LONGEST_NAME = 44;

    @Parameters(arity = "1..*", paramLabel = "CASE|FILE", description = "a case folder, or certificate files")
    private List<Path> paths;

    @Option(names = "--query", paramLabel = "QUERY", description = "only those that match, such as \"hash:sha1 NOT ca:true\" or san:*.contoso.com")
    private Optional<String> query = Optional.empty();

    @Option(names = "--pem", description = "print them as PEM")
    private boolean pem;

    @Option(names = "--text", description = "print them in full, readable")
    private boolean text;

    @Option(names = "--asn1", description = "print their ASN.1 with offsets")
    private boolean asn1;

    @Option(names = "--password", paramLabel = "PASSWORD",
            description = "opens PKCS#12 files; else TRACEWEAVE_STORE_PASSWORD of the environment does, or it is asked for on a terminal")
    private Optional<String> password = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "the same, from the first line of a file")
    private Optional<Path> passwordFile = Optional.empty();

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    /** A certificate, and its bytes where they are at hand. */
    private record Listed(Certificate facts, Optional<byte[]> der) {
    }

    @Override
    public int run(VerbSession session) throws IOException {
        List<Listed> listed = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (VerbSession.isCase(path)) {
                listed.addAll(certificates(session, session.open(path)));
            } else {
                files.add(path);
            }
        }
        List<CertificateFiles.Held> objects = files.isEmpty() ? List.of() : new CertificateFiles(session, secret()).objects(files);
        if (!files.isEmpty()) {
            listed.addAll(ofFiles(session, files, objects));
        }
        if (pem || text || asn1) {
            listed.forEach(each -> printFull(session, each));
            if (text) {
                objects.forEach(each -> session.out().println(each.object().text()));
            }
        } else if (options.json) {
            session.json(listed.stream().map(Listed::facts).toList(), CertificateForm.FORM, options.evidence());
            objects.stream().filter(each -> each.object().certificates().isEmpty())
                    .forEach(each -> session.err().println(each.file() + " holds a " + each.object().kind().words() + "; --text tells it."));
        } else {
            if (!listed.isEmpty() || objects.isEmpty()) {
                printTable(session.shown(options.zone), listed.stream().map(Listed::facts).toList());
            }
            printObjects(session.shown(options.zone), objects);
        }
        return CommandLine.DONE;
    }

    /** The certificates of files, which are judged together: one may have issued another. */
    private List<Listed> ofFiles(VerbSession session, List<Path> files, List<CertificateFiles.Held> objects) throws IOException {
        Case of = session.open(files);
        List<Listed> listed = certificates(session, of);
        if (query.isEmpty()) {
            List<byte[]> ders = listed.stream().flatMap(each -> each.der.stream()).toList();
            for (Certificate certificate : CertificateFiles.opened(objects, listed.stream().map(Listed::facts).toList(), ders)) {
                Optional<byte[]> der = objects.stream().flatMap(each -> each.object().certificates().stream())
                        .filter(bytes -> CertificateDecoder.decode(bytes).sha1().equals(certificate.sha1())).findFirst();
                listed.add(new Listed(certificate, der));
            }
        }
        boolean onlyCertificateFiles = of.sources().stream().allMatch(source -> source.format().equals(Optional.of(CERTIFICATE_FILE)));
        if (listed.isEmpty() && objects.isEmpty() && query.isEmpty() && onlyCertificateFiles) {
            throw new CaseException("No certificate could be read from " + files.getFirst() + (files.size() > 1 ? " and the other files" : "")
                    + "; is it damaged, or in need of a password?");
        }
        return listed;
    }

    private List<Listed> certificates(VerbSession session, Case of) throws IOException {
        CaseAnalysis analysis = session.engine().analyse(of);
        List<Listed> listed = new ArrayList<>();
        for (Certificate certificate : matching(session, analysis)) {
            Optional<byte[]> der = certificate.sha1().isPresent() ? analysis.der(certificate.sha1().get(), session.cancel()) : Optional.empty();
            listed.add(new Listed(certificate, der));
        }
        return listed;
    }

    private List<Certificate> matching(VerbSession session, CaseAnalysis analysis) throws IOException {
        if (query.isEmpty()) {
            return analysis.certificates(session.cancel());
        }
        try (CertificateIndex index = analysis.certificateIndex(session.cancel())) {
            return index.find(query.get());
        } catch (QuerySyntaxException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<char[]> secret() throws IOException {
        return passwordFile.isPresent() ? Optional.of(CertificateFiles.firstLine(passwordFile.get()))
                : password.or(() -> Optional.ofNullable(System.getenv(TrustOptions.PASSWORD_VARIABLE))).map(String::toCharArray);
    }

    /** The lines that name an object; {@code --text} gives all. */
    private static void printObjects(Shown shown, List<CertificateFiles.Held> objects) {
        for (CertificateFiles.Held each : objects) {
            shown.line("");
            shown.line(each.file() + ": " + each.object().kind().words());
            each.object().lines().stream().filter(line -> line.depth() == 1 && !line.value().isEmpty())
                    .forEach(line -> shown.wrapped("  " + line.name() + ": ", line.value()));
            each.object().problems().forEach(problem -> shown.wrapped("  not read: ", problem.field() + " at " + problem.offset() + ": " + problem.text()));
        }
    }

    private void printFull(VerbSession session, Listed listed) {
        if (listed.der.isEmpty()) {
            session.out().println("# " + listed.facts.subject().orElse("(no subject)") + ": told by an event or a listing, its bytes are not in the case");
            return;
        }
        DecodedCertificate decoded = CertificateDecoder.examine(listed.der.get());
        if (text) {
            session.out().println(CertificateText.text(decoded));
        }
        if (asn1) {
            session.out().println(CertificateText.asn1(decoded));
        }
        if (pem) {
            session.out().print(CertificateText.pem(decoded));
        }
    }

    private static void printTable(Shown shown, List<Certificate> certificates) {
        shown.tableOr("No certificates.", List.of("SHA-1", "SUBJECT", "ISSUER", "SIGNED WITH", "NOT AFTER", "SEEN", "LINTS"), certificates.stream()
                .map(facts -> List.of(facts.sha1().orElse("-"), Shown.cut(facts.subject().orElse("-"), LONGEST_NAME),
                        Shown.cut(facts.issuer().orElse("-"), LONGEST_NAME), facts.signatureAlgorithm().orElse("-"),
                        shown.time(facts.notAfter().orElse(UtcTime.UNKNOWN)), Long.toString(facts.seenCount()),
                        String.join(" ", facts.lints().stream().map(Lint::id).toList())))
                .toList());
        Map<String, List<String>> said = new TreeMap<>();
        certificates.forEach(facts -> facts.lints().forEach(
                lint -> said.computeIfAbsent(lint.id(), id -> List.of(id, lint.level().word(), lint.text()))));
        if (!said.isEmpty()) {
            shown.line("");
            shown.table(List.of("LINT", "LEVEL", "SAYS, OF ONE OF THEM"), List.copyOf(said.values()));
        }
        certificates.stream().filter(facts -> !facts.problems().isEmpty()).forEach(facts -> shown.wrapped(
                facts.sha1().orElse("-") + ": ", "not all of it could be decoded: " + facts.problems().getFirst().text()));
    }
}
