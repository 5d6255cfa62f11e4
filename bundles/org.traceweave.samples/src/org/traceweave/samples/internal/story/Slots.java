package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;
import org.traceweave.samples.ByteText;
import org.traceweave.samples.SeededRandom;

/** The values for the gaps of templates: bytes that are copied, renewed in place for every exchange. */
final class Slots {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] values = new byte[Slot.values().length][];

    Slots() {
        hexSlot(Slot.CALL_ID, 32);
        hexSlot(Slot.TAG, 10);
        hexSlot(Slot.PEER_TAG, 10);
        hexSlot(Slot.BRANCH, 8);
        hexSlot(Slot.SIGNATURE, 64);
        hexSlot(Slot.HANDLE, 16);
        hexSlot(Slot.OPAQUE, 8);
        hexSlot(Slot.CONVERSATION, 32);
        values[Slot.GUID.ordinal()] = "00000000-0000-4000-a000-000000000000".getBytes(StandardCharsets.US_ASCII);
    }

    private void hexSlot(Slot slot, int digits) {
        values[slot.ordinal()] = new byte[digits];
    }

    /** Draws new identifiers for a new exchange. */
    void renew(SeededRandom random) {
        hex(Slot.CALL_ID, random);
        hex(Slot.TAG, random);
        hex(Slot.PEER_TAG, random);
        hex(Slot.BRANCH, random);
        hex(Slot.SIGNATURE, random);
        hex(Slot.HANDLE, random);
        hex(Slot.OPAQUE, random);
        hex(Slot.CONVERSATION, random);
        hex(Slot.GUID, random);
    }

    void hex(Slot slot, SeededRandom random) {
        byte[] value = values[slot.ordinal()];
        long word = 0;
        for (int i = 0; i < value.length; i++) {
            if ((i & 15) == 0) {
                word = random.next();
            }
            if (value[i] != '-') {
                value[i] = HEX[(int) (word & 15)];
            }
            word >>>= 4;
        }
    }

    void set(Slot slot, byte[] value) {
        values[slot.ordinal()] = value;
    }

    void set(Slot slot, String value) {
        set(slot, value.getBytes(StandardCharsets.UTF_8));
    }

    void set(Slot slot, long value) {
        values[slot.ordinal()] = new ByteText(20).decimal(value).toBytes();
    }

    void write(Slot slot, ByteText out) {
        out.raw(values[slot.ordinal()]);
    }
}
