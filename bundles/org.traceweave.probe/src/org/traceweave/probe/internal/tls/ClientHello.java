package org.traceweave.probe.internal.tls;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/** Writes the ClientHello (RFC 8446 section 4.1.2), in a form that servers back to TLS 1.0 understand. */
final class ClientHello {

    private static final int SCSV_RENEGOTIATION = 0x00ff;
    private static final int PADDED_FROM = 256;
    private static final int PADDED_TO = 512;
    /** SHA-2 first; SHA-1 and MD5 too, so that servers with old chains show them. */
    private static final int[] SIGNATURES = {0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0603, 0x0806, 0x0601, 0x0807, 0x0809, 0x080a, 0x080b,
            0x0303,
        0x0301, 0x0203, 0x0201, 0x0402, 0x0202, 0x0101};

    private final ClientOffer offer;
    private final KeyShares shares;
    private final byte[] random = new byte[32];
    private final byte[] sessionId;

    ClientHello(ClientOffer offer, KeyShares shares, SecureRandom source) {
        this.offer = offer;
        this.shares = shares;
        source.nextBytes(random);
        // a session id of 32 bytes makes TLS 1.3 look like 1.2 to what is in between (appendix D.4); older servers would look for a session
        sessionId = new byte[offer.offers(ClientOffer.TLS_1_3) ? 32 : 0];
        source.nextBytes(sessionId);
    }

    byte[] random() {
        return random;
    }

    /**
     * The handshake message.
     *
     * @param groups those for which keys are sent along
     * @param cookie what a HelloRetryRequest wants back; may be empty
     */
    byte[] message(List<Integer> groups, byte[] cookie) {
        TlsWriter body = new TlsWriter().number(Math.min(offer.newest(), ClientOffer.TLS_1_2), 2).bytes(random).vector(sessionId, 1);
        TlsWriter suites = new TlsWriter();
        offer.suites().forEach(suite -> suites.number(suite, 2));
        suites.number(SCSV_RENEGOTIATION, 2);
        body.vector(suites.toBytes(), 2).number(1, 1).number(0, 1);
        TlsWriter extensions = extensions(groups, cookie);
        int length = 4 + body.size() + 2 + extensions.size();
        if (length >= PADDED_FROM && length < PADDED_TO) {
            // some load balancers hang on a ClientHello of 256 to 511 bytes (RFC 7685)
            extension(extensions, 21, new byte[Math.max(0, PADDED_TO - length - 4)]);
        }
        return HandshakeStream.message(1, body.vector(extensions.toBytes(), 2).toBytes());
    }

    private TlsWriter extensions(List<Integer> groups, byte[] cookie) {
        TlsWriter all = new TlsWriter();
        offer.serverName().ifPresent(name -> {
            byte[] host = new TlsWriter().number(0, 1).vector(name.getBytes(StandardCharsets.ISO_8859_1), 2).toBytes();
            extension(all, 0, new TlsWriter().vector(host, 2).toBytes());
        });
        extension(all, 5, new byte[] {1, 0, 0, 0, 0});
        TlsWriter named = new TlsWriter();
        KeyShares.GROUPS.forEach(group -> named.number(group, 2));
        extension(all, 10, new TlsWriter().vector(named.toBytes(), 2).toBytes());
        extension(all, 11, new byte[] {1, 0});
        if (offer.newest() >= ClientOffer.TLS_1_2) {
            TlsWriter signatures = new TlsWriter();
            for (int signature : SIGNATURES) {
                signatures.number(signature, 2);
            }
            extension(all, 13, new TlsWriter().vector(signatures.toBytes(), 2).toBytes());
        }
        extension(all, 23, new byte[0]);
        if (offer.offers(ClientOffer.TLS_1_3)) {
            TlsWriter versions = new TlsWriter();
            offer.versions().forEach(version -> versions.number(version, 2));
            extension(all, 43, new TlsWriter().vector(versions.toBytes(), 1).toBytes());
            extension(all, 45, new byte[] {1, 1});
            TlsWriter keys = new TlsWriter();
            groups.forEach(group -> keys.number(group, 2).vector(shares.share(group), 2));
            extension(all, 51, new TlsWriter().vector(keys.toBytes(), 2).toBytes());
            if (cookie.length > 0) {
                extension(all, 44, new TlsWriter().vector(cookie, 2).toBytes());
            }
        }
        return all;
    }

    private static void extension(TlsWriter all, int type, byte[] content) {
        all.number(type, 2).vector(content, 2);
    }
}
