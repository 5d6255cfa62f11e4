package org.traceweave.certificates.internal.trust;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TrustEntry;

/**
 * Microsoft's serialized certificate store ({@code .sst}, CertSaveStore with CERT_STORE_SAVE_AS_STORE): a version 0 and {@code CERT}, then elements
 * of property id, encoding type 1, length and value, all little-endian 32-bit numbers. The properties of a certificate stand before it; ids are
 * those of wincrypt.h, 32 for the certificate itself.
 */
final class SerializedStore {

    private static final int MAGIC = 0x54524543;
    private static final int HEADER = 12;
    private static final int FRIENDLY_NAME = 11;
    private static final int CERTIFICATE = 32;
    private static final int REVOCATION_LIST = 33;
    private static final int TRUST_LIST = 34;

    private SerializedStore() {
    }

    static boolean is(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.length >= 8 && buffer.getInt(0) == 0 && buffer.getInt(4) == MAGIC;
    }

    static List<TrustEntry> read(byte[] bytes, List<String> problems) {
        List<TrustEntry> entries = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(8);
        Optional<String> label = Optional.empty();
        while (buffer.remaining() >= HEADER) {
            int at = buffer.position();
            int id = buffer.getInt();
            buffer.getInt();
            long length = Integer.toUnsignedLong(buffer.getInt());
            if (id == 0) {
                return entries; // the end
            }
            if (length > buffer.remaining()) {
                problems.add("element at offset " + at + ": declared " + length + " bytes, " + buffer.remaining() + " available");
                return entries;
            }
            byte[] value = Arrays.copyOfRange(bytes, buffer.position(), buffer.position() + (int) length);
            buffer.position(buffer.position() + (int) length);
            switch (id) {
                case FRIENDLY_NAME -> label = Optional.of(new String(value, StandardCharsets.UTF_16LE).replace("\u0000", "")).filter(text -> !text.isEmpty());
                case CERTIFICATE -> {
                    DecodedCertificate certificate = CertificateDecoder.examine(value);
                    entries.add(TrustEntry.of(certificate, label));
                    certificate.facts().problems().stream().findFirst().ifPresent(problem ->
                            problems.add("certificate at offset " + at + ", " + problem.field() + ": " + problem.text()));
                    label = Optional.empty();
                }
                case REVOCATION_LIST, TRUST_LIST -> label = Optional.empty();
                default -> {
                    // Other properties, such as the key's container, say nothing about trust.
                }
            }
        }
        problems.add("the end of the store is missing");
        return entries;
    }
}
