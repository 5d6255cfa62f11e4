package org.traceweave.probe.internal.tls;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.ProbeHandshake.KeyProof;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.tls.HandshakeStream.Message;

/** TLS 1.0 to 1.2 after ServerHello (RFC 5246 section 7.3): everything up to ServerHelloDone comes in clear. */
final class Flow12 implements Flow {

    private static final int NAMED_CURVE = 3;
    private static final int PREMASTER = 48;
    private static final int VERIFY = 12;
    private static final int MASTER = 48;
    private static final int BLOCK = 16;

    private final RecordLayer records;
    private final HandshakeStream handshake;
    private final ServerHello hello;
    private final ClientOffer offer;
    private final byte[] clientRandom;
    private final KeyShares shares;
    private final SecureRandom random;
    private final Suite suite;

    private List<DecodedCertificate> certificates = List.of();
    private Optional<CertificateRequest> request = Optional.empty();
    private OptionalInt group = OptionalInt.empty();
    private OptionalInt scheme = OptionalInt.empty();
    private KeyProof proof = KeyProof.NONE;
    private byte[] serverShare = new byte[0];

    Flow12(RecordLayer records, HandshakeStream handshake, ServerHello hello, ClientOffer offer, byte[] clientRandom, KeyShares shares,
            SecureRandom random) {
        this.records = records;
        this.handshake = handshake;
        this.hello = hello;
        this.offer = offer;
        this.clientRandom = clientRandom;
        this.shares = shares;
        this.random = random;
        suite = Suite.of(hello.suite());
    }

    @Override
    public ServerShown read() throws ProbeException {
        Optional<byte[]> staple = Optional.empty();
        for (Message message = handshake.read(); message.type() != HandshakeStream.SERVER_HELLO_DONE; message = handshake.read()) {
            switch (message.type()) {
                case HandshakeStream.CERTIFICATE -> certificates = CertificateMessages.read(message.body(), false).certificates();
                case HandshakeStream.CERTIFICATE_STATUS -> staple = CertificateMessages.staple(message.body());
                case HandshakeStream.SERVER_KEY_EXCHANGE -> keyExchange(message.body());
                case HandshakeStream.CERTIFICATE_REQUEST -> request = Optional.of(CertificateMessages.request(message.body(), hello.version()));
                default -> throw HandshakeStream.unexpected(message, "the server's part of the handshake");
            }
        }
        return new ServerShown(hello.version(), hello.suite(), group, scheme, proof, certificates, staple, request);
    }

    private void keyExchange(byte[] body) throws ProbeException {
        TlsCursor cursor = new TlsCursor(body, "ServerKeyExchange");
        if (suite.keyExchange().startsWith("ECDH")) {
            if (cursor.number(1) != NAMED_CURVE) {
                return; // explicit curve parameters: nobody takes them, and they may be hostile
            }
            group = OptionalInt.of(cursor.number(2));
            serverShare = cursor.vector(1);
        } else if (suite.keyExchange().startsWith("DHE")) {
            cursor.vector(2);
            cursor.vector(2);
            cursor.vector(2);
        } else {
            return;
        }
        byte[] parameters = Arrays.copyOf(body, cursor.position());
        if (!suite.signsKeyExchange() || certificates.isEmpty() || cursor.left() == 0) {
            return;
        }
        byte[] signed = TlsWriter.join(clientRandom, hello.random(), parameters);
        if (hello.version() >= ClientOffer.TLS_1_2) {
            scheme = OptionalInt.of(cursor.number(2));
            proof = SignatureSchemes.check(certificates.getFirst(), scheme.getAsInt(), signed, cursor.vector(2));
        } else {
            proof = SignatureSchemes.checkBefore12(certificates.getFirst(), signed, cursor.vector(2));
        }
    }

    @Override
    public void complete() throws ProbeException {
        Suite.Cipher cipher = suite.cipher().orElseThrow(() -> new ProbeException(Kind.UNSUPPORTED,
                "The handshake is not completed: this client cannot "
                + "encrypt with the cipher suite that the server chose"));
        byte[] premaster;
        byte[] exchange;
        if (suite.keyExchange().startsWith("ECDHE_") && group.isPresent() && KeyShares.knows(group.getAsInt())) {
            exchange = new TlsWriter().vector(shares.share(group.getAsInt()), 1).toBytes();
            premaster = shares.agree(group.getAsInt(), serverShare);
        } else if (suite.keyExchange().equals("RSA")) {
            premaster = TlsWriter.join(new TlsWriter().number(Math.min(offer.newest(), ClientOffer.TLS_1_2), 2).toBytes(), random(PREMASTER - 2));
            exchange = new TlsWriter().vector(encrypted(premaster), 2).toBytes();
        } else {
            throw new ProbeException(Kind.UNSUPPORTED, "The handshake is not completed: this client does not know the key exchange "
                    + suite.keyExchange()
                    + group.stream().mapToObj(number -> " with " + KeyShares.name(number)).findFirst().orElse(""));
        }
        if (request.isPresent()) {
            handshake.write(HandshakeStream.message(HandshakeStream.CERTIFICATE, new byte[3]), hello.version());
        }
        handshake.write(HandshakeStream.message(16, exchange), hello.version());
        finish(cipher, premaster);
    }

