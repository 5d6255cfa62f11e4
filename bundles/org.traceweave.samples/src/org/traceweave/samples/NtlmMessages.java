package org.traceweave.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Writes the three NTLM messages of a sign-in, byte by byte as MS-NLMP has them: the challenge carries the server's names and its clock
 * (AV pair 7), the answer a version 2 response. Responses are random: nothing here proves a password.
 */
public final class NtlmMessages {

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final long NEGOTIATE_FLAGS = 0xE208_8297L;
    private static final long CHALLENGE_FLAGS = 0xE289_8215L;
    private static final byte[] VERSION = {6, 3, (byte) 0x80, 0x25, 0, 0, 0, 15};

    private NtlmMessages() {
    }

    /** Type 1, without names. */
    public static byte[] negotiate() {
        return new ByteText(40).raw(SIGNATURE).u32(1).u32(NEGOTIATE_FLAGS).u64(0).u64(0).raw(VERSION).toBytes();
    }

    /** Type 2. @param time the server's clock, UTC nanoseconds */
    public static byte[] challenge(String netbiosDomain, String dnsDomain, String computer, long time, SeededRandom random) {
        byte[] target = utf16(netbiosDomain);
        byte[] pairs = pairs(netbiosDomain, dnsDomain, computer, time);
        int payload = 56;
        ByteText out = new ByteText(256).raw(SIGNATURE).u32(2);
        field(out, target.length, payload);
        out.u32(CHALLENGE_FLAGS).raw(random.bytes(8)).u64(0);
        field(out, pairs.length, payload + target.length);
        return out.raw(VERSION).raw(target).raw(pairs).toBytes();
    }

    private static byte[] pairs(String netbiosDomain, String dnsDomain, String computer, long time) {
        ByteText out = new ByteText(200);
        pair(out, 2, utf16(netbiosDomain));
        pair(out, 1, utf16(computer));
        pair(out, 4, utf16(dnsDomain));
        pair(out, 3, utf16(computer.toLowerCase(Locale.ROOT) + "." + dnsDomain));
        pair(out, 5, utf16(dnsDomain));
        pair(out, 7, new ByteText(8).u64(EventValue.fileTimeTicks(time)).toBytes());
        return out.u32(0).toBytes();
    }

    /** Type 3, with a version 2 response. @param time the client's clock, UTC nanoseconds */
    public static byte[] authenticate(String domain, String user, String workstation, long time, SeededRandom random) {
        List<byte[]> fields = List.of(new byte[24],
                new ByteText(200).raw(random.bytes(16)).u32(0x0101).u32(0).u64(EventValue.fileTimeTicks(time)).raw(random.bytes(8)).u32(0)
                        .raw(pairs(domain, domain.toLowerCase(Locale.ROOT) + ".local", "FE01", time)).u32(0).toBytes(),
                utf16(domain), utf16(user), utf16(workstation), random.bytes(16));
        int[] order = {2, 3, 4, 0, 1, 5};
        int[] offsets = new int[6];
        int offset = 88;
        for (int index : order) {
            offsets[index] = offset;
            offset += fields.get(index).length;
        }
        ByteText out = new ByteText(600).raw(SIGNATURE).u32(3);
        for (int i = 0; i < 6; i++) {
            field(out, fields.get(i).length, offsets[i]);
        }
        out.u32(CHALLENGE_FLAGS).raw(VERSION).raw(random.bytes(16));
        for (int index : order) {
            out.raw(fields.get(index));
        }
        return out.toBytes();
    }

    private static void field(ByteText out, int length, int offset) {
        out.u16(length).u16(length).u32(offset);
    }

    private static void pair(ByteText out, int id, byte[] value) {
        out.u16(id).u16(value.length).raw(value);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
