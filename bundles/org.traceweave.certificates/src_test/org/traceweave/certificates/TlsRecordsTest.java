package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TlsRecordsTest {

    private static final byte[] ROOT = MadeCertificates.root("SHA1");
    private static final byte[] SERVER = MadeCertificates.server("SHA1");

    @Test
    void a_server_flight_gives_version_suite_and_certificates_where_they_stand() {
        byte[] body = MadeTls.join(MadeTls.serverHello(0x0303, 0xc030), MadeTls.certificateList(SERVER, ROOT), MadeTls.message(14, new byte[0]));
        byte[] flight = MadeTls.record(22, 0x0303, body);
        TlsFlight read = TlsRecords.read(flight);
        assertEquals("TLS 1.2", read.serverHello().orElseThrow().versionName());
        assertEquals("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", read.serverHello().orElseThrow().cipherSuiteName());
        assertEquals(List.of(2, 11, 14), read.handshakeTypes());
        TlsFlight.SentCertificate leaf = read.certificates().getFirst();
        assertArrayEquals(SERVER, leaf.der());
        assertArrayEquals(SERVER, Arrays.copyOfRange(flight, leaf.offset(), leaf.endOffset()));
        assertArrayEquals(ROOT, read.certificates().get(1).der());
        assertTrue(read.problems().isEmpty());
    }

    @Test
    void a_message_that_spans_records_is_joined() {
        byte[] message = MadeTls.certificateList(SERVER, ROOT);
        byte[] flight = MadeTls.join(MadeTls.record(22, 0x0301, MadeTls.join(MadeTls.serverHello(0x0301, 0x002f), Arrays.copyOf(message, 300))),
                MadeTls.record(22, 0x0301, Arrays.copyOfRange(message, 300, 301)),
                MadeTls.record(22, 0x0301, Arrays.copyOfRange(message, 301, message.length)));
        TlsFlight read = TlsRecords.read(flight);
        assertArrayEquals(SERVER, read.certificates().getFirst().der());
        assertEquals(SERVER.length + 10, read.certificates().getFirst().endOffset() - read.certificates().getFirst().offset());
        assertArrayEquals(ROOT, read.certificates().get(1).der());
    }

    @Test
    void a_cut_flight_gives_what_there_is_and_says_where_it_ends() {
        byte[] flight = MadeTls.record(22, 0x0303, MadeTls.join(MadeTls.serverHello(0x0303, 0x002f), MadeTls.certificateList(SERVER, ROOT)));
        for (int length = 0; length < flight.length; length++) {
            TlsFlight read = TlsRecords.read(Arrays.copyOf(flight, length));
            assertEquals(length > 0, !read.problems().isEmpty(), "cut at " + length);
        }
        TlsFlight read = TlsRecords.read(Arrays.copyOf(flight, flight.length - 10));
        assertTrue(read.certificates().get(0).complete());
        assertFalse(read.certificates().get(1).complete());
    }

    @Test
    void a_fatal_alert_has_the_name_of_the_rfc() {
        TlsFlight read = TlsRecords.read(MadeTls.record(21, 0x0303, new byte[] {2, 46}));
        TlsAlert alert = read.fatalAlert().orElseThrow();
        assertEquals(46, alert.description());
        assertEquals("certificate_unknown", alert.name());
        assertEquals("alert 199", TlsAlert.name(199));
        assertEquals(48, TlsAlert.number("unknown_ca").orElseThrow());
    }

    @Test
    void an_empty_list_says_that_the_client_has_no_certificate() {
        TlsFlight read = TlsRecords.read(MadeTls.record(22, 0x0301, MadeTls.join(MadeTls.certificateList(), MadeTls.message(16, new byte[130]))));
        assertTrue(read.emptyCertificateList());
        assertEquals("L46", CertificateLint.lint(read).getFirst().id());
    }

    @Test
    void what_follows_change_cipher_spec_is_encrypted_and_not_misread() {
        byte[] before = MadeTls.record(22, 0x0301, MadeTls.message(16, new byte[130]));
        byte[] flight = MadeTls.join(before, MadeTls.record(20, 0x0301, new byte[] {1}), MadeTls.record(22, 0x0301, new byte[48]),
                MadeTls.record(21, 0x0301, new byte[] {2, 46}));
        TlsFlight read = TlsRecords.read(flight);
        assertEquals(List.of(16), read.handshakeTypes());
        assertTrue(read.alerts().isEmpty());
        assertEquals(before.length + 6, read.encryptedFrom().orElseThrow());
        assertEquals(50, read.encryptedBytes());
    }

    @Test
    void real_transcripts_show_the_certificates_of_both_sides_up_to_tls_1_2() {
        for (String file : List.of("tls10", "tls11", "tls12", "tls12-ecdhe")) {
            List<TlsFlight> flights = flights("synthetic-adcs/tlsdsk-" + file + ".sip.txt");
            TlsFlight server = flights.stream().filter(flight -> flight.serverHello().isPresent()).findFirst().orElseThrow();
            assertEquals("CN=sfbpool.contoso.local", CertificateDecoder.decode(server.certificates().getFirst().der()).subject().orElseThrow(), file);
            assertTrue(server.certificateRequest().isPresent(), file);
            TlsFlight client = flights.stream().filter(flight -> flight.certificateMessage() && flight.serverHello().isEmpty()).findFirst()
                    .orElseThrow();
            assertEquals("CN=room1@contoso.com", CertificateDecoder.decode(client.certificates().getFirst().der()).subject().orElseThrow(), file);
            assertEquals(15, client.certificates().getFirst().offset());
            assertTrue(client.encryptedBytes() > 0);
        }
    }

    @Test
    void tls_1_3_hides_its_certificates_and_says_so() {
        List<TlsFlight> flights = flights("synthetic-adcs/tlsdsk-tls13.sip.txt");
        TlsFlight server = flights.stream().filter(flight -> flight.serverHello().isPresent()).findFirst().orElseThrow();
        assertEquals("TLS 1.3", server.serverHello().orElseThrow().versionName());
        assertTrue(server.certificatesHidden());
        assertTrue(flights.stream().allMatch(flight -> flight.certificates().isEmpty()));
    }

    private static List<TlsFlight> flights(String file) {
        String text = new String(Corpus.bytes(file), java.nio.charset.StandardCharsets.US_ASCII);
        Matcher matcher = Pattern.compile("gssapi-data=\"([^\"]+)\"").matcher(text);
        return matcher.results().map(found -> TlsRecords.read(Base64.getDecoder().decode(found.group(1)))).toList();
    }
}
