package org.traceweave.readers.sip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.model.UtcTime;

/**
 * An NTLM message (MS-NLMP 2.2.1): 1 negotiate, 2 challenge, 3 authenticate. {@code target}: the server's name or domain (2); {@code
 * user}, {@code domain}, {@code workstation}: who wants in (3); {@code fileTime}: the server's clock, UTC nanoseconds (2, and echoed
 * in the response of 3). The responses themselves are secrets: they are given only on request.
 */
public final class NtlmToken {

    /**
     * One attribute of a challenge's target info (MS-NLMP 2.2.2.1): 1 NetBIOS computer, 2 NetBIOS domain, 3 DNS computer, 4 DNS
     * domain, 5 forest, 9 target.
     */
    public record AvPair(int id, String value) {
    }

    private static final byte[] SIGNATURE = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0};
    private static final int UNICODE = 1;
    private static final int AV_TIME = 7;

    private final byte[] bytes;
    private final int type;

    private NtlmToken(byte[] bytes, int type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** Reads a message; empty if the bytes are none. A cut one is read as far as it goes. */
    public static Optional<NtlmToken> parse(byte[] bytes) {
        int start = find(bytes);
        if (start < 0 || bytes.length < start + 12) {
            return Optional.empty();
        }
        byte[] message = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
        int type = int32(message, 8);
        return type >= 1 && type <= 3 ? Optional.of(new NtlmToken(message, type)) : Optional.empty();
    }

    /** Reads a message in base64, as in {@code gssapi-data}; SPNEGO around it is passed over. */
    public static Optional<NtlmToken> parseBase64(String base64) {
        return Tokens.decode(base64).flatMap(NtlmToken::parse);
    }

    private static int find(byte[] bytes) {
        int last = Math.min(bytes.length - SIGNATURE.length, 512);
        for (int at = 0; at <= last; at++) {
            if (java.util.Arrays.equals(bytes, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                return at;
            }
        }
        return -1;
    }

    /** 1 negotiate, 2 challenge, 3 authenticate. */
    public int type() {
        return type;
    }

    public int flags() {
        return int32(bytes, switch (type) {
            case 1 -> 12;
            case 2 -> 20;
            default -> 60;
        });
    }

    public Optional<String> target() {
        return type == 2 ? text(12, charset()) : Optional.empty();
    }

    public Optional<String> domain() {
        return type == 3 ? text(28, charset()) : type == 1 ? text(16, StandardCharsets.ISO_8859_1) : Optional.empty();
    }

    public Optional<String> user() {
        return type == 3 ? text(36, charset()) : Optional.empty();
    }

    public Optional<String> workstation() {
        return type == 3 ? text(44, charset()) : type == 1 ? text(24, StandardCharsets.ISO_8859_1) : Optional.empty();
    }

    /** The server's attributes, of a challenge, or as an NTLMv2 response repeats them. The time is left out: see {@link #fileTime}. */
    public List<AvPair> avPairs() {
        List<AvPair> pairs = new ArrayList<>();
        walkPairs((id, from, length) -> {
            if (id != AV_TIME && id != 6 && id != 8 && id != 10) {
                pairs.add(new AvPair(id, new String(bytes, from, length, StandardCharsets.UTF_16LE)));
            }
        });
        return pairs;
    }

    /** The server's clock as its challenge tells it, UTC nanoseconds. */
    public OptionalLong fileTime() {
        long[] time = {UtcTime.UNKNOWN};
        walkPairs((id, from, length) -> {
            if (id == AV_TIME && length == 8) {
                time[0] = UtcTime.ofFileTime(int64(bytes, from));
            }
        });
        return time[0] == UtcTime.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(time[0]);
    }

    /** Bytes of the NT response: 24 is NTLM version 1, more is version 2, 0 is none (anonymous). */
    public int ntResponseLength() {
        return type == 3 ? field(20)[1] : 0;
    }

    /** The NT response in hex, masked unless asked for: it can be broken to the password. */
    public String ntResponse(boolean unmask) {
        return response(20, unmask);
    }

    /** The LM response in hex, masked unless asked for. */
    public String lmResponse(boolean unmask) {
        return response(12, unmask);
    }

    private String response(int at, boolean unmask) {
        int[] field = type == 3 ? field(at) : new int[2];
        return unmask ? HexFormat.of().formatHex(bytes, field[0], field[0] + field[1])
                : field[1] == 0 ? "" : Masking.MASK + " (" + field[1] + " bytes)";
    }

    /** This message in base64 with its responses and session key blotted out. */
    public String masked() {
        byte[] copy = bytes.clone();
        if (type == 3) {
            for (int at : new int[] {12, 20, 52}) {
                int[] field = field(at);
                java.util.Arrays.fill(copy, field[0], field[0] + field[1], (byte) 0);
            }
        }
        return Base64.getEncoder().encodeToString(copy);
    }

    @FunctionalInterface
    private interface PairVisitor {
        void pair(int id, int from, int length);
    }

    private void walkPairs(PairVisitor visitor) {
        int[] field = type == 2 ? field(40) : type == 3 ? field(20) : new int[2];
        // an NTLMv2 response: 16 bytes of proof, 28 of fixed fields, then the pairs
        int at = type == 3 ? field[0] + 44 : field[0];
        int end = field[0] + field[1];
        if (type == 3 && field[1] < 48) {
            return;
        }
        while (at + 4 <= end) {
            int id = int16(bytes, at);
            int length = int16(bytes, at + 2);
            if (id == 0 || at + 4 + length > end) {
                return;
            }
            visitor.pair(id, at + 4, length);
            at += 4 + length;
        }
    }

    private Charset charset() {
        return (flags() & UNICODE) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }

    private Optional<String> text(int at, Charset charset) {
        int[] field = field(at);
        return field[1] == 0 ? Optional.empty() : Optional.of(new String(bytes, field[0], field[1], charset));
    }

    /** Offset and length of the payload that the descriptor at {@code at} names; nothing where it points outside the message. */
    private int[] field(int at) {
        if (at + 8 > bytes.length) {
            return new int[2];
        }
        int length = int16(bytes, at);
        int offset = int32(bytes, at + 4);
        return offset < 0 || offset > bytes.length - length ? new int[2] : new int[] {offset, length};
    }

    private static int int16(byte[] b, int at) {
        return (b[at] & 0xff) | (b[at + 1] & 0xff) << 8;
    }

    private static int int32(byte[] b, int at) {
        return at + 4 > b.length ? 0 : int16(b, at) | int16(b, at + 2) << 16;
    }

    private static long int64(byte[] b, int at) {
        return int32(b, at) & 0xffff_ffffL | (long) int32(b, at + 4) << 32;
    }

    @Override
    public String toString() {
        return "NTLM " + type;
    }
}
