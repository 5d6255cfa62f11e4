package org.traceweave.certificates.internal.trust;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.TrustEntry;
import org.traceweave.certificates.TrustListException;

/**
 * Java's own keystore (JKS, version 1 and 2): a magic number, entries of alias, date and either a certificate or an encrypted key with its chain, all
 * big-endian, and a SHA-1 over password and content. Certificates stand in the clear, so the password only proves that nobody changed them; keys are
 * skipped.
 */
final class JavaKeystore {

    private static final int MAGIC = 0xFEEDFEED;
    private static final int KEY = 1;
    private static final int CERTIFICATE = 2;
    private static final int DIGEST = 20;
    private static final int MAX_ENTRIES = 100_000;

    private JavaKeystore() {
    }

    static boolean is(byte[] bytes) {
        return bytes.length > 12 && (bytes[0] & 0xff) == 0xFE && (bytes[1] & 0xff) == 0xED && (bytes[2] & 0xff) == 0xFE && (bytes[3] & 0xff) == 0xED;
    }

    static List<TrustEntry> read(String name, byte[] bytes, Optional<char[]> password, List<String> problems) throws TrustListException {
        if (password.isPresent() && !genuine(bytes, password.get())) {
            throw new TrustListException(name + ": the password is wrong, or the keystore was changed", true);
        }
        List<TrustEntry> entries = new ArrayList<>();
        int keys = 0;
        // The input is an array, so nothing is left open.
        DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes, 0, bytes.length - DIGEST));
        try {
            if (input.readInt() != MAGIC) {
                throw new TrustListException(name + ": not a Java keystore", false);
            }
            int version = input.readInt();
            if (version != 1 && version != 2) {
                throw new TrustListException(name + ": Java keystore of unknown version " + version, false);
            }
            int count = input.readInt();
            for (int i = 0; i < count && i < MAX_ENTRIES; i++) {
                int kind = input.readInt();
                String alias = input.readUTF();
                input.readLong();
                if (kind == KEY) {
                    keys++;
                    skip(input);
                    int chain = input.readInt();
                    for (int c = 0; c < chain; c++) {
                        certificate(input, version); // a key's own chain is not trusted for being there
                    }
                } else if (kind == CERTIFICATE) {
                    entries.add(TrustEntry.of(CertificateDecoder.examine(certificate(input, version)), Optional.of(alias)));
                } else {
                    problems.add("entry " + alias + " is of unknown kind " + kind + "; the rest was not read");
                    break;
                }
            }
        } catch (EOFException e) {
            problems.add("the keystore ends within an entry");
        } catch (IOException e) {
            problems.add("an alias is not UTF-8; the rest was not read");
        }
        if (keys > 0) {
            problems.add("holds " + keys + " private key(s), passed over");
        }
        return entries;
    }

    private static byte[] certificate(DataInputStream input, int version) throws IOException {
        if (version == 2) {
            input.readUTF(); // X.509
        }
        return input.readNBytes(length(input));
    }

    private static void skip(DataInputStream input) throws IOException {
        input.skipNBytes(length(input));
    }

    private static int length(DataInputStream input) throws IOException {
        int length = input.readInt();
        if (length < 0 || length > input.available()) {
            throw new EOFException();
        }
        return length;
    }

    private static boolean genuine(byte[] bytes, char[] password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(new String(password).getBytes(StandardCharsets.UTF_16BE));
            digest.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
            digest.update(bytes, 0, bytes.length - DIGEST);
            return MessageDigest.isEqual(digest.digest(), java.util.Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
