package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.NtlmToken;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/** Secrets are masked wherever text is printed; {@code show --unmask} alone gives them. */
class SecretsTest {

    @TempDir
    static Path folder;

    private static final String SECRET = Base64.getEncoder().encodeToString(
            NtlmMessages.authenticate("CONTOSO", "alice", "WS1", UtcTime.parse("2018-10-16T11:00:00Z"), new SeededRandom(7)));

    private static final String RESPONSE = NtlmToken.parseBase64(SECRET).orElseThrow().ntResponse(true);

    private static Path trace;
    private static byte[] bytes = {};

    @BeforeAll
    static void aTraceWithAnNtlmAnswer() throws IOException {
        ClsWriter writer = new ClsWriter();
        writer.at("2018-10-16T11:00:00Z").message(Direction.IN, "10.0.0.7:50000", SipMessage.request("REGISTER", "sip:contoso.com")
                .header("From", "<sip:alice@contoso.com>;tag=1;epid=2").header("To", "<sip:alice@contoso.com>").header("Call-ID", "c1").header("CSeq", "2 REGISTER")
                .header("Authorization", "NTLM qop=\"auth\", realm=\"SIP Communications Service\", targetname=\"fe01\", gssapi-data=\"" + SECRET + "\", version=4"));
        bytes = writer.toBytes();
        trace = Files.write(folder.resolve("trace.txt"), bytes);
    }

    private static String tail() {
        return SECRET.substring(SECRET.length() - 40);
    }

    @Test
    void showMasksThem() {
        assertFalse(Answer.to("show", trace, "--source", "trace.txt", "--offset", 0).done().out().contains(tail()));
    }

    @Test
    void searchMasksThemInJsonAndReadable() {
        assertFalse(Answer.to("search", trace, "", "--json").done().out().contains(tail()));
        assertFalse(Answer.to("search", trace, "").done().out().contains(tail()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signins --all", "windows-failures", "findings --all", "certificates", "sources"})
    void noAnalysisPrintsThem(String verb) {
        List<Object> arguments = new ArrayList<>(List.of(verb.split(" ")));
        arguments.add(1, trace);
        String readable = Answer.to(arguments.toArray()).done().out();
        arguments.add("--json");
        String json = Answer.to(arguments.toArray()).done().out();
        for (String out : List.of(readable, json)) {
            assertFalse(out.contains(tail()), out);
            assertFalse(out.toLowerCase(Locale.ROOT).contains(RESPONSE.substring(0, 32)), out);
        }
    }

    @Test
    void aSignInTellsWhoAnsweredAndFromWhere() {
        assertTrue(Answer.to("signins", trace, "--json").done().out().contains("CONTOSO\\\\alice from WS1"));
    }

    @Test
    void unmaskGivesThem() {
        assertTrue(Answer.to("show", trace, "--source", "trace.txt", "--offset", 0, "--unmask").done().out().contains(SECRET));
    }

    @Test
    void rawGivesTheBytesAsTheyStandAndOnlyUnmasked() {
        Answer.to("show", trace, "--source", "trace.txt", "--offset", 0, "--raw").failure(CommandLine.USAGE);
        byte[] raw = Answer.to("show", trace, "--source", "trace.txt", "--offset", 0, "--raw", "--unmask").done().out().getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(Arrays.copyOf(bytes, raw.length), raw);
    }
}
