package org.traceweave.readers.windows.internal.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an XML export is encoded: by its byte order mark, else by its first characters, else by its declaration, else UTF-8.
 * {@code start}: bytes of the mark. {@code unit}: bytes of a character of ASCII. {@code high}: which of them holds it.
 */
record XmlEncoding(Charset charset, int start, int unit, int high) {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final int DECLARATION = 256;
    /** What most machines write that write neither UTF-8 nor say so. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    static XmlEncoding of(byte[] head) {
        int first = at(head, 0);
        int second = at(head, 1);
        if (first == 0xEF && second == 0xBB && at(head, 2) == 0xBF) {
            return new XmlEncoding(StandardCharsets.UTF_8, 3, 1, 0);
        }
        if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
            return new XmlEncoding(StandardCharsets.UTF_16LE, first == '<' ? 0 : 2, 2, 0);
        }
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return new XmlEncoding(StandardCharsets.UTF_16BE, first == 0 ? 0 : 2, 2, 1);
        }
        String text = new String(head, 0, Math.min(head.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(text);
        return new XmlEncoding(declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8, 0, 1, 0);
    }

    /** A declared encoding of two bytes cannot be right where the declaration itself was read byte by byte. */
    private static Charset named(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** The text of those bytes; {@code null} where they are no text in this encoding. */
    @org.jspecify.annotations.Nullable String strict(byte[] bytes, int from, int to) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return text.toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    /** The text of bytes that are not in this encoding, as well as it can be had. */
    String lenient(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, isUtf8() ? FALLBACK : charset);
    }
}
