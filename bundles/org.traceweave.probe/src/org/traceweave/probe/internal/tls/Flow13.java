package org.traceweave.probe.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.ProbeHandshake.KeyProof;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.tls.HandshakeStream.Message;
import org.traceweave.probe.internal.tls.KeySchedule.Traffic;

/** TLS 1.3 after ServerHello (RFC 8446 section 2): everything is encrypted with keys that both sides derive by then. */
final class Flow13 implements Flow {

    private static final int LEGACY = 0x0303;
    private static final int CONTEXT_PADDING = 64;

    private final RecordLayer records;
    private final HandshakeStream handshake;
    private final ServerHello hello;
    private final Suite suite;
    private final Suite.Cipher cipher;
    private final int group;
    private final KeySchedule keys;
    private final Traffic client;
    private final Traffic server;
    private boolean wantsCertificate;

    Flow13(RecordLayer records, HandshakeStream handshake, ServerHello hello, KeyShares shares) throws ProbeException {
        this.records = records;
        this.handshake = handshake;
        this.hello = hello;
        suite = Suite.of(hello.suite());
        cipher = suite.cipher().orElseThrow(() -> new ProbeException(Kind.UNSUPPORTED,
                "The server chose a cipher suite that this client cannot decrypt with"));
        group = hello.group().orElseThrow(() -> new ProbeException(Kind.MALFORMED, "The server's ServerHello for TLS 1.3 has no key"));
        if (!KeyShares.knows(group)) {
            throw new ProbeException(Kind.MALFORMED, "The server chose the group " + KeyShares.name(group) + ", which was not offered");
        }
        keys = new KeySchedule(suite.hash());
        keys.advance(shares.agree(group, hello.share()));
        byte[] transcript = said();
        client = keys.traffic("c hs traffic", transcript, cipher);
        server = keys.traffic("s hs traffic", transcript, cipher);
        records.protectReading(protection(server));
    }

    private byte[] said() {
        return Hashes.hash(suite.hash(), handshake.said());
    }

    private RecordProtection protection(Traffic traffic) {
        return new AeadProtection(cipher, traffic.key(), traffic.nonce(), true);
    }

    @Override
    public ServerShown read() throws ProbeException {
        Message message = handshake.read();
        if (message.type() != HandshakeStream.ENCRYPTED_EXTENSIONS) {
            throw HandshakeStream.unexpected(message, "EncryptedExtensions");
        }
        Optional<CertificateRequest> request = Optional.empty();
        message = handshake.read();
        if (message.type() == HandshakeStream.CERTIFICATE_REQUEST) {
            wantsCertificate = true;
            request = Optional.of(CertificateMessages.request(message.body(), hello.version()));
            message = handshake.read();
        }
        if (message.type() != HandshakeStream.CERTIFICATE) {
            throw HandshakeStream.unexpected(message, "Certificate");
        }
        CertificateMessages.Sent sent = CertificateMessages.read(message.body(), true);
        byte[] transcript = said();
        Message verify = handshake.read();
        if (verify.type() != HandshakeStream.CERTIFICATE_VERIFY) {
            throw HandshakeStream.unexpected(verify, "CertificateVerify");
        }
        TlsCursor cursor = new TlsCursor(verify.body(), "CertificateVerify");
        int scheme = cursor.number(2);
        KeyProof proof = sent.certificates().isEmpty() ? KeyProof.NONE
                : SignatureSchemes.check(sent.certificates().getFirst(), scheme, signedContent(transcript), cursor.vector(2));
        return new ServerShown(hello.version(), hello.suite(), OptionalInt.of(group), OptionalInt.of(scheme), proof, sent.certificates(),
                sent.staple(), request);
    }

    private static byte[] signedContent(byte[] transcriptHash) {
        byte[] padding = new byte[CONTEXT_PADDING];
        Arrays.fill(padding, (byte) ' ');
        return TlsWriter.join(padding, "TLS 1.3, server CertificateVerify".getBytes(StandardCharsets.US_ASCII), new byte[1], transcriptHash);
    }

    @Override
    public void complete() throws ProbeException {
        byte[] expected = keys.finished(server, said());
        Message finished = handshake.read();
        if (finished.type() != HandshakeStream.FINISHED || !Arrays.equals(finished.body(), expected)) {
            throw new ProbeException(Kind.MALFORMED, "The server's Finished does not confirm the handshake");
        }
        keys.advance(keys.zeros());
        byte[] transcript = said();
        records.protectReading(protection(keys.traffic("s ap traffic", transcript, cipher)));
        Traffic application = keys.traffic("c ap traffic", transcript, cipher);
        records.write(RecordLayer.CHANGE_CIPHER_SPEC, LEGACY, new byte[] {1});
        records.protectWriting(protection(client));
        if (wantsCertificate) {
            handshake.write(HandshakeStream.message(HandshakeStream.CERTIFICATE, new byte[4]), LEGACY);
        }
        handshake.write(HandshakeStream.message(HandshakeStream.FINISHED, keys.finished(client, said())), LEGACY);
        records.protectWriting(protection(application));
    }

    @Override
    public void send(byte[] content) throws ProbeException {
        records.write(RecordLayer.APPLICATION, LEGACY, content);
    }
}
