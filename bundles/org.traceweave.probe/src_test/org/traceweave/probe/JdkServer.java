package org.traceweave.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** An HTTPS server of the JDK: TLS 1.2 and 1.3 as somebody else wrote it. Its certificates are our own, so the JDK may parse them. */
final class JdkServer {

    private JdkServer() {
    }

    /** @param answer what every GET is answered with */
    static Loopback answering(String answer, KeyPair key, byte[][] chain, Consumer<SSLParameters> settings) {
        return serving((socket, received) -> {
            readGet(socket, received);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }, key, chain, settings);
    }

    static void readGet(Socket socket, ByteArrayOutputStream received) throws IOException {
        while (!received.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            Loopback.readSome(socket, received);
        }
    }

    static Loopback serving(Loopback.Behaviour behaviour, KeyPair key, byte[][] chain, Consumer<SSLParameters> settings) {
        try {
            ServerSocket listener = context(key, chain).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SSLServerSocket secure = (SSLServerSocket) listener;
            SSLParameters parameters = secure.getSSLParameters();
            settings.accept(parameters);
            secure.setSSLParameters(parameters);
            return Loopback.of(listener, behaviour);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(KeyPair key, byte[][] chain) throws GeneralSecurityException, IOException {
        Certificate[] certificates = new Certificate[chain.length];
        for (int i = 0; i < chain.length; i++) {
            certificates[i] = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(chain[i]));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key.getPrivate(), new char[0], certificates);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
