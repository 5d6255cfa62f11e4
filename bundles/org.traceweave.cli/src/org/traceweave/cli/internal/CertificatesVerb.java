package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.cases.CaseException;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.CertificateForm;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certificates}: every certificate of a case, or of certificate files, decoded, and where it was seen. */
@Command(name = "certificates", mixinStandardHelpOptions = true,
        description = "Lists every certificate of a case or of certificate files: decoded, and where it was seen.")
public final class CertificatesVerb implements Verb {

    private static final long LARGEST_CERTIFICATE_FILE = 16 << 20;

    @Parameters(arity = "1..*", paramLabel = "CASE|FILE", description = "a case folder, or certificate files")
    private List<Path> paths;

    @Option(names = "--pem", description = "print them as PEM")
    private boolean pem;

    @Option(names = "--text", description = "print them in full, readable")
    private boolean text;

    @Option(names = "--asn1", description = "print their ASN.1 with offsets")
    private boolean asn1;

    @Mixin
    private ReadableOptions options;

    /** A certificate, and its bytes where they are at hand. */
    private record Listed(Certificate facts, Optional<byte[]> der) {
    }

    @Override
    public int run(VerbSession session) throws IOException {
        List<Listed> listed = new ArrayList<>();
        for (Path path : paths) {
            List<Listed> inFile = certificateFile(path);
            listed.addAll(inFile.isEmpty() ? ofCase(session, path) : inFile);
        }
        if (pem || text || asn1) {
            listed.forEach(each -> printFull(session, each));
        } else if (options.json) {
            session.json(listed.stream().map(Listed::facts).toList(), CertificateForm.FORM, options.evidence);
        } else {
            printTable(session, listed);
        }
        return CommandLine.DONE;
    }

    /** The certificates of a file that is a certificate store or holds nothing else; none if it is a case or a trace. */
    private static List<Listed> certificateFile(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_CERTIFICATE_FILE || isTrace(path)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(path);
        CertificateFinds finds = CertificateFinder.findInFile(bytes);
        Map<String, Listed> once = new LinkedHashMap<>();
        for (FoundCertificate found : finds.certificates()) {
            Certificate facts = CertificateDecoder.decode(found.der());
            Evidence at = new Evidence(path.toString(), found.offset(), found.length(), Optional.empty());
            Listed before = once.get(facts.sha256().orElse(""));
            List<Evidence> seen = new ArrayList<>(before == null ? List.of() : before.facts.seen());
            seen.add(at);
            once.put(facts.sha256().orElse(""), new Listed(facts.with(seen, seen.size(), facts.lints()), Optional.of(found.der())));
        }
        if (once.isEmpty() && isCertificateName(path)) {
            String why = finds.problems().isEmpty() ? "it holds none" : finds.problems().getFirst().text();
            throw new CaseException("No certificate could be read from " + path + ": " + why + ".");
        }
        return List.copyOf(once.values());
    }

    private static boolean isCertificateName(Path path) {
        return path.toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(cer|crt|der|pem|p7b|p7c|p12|pfx|csr|crl|sst)");
    }

    private static boolean isTrace(Path path) {
        return path.toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(evtx|log|uccapilog|xml|zip|7z|gz|tar|etl)");
    }

    private static List<Listed> ofCase(VerbSession session, Path path) throws IOException {
        CaseAnalysis analysis = session.engine().analyse(session.open(path));
        List<Listed> listed = new ArrayList<>();
        for (Certificate certificate : analysis.certificates(session.cancel())) {
            Optional<byte[]> der = certificate.sha1().isPresent() ? analysis.der(certificate.sha1().get(), session.cancel()) : Optional.empty();
            listed.add(new Listed(certificate, der));
        }
        return listed;
    }

    private void printFull(VerbSession session, Listed listed) {
        if (listed.der.isEmpty()) {
            session.out().println("# " + listed.facts.subject().orElse("(no subject)") + ": told by an event, its bytes are not in the case");
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

    private void printTable(VerbSession session, List<Listed> listed) {
        Shown shown = session.shown(options.zone);
        shown.table(List.of("SHA-1", "SUBJECT", "ISSUER", "SIGNED WITH", "NOT AFTER", "SEEN", "LINTS"), listed.stream().map(Listed::facts)
                .map(facts -> List.of(facts.sha1().orElse("-"), facts.subject().orElse("-"), facts.issuer().orElse("-"),
                        facts.signatureAlgorithm().orElse("-"), shown.time(facts.notAfter().orElse(UtcTime.UNKNOWN)),
                        Long.toString(facts.seenCount()), String.join(" ", facts.lints().stream().map(lint -> lint.id()).toList())))
                .toList());
    }
}
