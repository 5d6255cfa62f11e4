package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.traceweave.analysis.SignInComparison.Basis;
import org.traceweave.analysis.SignInComparison.Fact;
import org.traceweave.analysis.SignInComparison.StepPair;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.VersionBasis;

/** Which success an attempt is held against, and where the two part. */
class SignInComparisonTest {

    private static final String ROOM = "UCCAPI/16.0.9330.2087 SkypeRoomSystem/4.0.64.0 (Skype Room System)";
    private static final String NEWER_ROOM = "UCCAPI/16.0.9999.1000 SkypeRoomSystem/4.0.70.0 (Skype Room System)";
    private static final String PHONE = "CPE/4.0.7577.4512 OCPhone/4.0 (Microsoft Lync Phone Edition)";

    private static SignInStep step(Phase phase, String result) {
        return new SignInStep(phase, 0, result, new Evidence("t.txt", 0, 1, Optional.empty()));
    }

    private static final SignInStep OFFER = step(Phase.OFFER, "offered NTLM, KERBEROS, TLS-DSK");
    private static final SignInStep SERVER = step(Phase.SERVER_CERTIFICATE,
            "server presented its certificate, TLS 1.2, TLS_RSA_WITH_AES_128_CBC_SHA, chain of 2");
    private static final SignInStep CLIENT = step(Phase.CLIENT_CERTIFICATE, "client sent its certificate");
    private static final SignInStep DONE = step(Phase.REGISTERED, "200 registered");
    private static final SignInStep ALERT = step(Phase.SERVER_CERTIFICATE, "client sent TLS alert 46 certificate_unknown");

    /** An attempt to be told in more detail. */
    private static final class Told {

        private final long start;
        private final Outcome outcome;
        private String user = "room@contoso.com";
        private Optional<String> endpoint = Optional.of("e1");
        private String device = ROOM;
        private List<String> hosts = List.of("FE01");
        private List<String> certificates = List.of("aa");
        private int challenges = 3;
        private final List<SignInStep> steps = new ArrayList<>();
        private final List<SoftwareVersion> versions = new ArrayList<>();

        Told(long start, Outcome outcome, SignInStep... steps) {
            this.start = start;
            this.outcome = outcome;
            this.steps.addAll(List.of(steps));
        }

        Told by(String otherUser, String otherEndpoint, String otherDevice) {
            user = otherUser;
            endpoint = Optional.of(otherEndpoint);
            device = otherDevice;
            return this;
        }

        Told on(String host) {
            hosts = List.of(host);
            return this;
        }

        Told carrying(String thumbprint) {
            certificates = List.of(thumbprint);
            return this;
        }

        Told saved() {
            challenges = 0;
            return this;
        }

        Told server(String version) {
            versions.add(new SoftwareVersion(SoftwareSide.SERVER, hosts.stream().findFirst(), "RTC", version, VersionBasis.SERVER_HEADER,
                    new Evidence("t.txt", 0, 1, Optional.empty())));
            return this;
        }

        SignIn signIn() {
            return new SignIn("s" + start, SignInKind.SIGN_IN, user, endpoint, List.of("c" + start), Optional.of(device),
                    Optional.of("10.0.0.9:5000" + start % 10),
                    hosts, Scheme.TLS_DSK, start, start + 1, outcome, Phase.SERVER_CERTIFICATE, challenges, OptionalInt.empty(), OptionalInt.empty(),
                    Optional.empty(), Optional.empty(), certificates, steps, List.of(), List.of(), versions);
        }
    }

    private static Told succeeded(long start) {
        return new Told(start, Outcome.SUCCEEDED, OFFER, SERVER, CLIENT, DONE);
    }

    private static final SignIn FAILED = new Told(100, Outcome.FAILED, OFFER, SERVER, ALERT).signIn();

    private static Optional<SignInComparison> compared(SignIn attempt, Told... others) {
        List<SignIn> all = new ArrayList<>(List.of(attempt));
        List.of(others).forEach(other -> all.add(other.signIn()));
        return SignInComparison.of(attempt, all);
    }

    @Test
    void theLastEarlierSuccessOfTheSameEndpointIsTaken() {
        SignInComparison comparison = compared(FAILED, succeeded(10), succeeded(90), succeeded(200), succeeded(95).by("other@contoso.com", "e9",
                ROOM)).orElseThrow();
        assertEquals("s90", comparison.success().id());
        assertEquals(Basis.SAME_ENDPOINT, comparison.basis());
        assertTrue(comparison.isEarlier());
    }

    @Test
    void anUpdatedDeviceOfTheSameUserIsTheSameDevice() {
        assertEquals(Basis.SAME_ENDPOINT, compared(FAILED, succeeded(90).by("room@contoso.com", "e2", NEWER_ROOM)).orElseThrow().basis());
    }

