package org.traceweave.ui.certificates.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HexTextTest {

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 7 + 40);
        }
        return bytes;
    }

    @Test
    void aLineHasOffsetDigitsAndCharacters() {
        assertEquals("000000  30 82 41 " + " ".repeat(13 * 3 + 1) + " 0.A" + " ".repeat(13) + "\n",
                new HexText(new byte[] {0x30, (byte) 0x82, 0x41}).text());
    }

    @Test
    void everyByteIsFoundWhereItIsWritten() {
        byte[] bytes = bytes(77);
        HexText hex = new HexText(bytes);
        String text = hex.text();
        for (int i = 0; i < bytes.length; i++) {
            assertEquals(bytes[i] & 0xff, Integer.parseInt(text.substring(hex.hexAt(i), hex.hexAt(i) + 2), 16));
            assertEquals(OptionalInt.of(i), hex.byteAt(hex.hexAt(i)));
            assertEquals(OptionalInt.of(i), hex.byteAt(hex.hexAt(i) + 1));
            assertEquals(OptionalInt.of(i), hex.byteAt(hex.charAt(i)));
        }
    }

    @Test
    void marginsAndWhatLiesBehindTheEndAreNoByte() {
        HexText hex = new HexText(bytes(20));
        assertTrue(hex.byteAt(0).isEmpty());
        assertTrue(hex.byteAt(hex.hexAt(19) + 3).isEmpty());
        assertTrue(hex.byteAt(hex.text().length() - 1).isEmpty());
    }
}
