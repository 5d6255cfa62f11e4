package org.traceweave.certificates.internal.lint;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.FoundPrivateKey;
import org.traceweave.certificates.ObjectDecoder;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;

/** L46 to L48, L51: what a handshake or a find says by itself. */
public final class SightingRules {

    private static final int TLS_1_2 = 0x0303;
    /** The answer for one certificate stands below that; the status of the whole answer stands higher. */
    private static final int STATUS_OF_CERTIFICATE = 3;

    private SightingRules() {
    }

    public static List<Lint> check(TlsFlight flight) {
        List<Lint> lints = new ArrayList<>();
        if (flight.emptyCertificateList()) {
            lints.add(new Lint("L46", LintLevel.WARNING, "the client answered the certificate request with no certificate"));
        }
        flight.serverHello().ifPresent(hello -> {
            if (hello.version() < TLS_1_2) {
                lints.add(new Lint("L47", LintLevel.WARNING, "the server chose " + TlsRecords.versionName(hello.version())));
            }
            if (CipherSuite.weak(hello.cipherSuite())) {
                lints.add(new Lint("L47", LintLevel.WARNING, "the server chose the weak cipher suite " + hello.cipherSuiteName()));
            }
        });
        if (flight.signatureScheme().isPresent() && flight.signatureScheme().getAsInt() >> 8 <= 2) {
            lints.add(new Lint("L47", LintLevel.WARNING, "the handshake itself is signed with " + (flight.signatureScheme().getAsInt() >> 8 == 1 ? "MD5" : "SHA-1")));
        }
        flight.stapledOcsp().flatMap(ObjectDecoder::decode).ifPresent(answer -> answer.lines().stream()
                .filter(line -> line.depth() == STATUS_OF_CERTIFICATE && line.name().equals("Status") && !line.value().equals("good"))
                .forEach(line -> lints.add(new Lint("L48", line.value().startsWith("revoked") ? LintLevel.ERROR : LintLevel.WARNING,
                        line.value() + ", says the OCSP response that the server sent along"))));
        return lints;
    }

    public static Lint key(FoundPrivateKey key) {
        LintLevel level = key.encrypted() ? LintLevel.WARNING : LintLevel.ERROR;
        return new Lint("L51", level, key.kind() + " private key" + (key.encrypted() ? ", protected by a password," : "")
                + " in the captured data; replace the key and remove it there");
    }
}
