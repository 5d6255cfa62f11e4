package org.traceweave.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.traceweave.model.UtcTime;

/**
 * A typed value of a Windows event, as BinXML stores it: its type code, its bytes, and the text that Windows renders for it. Type
 * codes and rendering: reference "Windows events", section A.
 */
public record EventValue(
        int type,
        byte[] bytes,
        List<String> texts) {

    private static final int ARRAY = 0x80;

    private static EventValue of(int type, byte[] bytes, String text) {
        return new EventValue(type, bytes, List.of(text));
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static EventValue none() {
        return of(0x00, new byte[0], "");
    }

    public static EventValue text(String text) {
        return of(0x01, text.getBytes(StandardCharsets.UTF_16LE), text);
    }

    public static EventValue u8(int value) {
        return of(0x04, new byte[] {(byte) value}, Integer.toString(value & 0xFF));
    }

    public static EventValue u16(int value) {
        return of(0x06, little(2).putShort((short) value).array(), Integer.toString(value & 0xFFFF));
    }

    public static EventValue u32(long value) {
        return of(0x08, little(4).putInt((int) value).array(), Long.toString(value & 0xFFFFFFFFL));
    }

    public static EventValue u64(long value) {
        return of(0x0A, little(8).putLong(value).array(), Long.toUnsignedString(value));
    }

    public static EventValue bool(boolean value) {
        return of(0x0D, little(4).putInt(value ? 1 : 0).array(), Boolean.toString(value));
    }

    public static EventValue binary(byte[] value) {
        return of(0x0E, value.clone(), HexFormat.of().withUpperCase().formatHex(value));
    }

    /** @param guid with or without braces */
    public static EventValue guid(String guid) {
        UUID id = UUID.fromString(guid.replace("{", "").replace("}", ""));
        long high = id.getMostSignificantBits();
        byte[] bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt((int) (high >>> 32)).putShort((short) (high >>> 16))
                .putShort((short) high).order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits()).array();
        return of(0x0F, bytes, "{" + id.toString().toUpperCase(Locale.ROOT) + "}");
    }

    /** @param utcNanos UTC nanoseconds; stored in ticks of 100 ns */
    public static EventValue fileTime(long utcNanos) {
        return of(0x11, little(8).putLong(fileTimeTicks(utcNanos)).array(), UtcTime.format(utcNanos));
    }

    static long fileTimeTicks(long utcNanos) {
        return Math.floorDiv(utcNanos, 100) + 116_444_736_000_000_000L;
    }

    /** @param sid in its text form, {@code S-1-5-18} */
    public static EventValue sid(String sid) {
        String[] parts = sid.split("-");
        ByteBuffer bytes = little(8 + 4 * (parts.length - 3));
        bytes.put((byte) Integer.parseInt(parts[1])).put((byte) (parts.length - 3));
        bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) 0).putInt(Integer.parseInt(parts[2])).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 3; i < parts.length; i++) {
            bytes.putInt((int) Long.parseLong(parts[i]));
        }
        return of(0x13, bytes.array(), sid);
    }

    public static EventValue hex32(long value) {
        return of(0x14, little(4).putInt((int) value).array(), "0x" + Long.toHexString(value & 0xFFFFFFFFL));
    }

    public static EventValue hex64(long value) {
        return of(0x15, little(8).putLong(value).array(), "0x" + Long.toHexString(value));
    }

    /** Several texts; an element that holds it is repeated for each. */
    public static EventValue texts(List<String> texts) {
        ByteText bytes = new ByteText();
        texts.forEach(text -> bytes.raw(text.getBytes(StandardCharsets.UTF_16LE)).u16(0));
        return new EventValue(0x01 | ARRAY, bytes.toBytes(), List.copyOf(texts));
    }

    public boolean isArray() {
        return (type & ARRAY) != 0;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The text that Windows renders; for an array the first item's. */
    public String rendered() {
        return texts.isEmpty() ? "" : texts.get(0);
    }
}
