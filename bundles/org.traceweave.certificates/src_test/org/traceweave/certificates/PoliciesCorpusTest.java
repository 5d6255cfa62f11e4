package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.model.UtcTime;

/** Every certificate of the corpus, damaged ones included, under every policy: a verdict with reasons, never an exception. */
class PoliciesCorpusTest {

    private static final int EVERY = 29;
    private static final int LARGEST = 1 << 20;

    private static List<DecodedCertificate> certificates() throws IOException {
        List<DecodedCertificate> all = new ArrayList<>();
        List<Path> files = Corpus.files();
        for (int i = 0; i < files.size(); i++) {
            boolean damaged = files.get(i).toString().contains("malformed");
            if ((damaged || i % EVERY == 0) && Files.size(files.get(i)) < LARGEST) {
                CertificateFinder.findInFile(Files.readAllBytes(files.get(i))).certificates()
                        .forEach(found -> all.add(CertificateDecoder.examine(found.der())));
            }
        }
        return all;
    }

    @Test
    void every_certificate_gets_a_verdict_with_reasons_under_every_policy() throws Exception {
        List<DecodedCertificate> all = certificates();
        assertTrue(all.size() > 60, () -> all.size() + " certificates");
        WeakCryptoSettings settings = WeakCryptoSettings.read("weak.reg", ("[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\OID\\EncodingType 0\\"
                + "CertDllCreateCertificateChainEngine\\Config]\n\"WeakSha1AllFlags\"=dword:80100000\n\"WeakEcdsaAllFlags\"=dword:80010000\n"
                + "\"WeakEcdsaAllMinBitLength\"=dword:00000180\n").getBytes(StandardCharsets.UTF_8));
        List<ChainPolicy> policies = Stream.concat(ChainPolicies.all().stream(), Stream.of(ChainPolicies.windowsWith(settings))).toList();
        TrustAnchors roots = TrustAnchors.of(all.stream().filter(each -> each.selfIssued() && each.facts().isCa().orElse(false)).toList());
        for (DecodedCertificate leaf : all) {
            PolicyQuestion question = new PolicyQuestion(leaf, all, roots, TrustAnchors.none(), UtcTime.parse("2018-01-01T00:00:00Z"),
                    List.of("www.example.com"), Usage.SERVER);
            for (ChainPolicy policy : policies) {
                ChainVerdict verdict = ChainJudge.by(policy, question).best();
                assertEquals(policy.id(), verdict.policy());
                assertTrue(verdict.verdict() == Verdict.ACCEPTED || verdict.allReasons().findAny().isPresent());
                verdict.allReasons().forEach(reason -> assertFalse(reason.text().isBlank() || reason.source().isBlank(), reason::rule));
            }
        }
    }
}
