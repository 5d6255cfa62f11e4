package org.traceweave.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.traceweave.readers.Encodings.Detected;

class EncodingsTest {

    private static final String TEXT = "TL_INFO \u00e5\u00f8 \u20ac and words of the ordinary kind\r\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void theMarkDecides() {
        assertEquals(new Detected(TextEncoding.UTF_8, 3), Encodings.detect(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)));
        assertEquals(new Detected(TextEncoding.UTF_16LE, 2), Encodings.detect(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(new Detected(TextEncoding.UTF_16BE, 2), Encodings.detect(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void withoutAMarkTheZeroBytesDecide() {
        assertEquals(new Detected(TextEncoding.UTF_16LE, 0), Encodings.detect(TEXT.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(new Detected(TextEncoding.UTF_16BE, 0), Encodings.detect(TEXT.getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void withoutZerosItIsUtf8IfThatIsValid() {
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
        assertEquals(TextEncoding.UTF_8, Encodings.detect(utf8).encoding());
        assertEquals(TextEncoding.WINDOWS_1252, Encodings.detect(TEXT.getBytes(WINDOWS)).encoding());
        for (int cut = 0; cut <= utf8.length; cut++) {
            assertEquals(TextEncoding.UTF_8, Encodings.detect(utf8, cut).encoding(), "cut at " + cut);
        }
    }

    @Test
    void validityIsTheJdks() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = round % 2 == 0 ? new byte[random.nextInt(6)] : "\u00e5\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                if (round % 2 == 0 || random.nextInt(5) == 0) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
            boolean valid = true;
            try {
                CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                assertTrue(decoded.length() <= bytes.length);
            } catch (CharacterCodingException e) {
                valid = false;
            }
            assertEquals(valid, Encodings.invalidUtf8(bytes, 0, bytes.length) < 0, Arrays.toString(bytes));
        }
    }

    @Test
    void textIsToldFromBinary() {
        assertTrue(Encodings.isText(TEXT.getBytes(StandardCharsets.UTF_8)));
        assertTrue(Encodings.isText(TEXT.getBytes(StandardCharsets.UTF_16LE)));
        assertTrue(Encodings.isText(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE)));
        assertTrue(Encodings.isText(TEXT.getBytes(WINDOWS)));
        byte[] noise = new byte[4096];
        new Random(5).nextBytes(noise);
        assertFalse(Encodings.isText(noise));
        assertFalse(Encodings.isText(new byte[100]));
        assertFalse(Encodings.isText(new byte[0]));
        assertFalse(Encodings.isText("PK\3\4 some words".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void everyPositionOfATranscodedTextKnowsItsOriginalOffset() throws IOException {
        String text = (TEXT + "\ud83d\ude00\r\n").repeat(30_000);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            byte[] bytes = text.getBytes(charset);
            TextWindow window = new TextWindow(new MemoryBytes(bytes), Encodings.detect(bytes, 65536));
            Random random = new Random(4);
            StringBuilder read = new StringBuilder();
            while (window.fill() || window.limit() > 0) {
                int feed = ByteSearch.indexOf(window.buffer(), 0, window.limit(), (byte) '\n');
                int take = random.nextBoolean() && feed < window.limit() ? feed + 1 : window.limit();
                long from = window.offsetOf(0);
                long to = window.offsetOf(take);
                String line = new String(window.buffer(), 0, take, StandardCharsets.UTF_8);
                assertEquals(line, new String(bytes, (int) from, (int) (to - from), charset));
                read.append(line);
                window.discard(take);
                if (window.atEnd() && window.limit() == 0) {
                    break;
                }
            }
            assertEquals(text, read.toString());
        }
    }

    @Test
    void allBytesOfWindows1252AreRead() {
        byte[] all = new byte[256];
        byte[] target = new byte[Transcoder.mostBytes(TextEncoding.WINDOWS_1252, 256)];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        int end = Transcoder.windows1252(all, 0, 256, target, 0);
        String text = new String(target, 0, end, StandardCharsets.UTF_8);
        String expected = new String(all, WINDOWS);
        for (int i = 0; i < 256; i++) {
            char wanted = expected.charAt(i) == '\ufffd' ? (char) i : expected.charAt(i);
            assertEquals(wanted, text.charAt(i), "byte " + i);
        }
        assertEquals(256, Transcoder.originalLength(TextEncoding.WINDOWS_1252, target, 0, end));
    }

    @Test
    void searchFindsTheFirstByteAndTheFirstWord() {
        Random random = new Random(6);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 9 + random.nextInt(3));
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int expected = to;
            for (int i = to - 1; i >= from; i--) {
                expected = bytes[i] == 10 ? i : expected;
            }
            assertEquals(expected, ByteSearch.indexOf(bytes, from, to, (byte) 10));
            boolean ascii = true;
            for (int i = from; i < to; i++) {
                ascii &= bytes[i] >= 0;
            }
            assertEquals(ascii, ByteSearch.isAscii(bytes, from, to));
        }
        byte[] text = "aab aabc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(4, ByteSearch.indexOf(text, 0, text.length, "aabc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(7, ByteSearch.indexOf(text, 0, 7, "aabc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aSourceThatShrinksWhileReadIsSaidToHaveDoneSo() {
        SourceBytes shrunk = new SourceBytes() {
            @Override
            public String name() {
                return "a.log";
            }

            @Override
            public long size() {
                return 100;
            }

            @Override
            public int read(long position, byte[] target, int start, int length) {
                return 3;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        TextWindow window = new TextWindow(shrunk, new Detected(TextEncoding.UTF_8, 0));
        IOException e = org.junit.jupiter.api.Assertions.assertThrows(IOException.class, window::fill);
        assertTrue(e.getMessage().startsWith("a.log has become shorter"));
    }
}
