package org.traceweave.readers.windows.internal.evtx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Integers in a byte array, lowest byte first. */
final class LittleEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {
    }

    static int u16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xffff;
    }

    static int i32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long i64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** The signed value of up to eight bytes. */
    static long signed(byte[] bytes, int at, int size) {
        return size == 0 ? 0 : unsigned(bytes, at, size) << 64 - 8 * Math.min(8, size) >> 64 - 8 * Math.min(8, size);
    }

    /** The unsigned value of up to eight bytes. */
    static long unsigned(byte[] bytes, int at, int size) {
        return switch (size) {
            case 1 -> bytes[at] & 0xff;
            case 2 -> u16(bytes, at);
            case 4 -> i32(bytes, at) & 0xffff_ffffL;
            case 8 -> i64(bytes, at);
            default -> {
                long value = 0;
                for (int i = Math.min(8, size) - 1; i >= 0; i--) {
                    value = value << 8 | bytes[at + i] & 0xff;
                }
                yield value;
            }
        };
    }
}
