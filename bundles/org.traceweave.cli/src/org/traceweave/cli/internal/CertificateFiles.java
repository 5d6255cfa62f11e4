package org.traceweave.cli.internal;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.LintContext;
import org.traceweave.certificates.ObjectDecoder;
import org.traceweave.cli.VerbSession;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;

/**
 * What certificate files hold beside certificates in clear: revocation lists, requests, messages and answers; and the certificates of PKCS#12 files that
 * a password opens. The password is given, or asked for on the terminal; private keys stay unread.
 */
final class CertificateFiles {

    private static final long LARGEST = 16L << 20;

    /** An object and the file that holds it. */
    record Held(Path file, DecodedObject object) {
    }

    private final VerbSession session;
    private final Optional<char[]> password;

    CertificateFiles(VerbSession session, Optional<char[]> password) {
        this.session = session;
        this.password = password;
    }

    /** The objects of those files that are not too large to be any, in order. */
    List<Held> objects(List<Path> files) throws IOException {
        List<Held> held = new ArrayList<>();
        for (Path file : files) {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                for (CertificateFinds.FoundObject found : CertificateFinder.findInFile(Files.readAllBytes(file)).objects()) {
                    decoded(file, found).ifPresent(object -> held.add(new Held(file, object)));
                }
            }
        }
        return held;
    }

    private Optional<DecodedObject> decoded(Path file, CertificateFinds.FoundObject found) {
        Optional<DecodedObject> object = ObjectDecoder.decode(found.der(), password);
        if (object.isEmpty() || !object.get().locked()) {
            return object;
        }
        Optional<char[]> asked = password.isPresent() ? Optional.empty() : ask(file);
        Optional<DecodedObject> opened = asked.isPresent() ? ObjectDecoder.decode(found.der(), asked) : object;
        if (opened.isPresent() && opened.get().locked()) {
            boolean tried = password.isPresent() || asked.isPresent();
            session.err().println(file + (tried ? ": the password does not open it." : ": its certificates are encrypted; give the password with --password-file."));
        }
        return opened;
    }

    private static Optional<char[]> ask(Path file) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("Password of %s: ", file)).filter(given -> given.length > 0);
    }

    /** The certificates that only the password has opened, judged with {@code others} at hand, as seen in their file. */
    static List<Certificate> opened(List<Held> held, List<Certificate> others, List<byte[]> ders) {
        List<Certificate> opened = new ArrayList<>();
        List<DecodedCertificate> all = new ArrayList<>();
        ders.forEach(der -> all.add(CertificateDecoder.examine(der)));
        held.forEach(each -> each.object().certificates().forEach(der -> all.add(CertificateDecoder.examine(der))));
        long now = UtcTime.of(java.time.Instant.now());
        for (Held each : held) {
            for (byte[] der : each.object().certificates()) {
                DecodedCertificate certificate = CertificateDecoder.examine(der);
                boolean known = java.util.stream.Stream.concat(others.stream(), opened.stream()).anyMatch(other -> other.sha1().equals(certificate.facts().sha1()));
                if (!known) {
                    Evidence at = new Evidence(String.valueOf(each.file().getFileName()), 0, each.file().toFile().length(), Optional.empty());
                    opened.add(certificate.facts().with(List.of(at), 1,
                            CertificateLint.lint(certificate, LintContext.none().withChain(CertificateChains.chainOf(certificate, all)), now)));
                }
            }
        }
        return opened;
    }

    /** A password from the first line of a file, so that it stands in no list of processes. */
    static char[] firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").toCharArray();
        }
    }
}