    private void finish(Suite.Cipher cipher, byte[] premaster) throws ProbeException {
        Prf prf = new Prf(hello.version(), suite);
        byte[] master = hello.extendedMasterSecret()
                ? prf.derive(premaster, "extended master secret", prf.transcriptHash(handshake.said()), MASTER)
                : prf.derive(premaster, "master secret", TlsWriter.join(clientRandom, hello.random()), MASTER);
        TlsCursor keys = new TlsCursor(prf.derive(master, "key expansion", TlsWriter.join(hello.random(), clientRandom), 2 * (48 + 32
                + BLOCK)), "key block");
        int macLength = cipher.cbc() ? Hashes.digest(suite.hash()).getDigestSize() : 0;
        int ivLength = cipher.cbc() ? hello.version() == ClientOffer.TLS_1_0 ? BLOCK : 0 : cipher.fixedNonce();
        byte[][] parts = {keys.bytes(macLength), keys.bytes(macLength), keys.bytes(cipher.keyLength()), keys.bytes(cipher.keyLength()),
                keys.bytes(ivLength),
            keys.bytes(ivLength)};
        records.write(RecordLayer.CHANGE_CIPHER_SPEC, hello.version(), new byte[] {1});
        records.protectWriting(protection(cipher, parts[2], parts[0], parts[4]));
        handshake.write(HandshakeStream.message(HandshakeStream.FINISHED,
                prf.derive(master, "client finished", prf.transcriptHash(handshake.said()), VERIFY)), hello.version());
        changeOfCipher(protection(cipher, parts[3], parts[1], parts[5]));
        byte[] expected = prf.derive(master, "server finished", prf.transcriptHash(handshake.said()), VERIFY);
        Message finished = handshake.read();
        if (finished.type() != HandshakeStream.FINISHED || !Arrays.equals(finished.body(), expected)) {
            throw new ProbeException(Kind.MALFORMED, "The server's Finished does not confirm the handshake");
        }
    }

    /** Reads up to the server's ChangeCipherSpec; a ticket for later sessions may come before it. */
    private void changeOfCipher(RecordProtection protection) throws ProbeException {
        while (!records.nextIsChangeOfCipher()) {
            Message ticket = handshake.read();
            if (ticket.type() != HandshakeStream.NEW_SESSION_TICKET) {
                throw HandshakeStream.unexpected(ticket, "ChangeCipherSpec");
            }
        }
        records.protectReading(protection);
    }

    private RecordProtection protection(Suite.Cipher cipher, byte[] key, byte[] macKey, byte[] iv) {
        return cipher.cbc() ? new CbcProtection(key, macKey, suite.hash(), iv, hello.version() > ClientOffer.TLS_1_0, random)
                : new AeadProtection(cipher, key, iv, false);
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] encrypted(byte[] premaster) throws ProbeException {
        try {
            if (!certificates.isEmpty() && SignatureSchemes.key(certificates.getFirst()) instanceof RSAPublicKey rsa) {
                BigInteger modulus = rsa.getModulus();
                PKCS1Encoding encoding = new PKCS1Encoding(new RSAEngine());
                encoding.init(true, new ParametersWithRandom(new RSAKeyParameters(false, modulus, rsa.getPublicExponent()), random));
                return encoding.processBlock(premaster, 0, premaster.length);
            }
        } catch (IOException | InvalidCipherTextException | IllegalArgumentException e) {
            throw new ProbeException(Kind.UNSUPPORTED, "The handshake is not completed: the key in the server's certificate cannot be used ("
                    + e.getMessage() + ")");
        }
        throw new ProbeException(Kind.UNSUPPORTED,
                "The handshake is not completed: the server's certificate has no RSA key, which the cipher suite needs");
    }

    @Override
    public void send(byte[] content) throws ProbeException {
        records.write(RecordLayer.APPLICATION, hello.version(), content);
    }
}
