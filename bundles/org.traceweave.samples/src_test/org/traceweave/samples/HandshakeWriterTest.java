package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

class HandshakeWriterTest {

    private final IssuedCertificate root = CertificateMaker.subject("CN=Contoso Root CA").authority().make();
    private final IssuedCertificate server = CertificateMaker.subject("CN=pool01.contoso.local").key(SampleKeys.rsa(1)).issuedBy(root)
            .dns("pool01.contoso.local").server().make();
    private final IssuedCertificate client = CertificateMaker.subject("CN=anna@contoso.com").key(SampleKeys.rsa(2)).issuedBy(root).client().make();
    private final HandshakeWriter handshake = new HandshakeWriter(new SeededRandom(7));

    /** One handshake message: its type and all its bytes. */
    private record Message(int type, byte[] bytes) {
        byte[] body() {
            return Arrays.copyOfRange(bytes, 4, bytes.length);
        }
    }

    @Test
    void theServersFlightHoldsItsChainLeafFirst() throws Exception {
        handshake.clientHello("fe01.contoso.local");
        List<Message> messages = messages(handshake.serverFlight(List.of(server, root), List.of("CN=Communications Server")));
        assertEquals(List.of(2, 11, 13, 14), messages.stream().map(Message::type).toList());
        byte[] list = messages.get(1).body();
        int first = u24(list, 3);
        X509CertificateHolder leaf = new X509CertificateHolder(Arrays.copyOfRange(list, 6, 6 + first));
        assertEquals(server.parsed(), leaf);
        int second = u24(list, 6 + first);
        assertEquals(root.parsed(), new X509CertificateHolder(Arrays.copyOfRange(list, 9 + first, 9 + first + second)));
        assertEquals(u24(list, 0) + 3, list.length);
    }

    @Test
    void theCertificateRequestNamesTheAcceptedIssuers() {
        byte[] request = messages(handshake.serverFlight(List.of(server), List.of("CN=Communications Server"))).get(2).body();
        int names = 1 + request[0] + 2 + u16(request, 1 + request[0]);
        byte[] name = Arrays.copyOfRange(request, names + 4, request.length);
        assertEquals(new X500Name("CN=Communications Server"), X500Name.getInstance(name));
    }

    @Test
    void theClientProvesItsKeyOverAllThatWentBefore() throws Exception {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        for (Message message : messages(handshake.clientHello("fe01.contoso.local"))) {
            before.write(message.bytes());
        }
        for (Message message : messages(handshake.serverFlight(List.of(server), List.of()))) {
            before.write(message.bytes());
        }
        List<Message> flight = messages(handshake.clientFlight(Optional.of(client)));
        assertEquals(List.of(11, 16, 15), flight.stream().map(Message::type).toList());
        before.write(flight.get(0).bytes());
        before.write(flight.get(1).bytes());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(client.key().getPublic());
        signature.update(before.toByteArray());
        byte[] verify = flight.get(2).body();
        assertEquals(0x0401, u16(verify, 0));
        assertTrue(signature.verify(Arrays.copyOfRange(verify, 4, verify.length)));
    }

    @Test
    void aClientsCertificateStandsAtBase64ColumnTwenty() {
        handshake.clientHello("fe01.contoso.local");
        handshake.serverFlight(List.of(server), List.of());
        String text = Base64.getEncoder().encodeToString(handshake.clientFlight(Optional.of(client)));
        assertTrue(text.startsWith("FgMD"));
        assertEquals("MII", text.substring(20, 23));
    }

    @Test
    void aClientWithoutCertificateSendsAnEmptyListAndNoProof() {
        handshake.clientHello("fe01.contoso.local");
        List<Message> flight = messages(handshake.clientFlight(Optional.empty()));
        assertEquals(List.of(11, 16), flight.stream().map(Message::type).toList());
        assertArrayEquals(new byte[3], flight.get(0).body());
    }

    @Test
    void anAlertIsARecordOfItsOwn() {
        assertArrayEquals(new byte[] {21, 3, 3, 0, 2, 2, 46}, HandshakeWriter.alert(2, 46));
    }

    /** The handshake messages of the unencrypted records. */
    private static List<Message> messages(byte[] records) {
        List<Message> messages = new ArrayList<>();
        boolean encrypted = false;
        for (int at = 0; at < records.length; at += 5 + u16(records, at + 3)) {
            encrypted |= records[at] == 20;
            int end = at + 5 + u16(records, at + 3);
            for (int message = at + 5; !encrypted && message < end; message += 4 + u24(records, message + 1)) {
                messages.add(new Message(records[message], Arrays.copyOfRange(records, message, message + 4 + u24(records, message + 1))));
            }
        }
        return messages;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 16 | u16(bytes, at + 1);
    }
}