    @Test
    void withoutItTheSameUserThenTheSameKindOfDeviceOnThatHost() {
        SignInComparison user = compared(FAILED, succeeded(80).by("room@contoso.com", "e2", PHONE), succeeded(90).by("other@contoso.com", "e9",
                ROOM)).orElseThrow();
        assertEquals(Basis.SAME_USER, user.basis());
        SignInComparison device = compared(FAILED, succeeded(80).by("other@contoso.com", "e9", NEWER_ROOM)).orElseThrow();
        assertEquals(Basis.SAME_DEVICE, device.basis());
        assertEquals(Optional.empty(), compared(FAILED, succeeded(80).by("other@contoso.com", "e9", NEWER_ROOM).on("FE02")));
    }

    @Test
    void aLaterSuccessIsTakenWhereNoneIsEarlier() {
        SignInComparison comparison = compared(FAILED, succeeded(300), succeeded(200)).orElseThrow();
        assertEquals("s200", comparison.success().id());
        assertFalse(comparison.isEarlier());
    }

    @Test
    void aSuccessWithSavedCredentialsIsTheSecondChoice() {
        Told saved = new Told(95, Outcome.SUCCEEDED, step(Phase.REGISTERED, "200 registered, with saved credentials")).saved();
        assertEquals("s20", compared(FAILED, succeeded(20), saved).orElseThrow().success().id());
        assertEquals("s95", compared(FAILED, saved).orElseThrow().success().id());
    }

    @Test
    void whatSucceededIsComparedWithNothing() {
        assertEquals(Optional.empty(), compared(succeeded(100).signIn(), succeeded(10)));
    }

    @Test
    void theFirstStepAtWhichTheyPartIsFound() {
        StepPair first = compared(FAILED, succeeded(10)).orElseThrow().firstDifference().orElseThrow();
        assertEquals(Optional.of(ALERT), first.attempted());
        assertEquals(Optional.empty(), first.succeeded());
    }

    @Test
    void aStepThatCameToSomethingElseIsADifference() {
        SignInStep refused = step(Phase.PROVISIONING, "HTTP 401 refused");
        SignInStep answered = step(Phase.PROVISIONING, "HTTP 200 answered");
        SignIn attempt = new Told(100, Outcome.FAILED, step(Phase.DISCOVERY, "HTTP 200 answered"), refused).signIn();
        StepPair first = compared(attempt, new Told(10, Outcome.SUCCEEDED, answered, OFFER, DONE)).orElseThrow().firstDifference().orElseThrow();
        assertEquals(new StepPair(Optional.of(refused), Optional.of(answered), false), first);
    }

    @Test
    void stepsThatOnlyOneHadToTakeAndThatWentWellAreNoDifference() {
        SignIn attempt = new Told(100, Outcome.FAILED, step(Phase.WEB_TICKET, "HTTP 401 refused"), step(Phase.WEB_TICKET, "HTTP 200 answered"),
                OFFER, SERVER, ALERT).signIn();
        assertEquals(Optional.of(ALERT), compared(attempt, succeeded(10)).orElseThrow().firstDifference().orElseThrow().attempted());
    }

    @Test
    void clocksInsideTokensAreNoDifference() {
        SignInStep one = step(Phase.CREDENTIALS, "challenged: NTLM challenge of CONTOSO, clock 2018-10-16T11:11:34.083Z");
        SignInStep other = step(Phase.CREDENTIALS, "challenged: NTLM challenge of CONTOSO, clock 2018-10-15T09:00:00.001Z");
        SignInComparison comparison = compared(new Told(100, Outcome.FAILED, one).signIn(), new Told(10, Outcome.SUCCEEDED, other, DONE))
                .orElseThrow();
        assertTrue(comparison.steps().getFirst().alike());
        assertEquals(Optional.of(DONE), comparison.firstDifference().orElseThrow().succeeded());
    }

    @Test
    void factsThatAreKnownOfBothAndDifferAreTold() {
        SignIn attempt = new Told(100, Outcome.FAILED, OFFER, step(Phase.SERVER_CERTIFICATE,
                "server presented its certificate, TLS 1.0, TLS_RSA_WITH_AES_128_CBC_SHA"))
                .on("FE02").carrying("bb").server("6.0").signIn();
        SignInComparison comparison = compared(attempt, succeeded(10).server("6.1")).orElseThrow();
        assertEquals(List.of(Fact.HOSTS, Fact.SERVER_VERSION, Fact.TLS_VERSION, Fact.CERTIFICATES), comparison.differences().stream()
                .map(each -> each.fact()).toList());
        assertEquals(List.of("FE02: RTC 6.0"), comparison.differences().get(1).attempted());
        assertEquals(List.of("TLS 1.2"), comparison.differences().get(2).succeeded());
    }

    @Test
    void whatIsKnownOfOneAloneIsNoDifference() {
        assertEquals(List.of(), compared(FAILED, succeeded(10).server("6.1")).orElseThrow().differences());
    }
}
