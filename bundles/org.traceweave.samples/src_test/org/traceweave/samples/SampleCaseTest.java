package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.json.JsonText;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

class SampleCaseTest {

    private static final long SIZE = 3L << 20;
    private static final Pattern TOKEN = Pattern.compile("gssapi-data=\"([^\"]+)\"");

    @TempDir
    static Path folder;
    private static SampleTruth weak;
    private static SampleTruth quiet;

    @BeforeAll
    static void write() throws IOException {
        weak = SampleCase.write(folder.resolve("weak"), Stories.first(), SIZE, 1, true);
        quiet = SampleCase.write(folder.resolve("quiet"), Stories.find("quiet-day").orElseThrow(), SIZE, 1, true);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws Exception {
        SampleCase.write(folder.resolve("again"), Stories.first(), SIZE, 1, true);
        SampleCase.write(folder.resolve("other"), Stories.first(), SIZE, 2, true);
        assertEquals(digests("weak"), digests("again"));
        assertNotEquals(digests("weak"), digests("other"));
    }

    private static Map<String, String> digests(String name) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.resolve(name).relativize(file).toString(),
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
            }
        }
        return digests;
    }

    @Test
    void everyEvidenceOfTheTruthIsOneWholeRecord() throws IOException {
        for (SignIn signIn : weak.signins()) {
            assertFalse(signIn.messages().isEmpty());
            for (Evidence message : signIn.messages()) {
                String text = text("weak", message);
                boolean server = text.startsWith("TL_") && text.endsWith("$$end_record\r\n");
                boolean client = text.startsWith("10/16/2018|") && text.endsWith(" bytes\r\n");
                assertTrue(server || client, text);
                assertTrue(text.contains(signIn.user()) || text.contains("HTTP/1.1"), text);
            }
        }
        for (WindowsFailure failure : weak.windowsFailures()) {
            byte[] record = bytes("weak", failure.evidence());
            assertEquals("2a2a0000", HexFormat.of().formatHex(record, 0, 4));
        }
    }

    @Test
    void onlyTheRoomDeviceFailsAndItsUsersDesktopDoesNot() {
        List<SignIn> failing = weak.signins().stream().filter(SignIn::isFailure).toList();
        assertTrue(failing.size() > 8);
        for (SignIn signIn : failing) {
            assertEquals("orion.room@contoso.com", signIn.user());
            assertTrue(signIn.device().orElseThrow().contains("SkypeRoomSystem"));
            assertEquals(Outcome.FAILED, signIn.outcome());
            assertEquals(Phase.SERVER_CERTIFICATE, signIn.phase());
            assertEquals(2, signIn.challenges());
        }
        assertTrue(weak.signins().stream().anyMatch(s -> s.user().equals("orion.room@contoso.com") && s.outcome() == Outcome.SUCCEEDED));
    }

    @Test
    void theDeviceAnswersTheSha1CertificateWithAlert46() throws IOException {
        byte[] certificate = Files.readAllBytes(folder.resolve("weak/Certificates/fe01.contoso.local.cer"));
        SignIn signIn = weak.signins().stream().filter(SignIn::isFailure).findFirst().orElseThrow();
        List<byte[]> tokens = signIn.messages().stream().filter(m -> m.source().startsWith("CLS/")).map(m -> TOKEN.matcher(text("weak", m)))
                .filter(Matcher::find).map(m -> Base64.getDecoder().decode(m.group(1))).toList();
        assertEquals(3, tokens.size());
        String hex = HexFormat.of().formatHex(tokens.get(1));
        assertTrue(hex.contains(HexFormat.of().formatHex(certificate)));
        assertEquals("1503030002022e", HexFormat.of().formatHex(tokens.get(2)));
        assertEquals("SHA1", weak.certificates().stream().filter(c -> c.sha1().equals(signIn.certificates().stream().findFirst())).findFirst()
                .orElseThrow().signatureHash().orElseThrow());
    }

    @Test
    void theFrontEndLogsTheAlertInTheSameSecond() {
        List<WindowsFailure> received = weak.windowsFailures().stream().filter(f -> f.eventId() == 36887).toList();
        List<SignIn> failing = weak.signins().stream().filter(SignIn::isFailure).toList();
        assertEquals(failing.size(), received.size());
        for (int i = 0; i < failing.size(); i++) {
            long alert = failing.get(i).steps().getLast().time();
            assertEquals(alert / 1_000_000_000L, received.get(i).time() / 1_000_000_000L);
        }
    }

    @Test
    void theDevicesChainEventNamesTheCertificateOnTheWire() {
        List<WindowsFailure> chains = weak.windowsFailures().stream()
                .filter(f -> f.eventId() == 11 && f.trustErrors().contains("HAS_WEAK_SIGNATURE")).toList();
        SignIn signIn = weak.signins().stream().filter(SignIn::isFailure).findFirst().orElseThrow();
        assertEquals(signIn.certificates().get(0), chains.get(0).thumbprints().get(0));
        assertEquals("ROOM-ORION", chains.get(0).host().orElseThrow());
    }

    @Test
    void theQuietDayHasNoFailureAndNoSha1() {
        assertTrue(quiet.findings().isEmpty());
        assertTrue(quiet.signins().stream().noneMatch(SignIn::isFailure));
        assertTrue(quiet.certificates().stream().noneMatch(c -> c.signatureHash().orElse("").equals("SHA1")));
        assertTrue(quiet.windowsFailures().stream().noneMatch(f -> f.alert().orElse(0) == 46));
    }

    @Test
    void someFlightsGoOverSeveralMessagesAndAreWholeWhenPutTogether() {
        List<SignIn> spread = quiet.signins().stream().filter(each -> each.scheme() == Scheme.TLS_DSK && each.challenges() > 3).toList();
        assertTrue(spread.size() > 2);
        for (SignIn signIn : spread) {
            ByteArrayOutputStream together = new ByteArrayOutputStream();
            boolean cut = false;
            for (Evidence message : signIn.messages().stream().filter(m -> m.source().startsWith("CLS/")).toList()) {
                Matcher token = TOKEN.matcher(text("quiet", message));
                if (token.find()) {
                    byte[] part = Base64.getDecoder().decode(token.group(1));
                    cut |= !isWholeRecords(part);
                    together.writeBytes(part);
                }
            }
            assertTrue(cut);
            assertTrue(isWholeRecords(together.toByteArray()));
        }
    }

    private static boolean isWholeRecords(byte[] tls) {
        int at = 0;
        while (at + 5 <= tls.length && tls[at + 1] == 3) {
            at += 5 + ((tls[at + 3] & 0xFF) << 8 | tls[at + 4] & 0xFF);
        }
        return at == tls.length;
    }

    @Test
    void theTraceIsInOrderOfTime() throws IOException {
        Pattern stamp = Pattern.compile("::10/16/2018-(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})\\.");
        String last = "";
        for (String line : Files.readString(folder.resolve("weak/CLS/POOL01-2018-10-16.txt")).split("\r\n")) {
            Matcher matcher = stamp.matcher(line);
            if (line.startsWith("TL_") && matcher.find()) {
                assertTrue(last.compareTo(matcher.group(1)) <= 0, last + " then " + line);
                last = matcher.group(1);
            }
        }
    }

    @Test
    void truthIsReadBackAsItWasWritten() throws Exception {
        String json = Files.readString(folder.resolve("weak").resolve(SampleCase.TRUTH_FILE));
        assertTrue(weak.equals(JsonText.parse(json, SampleTruthForm.FORM)));
    }

    private static byte[] bytes(String name, Evidence evidence) throws IOException {
        try (var channel = Files.newByteChannel(folder.resolve(name).resolve(evidence.source()))) {
            var buffer = ByteBuffer.allocate((int) evidence.length());
            channel.position(evidence.offset()).read(buffer);
            return buffer.array();
        }
    }

    private static String text(String name, Evidence evidence) {
        try {
            return new String(bytes(name, evidence), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
