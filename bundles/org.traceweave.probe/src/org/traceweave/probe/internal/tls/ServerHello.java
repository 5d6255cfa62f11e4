package org.traceweave.probe.internal.tls;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** The server's choice (RFC 8446 section 4.1.3); {@code version} considers supported_versions. */
record ServerHello(int version, byte[] random, int suite, Map<Integer, byte[]> extensions) {

    private static final byte[] RETRY = HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    private static final int KEY_SHARE = 51;
    private static final int COOKIE = 44;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int EXTENDED_MASTER_SECRET = 23;

    static ServerHello parse(byte[] body, ClientOffer offer) throws ProbeException {
        TlsCursor cursor = new TlsCursor(body, "ServerHello");
        int version = cursor.number(2);
        byte[] random = cursor.bytes(32);
        cursor.part(1);
        int suite = cursor.number(2);
        cursor.number(1);
        Map<Integer, byte[]> extensions = new LinkedHashMap<>();
        TlsCursor list = cursor.left() > 0 ? cursor.part(2) : cursor;
        while (list.left() > 0) {
            extensions.put(list.number(2), list.vector(2));
        }
        if (extensions.containsKey(SUPPORTED_VERSIONS)) {
            version = new TlsCursor(extensions.get(SUPPORTED_VERSIONS), "ServerHello").number(2);
        }
        if (!offer.offers(version)) {
            throw new ProbeException(Kind.UNSUPPORTED, "The server chose " + TlsRecords.versionName(version) + ", which was not offered (offered: "
                    + offer.inWords() + ")");
        }
        if (!offer.suites().contains(suite)) {
            throw new ProbeException(Kind.MALFORMED, "The server chose " + CipherSuite.name(suite) + ", which was not offered");
        }
        return new ServerHello(version, random, suite, extensions);
    }

    boolean isRetry() {
        return Arrays.equals(random, RETRY);
    }

    boolean extendedMasterSecret() {
        return extensions.containsKey(EXTENDED_MASTER_SECRET);
    }

    byte[] cookie() throws ProbeException {
        byte[] cookie = extensions.get(COOKIE);
        return cookie == null ? new byte[0] : new TlsCursor(cookie, "HelloRetryRequest").vector(2);
    }

    /** The group of the server's key, or the one that it wants in a retry. */
    Optional<Integer> group() throws ProbeException {
        byte[] share = extensions.get(KEY_SHARE);
        return share == null ? Optional.empty() : Optional.of(new TlsCursor(share, "key share").number(2));
    }

    byte[] share() throws ProbeException {
        TlsCursor share = new TlsCursor(extensions.getOrDefault(KEY_SHARE, new byte[0]), "key share");
        share.number(2);
        return share.vector(2);
    }
}
