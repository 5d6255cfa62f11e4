package org.traceweave.analysis.internal.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;

/**
 * Another reason for which the same certificate may have been refused, with what speaks for it. {@code name}: in words, to stand in a
 * list.
 */
record RivalCause(String name, List<Evidence> evidence, String argument) {

    RivalCause {
        evidence = List.copyOf(evidence);
    }

    boolean hasEvidence() {
        return !argument.isEmpty();
    }

    /** The rivals of a weak signature for one certificate refused in one attempt, those without any evidence included. */
    static List<RivalCause> of(SignIn signIn, Certificate certificate, List<WindowsFailure> judgements) {
        List<RivalCause> rivals = new ArrayList<>();
        rivals.add(trust("an untrusted root", judgements, Set.of("IS_UNTRUSTED_ROOT", "IS_PARTIAL_CHAIN", "IS_EXPLICIT_DISTRUST"), signIn, 48));
        rivals.add(expiry(signIn, certificate, judgements));
        rivals.add(trust("a revoked certificate, or revocation that could not be checked", judgements,
                Set.of("IS_REVOKED", "IS_OFFLINE_REVOCATION", "REVOCATION_STATUS_UNKNOWN"), signIn, 44));
        rivals.add(code("a name that does not match", judgements, Set.of("0x800b010f", "0x80090322")));
        rivals.add(trust("a TLS version or cipher that is not shared", judgements, Set.of(), signIn, 70));
        return rivals;
    }

    private static RivalCause trust(String name, List<WindowsFailure> judgements, Set<String> errors, SignIn signIn, int alert) {
        List<WindowsFailure> speaking = judgements.stream().filter(each -> each.trustErrors().stream().anyMatch(errors::contains)).toList();
        boolean alerted = signIn.reason().filter(reason -> reason.startsWith("TLS alert " + alert + " ")).isPresent();
        if (alerted) {
            return new RivalCause(name, List.of(), "the peer's alert " + alert + " says so");
        }
        if (speaking.isEmpty()) {
            return new RivalCause(name, List.of(), "");
        }
        return new RivalCause(name, speaking.stream().map(WindowsFailure::evidence).toList(),
                "CAPI2 on " + speaking.getFirst().host().orElse("the client") + " reports "
                        + String.join(", ", speaking.getFirst().trustErrors()));
    }

    private static RivalCause expiry(SignIn signIn, Certificate certificate, List<WindowsFailure> judgements) {
        boolean expired = certificate.notAfter().isPresent() && certificate.notAfter().getAsLong() < signIn.end();
        boolean early = certificate.notBefore().isPresent() && certificate.notBefore().getAsLong() > signIn.end();
        if (expired || early) {
            long bound = expired ? certificate.notAfter().getAsLong() : certificate.notBefore().getAsLong();
            return new RivalCause("a certificate out of its time", certificate.seen().stream().limit(1).toList(),
                    "it " + (expired ? "ended" : "begins") + " on " + UtcTime.format(bound).substring(0, 10));
        }
        return trust("a certificate out of its time", judgements, Set.of("IS_NOT_TIME_VALID"), signIn, 45);
    }

    private static RivalCause code(String name, List<WindowsFailure> judgements, Set<String> codes) {
        Optional<WindowsFailure> speaking = judgements.stream().filter(each -> each.hresult().filter(codes::contains).isPresent()).findFirst();
        return speaking.map(each -> new RivalCause(name, List.of(each.evidence()), each.meaning())).orElse(new RivalCause(name, List.of(), ""));
    }
}
