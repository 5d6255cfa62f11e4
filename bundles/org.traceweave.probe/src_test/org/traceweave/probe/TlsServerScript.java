package org.traceweave.probe;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.traceweave.certificates.TlsFlight.ClientHello;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.samples.IssuedCertificate;

/** A server of TLS 1.0 to 1.2 as far as ServerHelloDone, made of the messages that a test wants. Shares no code with the probe. */
final class TlsServerScript {

    static final int RSA_AES128_SHA = 0x002f;
    static final int ECDHE_RSA_AES128_SHA = 0xc013;

    private int version = 0x0303;
    private int suite = RSA_AES128_SHA;
    private List<byte[]> chain = List.of();
    private Optional<byte[]> staple = Optional.empty();
    private Optional<PrivateKey> exchangeKey = Optional.empty();
    private List<byte[]> authorities = List.of();
    private boolean asksForCertificate;

    static TlsServerScript sending(IssuedCertificate... certificates) {
        TlsServerScript script = new TlsServerScript();
        script.chain = Arrays.stream(certificates).map(IssuedCertificate::der).toList();
        return script;
    }

    TlsServerScript version(int number) {
        version = number;
        return this;
    }

    TlsServerScript suite(int number) {
        suite = number;
        return this;
    }

    TlsServerScript staple(byte[] response) {
        staple = Optional.of(response);
        return this;
    }

    /** Exchanges keys over x25519, signed with that key. */
    TlsServerScript signingWith(PrivateKey key) {
        exchangeKey = Optional.of(key);
        suite = ECDHE_RSA_AES128_SHA;
        return this;
    }

    TlsServerScript askingForCertificate(byte[]... names) {
        asksForCertificate = true;
        authorities = List.of(names);
        return this;
    }

    Loopback start() {
        return Loopback.serving((socket, received) -> {
            byte[] hello = Loopback.readSome(socket, received);
            answer(socket, hello);
            Loopback.readToEnd(socket, received);
        });
    }

    void answer(Socket socket, byte[] clientHello) throws Exception {
        socket.getOutputStream().write(flight(clientHello));
    }

    static ClientHello read(byte[] clientHello) {
        return TlsRecords.read(clientHello).clientHello().orElseThrow();
    }

    /** The records of the flight. */
    byte[] flight(byte[] clientHello) throws GeneralSecurityException {
        byte[] random = new byte[32];
        Arrays.fill(random, (byte) 7);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        messages.writeBytes(message(2, join(number(version, 2), random, new byte[] {0}, number(suite, 2), new byte[] {0})));
        if (!chain.isEmpty()) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            chain.forEach(der -> list.writeBytes(vector(der, 3)));
            messages.writeBytes(message(11, vector(list.toByteArray(), 3)));
        }
        staple.ifPresent(response -> messages.writeBytes(message(22, join(new byte[] {1}, vector(response, 3)))));
        if (exchangeKey.isPresent()) {
            byte[] clientRandom = Arrays.copyOfRange(clientHello, 11, 43);
            messages.writeBytes(message(12, keyExchange(clientRandom, random)));
        }
        if (asksForCertificate) {
            ByteArrayOutputStream names = new ByteArrayOutputStream();
            authorities.forEach(name -> names.writeBytes(vector(name, 2)));
            byte[] schemes = version == 0x0303 ? vector(new byte[] {4, 1}, 2) : new byte[0];
            messages.writeBytes(message(13, join(vector(new byte[] {1}, 1), schemes, vector(names.toByteArray(), 2))));
        }
        messages.writeBytes(message(14, new byte[0]));
        return records(version, messages.toByteArray());
    }

    private byte[] keyExchange(byte[] clientRandom, byte[] serverRandom) throws GeneralSecurityException {
        byte[] share = new X25519PrivateKeyParameters(new byte[32], 0).generatePublicKey().getEncoded();
        byte[] parameters = join(new byte[] {3}, number(29, 2), vector(share, 1));
        byte[] signed = join(clientRandom, serverRandom, parameters);
        if (version == 0x0303) {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(exchangeKey.orElseThrow());
            signature.update(signed);
            return join(parameters, number(0x0401, 2), vector(signature.sign(), 2));
        }
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, exchangeKey.orElseThrow());
        byte[] both = join(MessageDigest.getInstance("MD5").digest(signed), MessageDigest.getInstance("SHA-1").digest(signed));
        return join(parameters, vector(rsa.doFinal(both), 2));
    }

    /** Cuts messages over records of 1000 bytes, so that they span records. */
    static byte[] records(int version, byte[] messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < messages.length; from += 1000) {
            byte[] part = Arrays.copyOfRange(messages, from, Math.min(messages.length, from + 1000));
            out.writeBytes(join(new byte[] {22}, number(version, 2), vector(part, 2)));
        }
        return out.toByteArray();
    }

    static byte[] alert(int level, int description) {
        return new byte[] {21, 3, 3, 0, 2, (byte) level, (byte) description};
    }

    static byte[] message(int type, byte[] body) {
        return join(new byte[] {(byte) type}, vector(body, 3));
    }

    static byte[] vector(byte[] bytes, int octets) {
        return join(number(bytes.length, octets), bytes);
    }

    static byte[] number(int value, int octets) {
        byte[] bytes = new byte[octets];
        for (int i = 0; i < octets; i++) {
            bytes[octets - 1 - i] = (byte) (value >> 8 * i);
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
