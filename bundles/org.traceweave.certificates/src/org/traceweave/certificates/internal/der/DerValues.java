package org.traceweave.certificates.internal.der;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;

/** Java values of ASN.1 elements. Each either gives the value or says, with an offset, why there is none. */
public final class DerValues {

    private static final int MAX_ARCS = 128;
    private static final int MAX_ARC_OCTETS = 64;
    private static final HexFormat HEX = HexFormat.of();
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    private DerValues() {
    }

    /** The child at {@code index}. */
    public static DerNode child(DerNode parent, int index, String what) throws DerException {
        if (index >= parent.children().size()) {
            throw new DerException(parent.end(), what + " is missing");
        }
        return parent.children().get(index);
    }

    public static DerNode sequence(DerNode node, String what) throws DerException {
        return expect(node, Asn1Tag.SEQUENCE, what);
    }

    public static DerNode expect(DerNode node, int universalTag, String what) throws DerException {
        if (!node.isUniversal(universalTag)) {
            throw new DerException(node.offset(), what + ": " + Asn1Tag.name(universalTag) + " expected, " + node.tagName() + " found");
        }
        return node;
    }

    /** The element inside an OCTET STRING or the content of a [n] EXPLICIT tag, its problem reported as an exception. */
    public static DerNode intact(DerNode node, String what) throws DerException {
        if (node.problem().isPresent()) {
            throw new DerException(node.offset(), what + ": " + node.problem().get());
        }
        return node;
    }

    public static String oid(DerNode node) throws DerException {
        expect(node, Asn1Tag.OBJECT_IDENTIFIER, "object identifier");
        return oidContent(node);
    }

    /** The dotted text of an OBJECT IDENTIFIER's content, whatever its tag. */
    public static String oidContent(DerNode node) throws DerException {
        byte[] bytes = node.source();
        int from = node.contentOffset();
        int to = from + node.contentLength();
        if (from == to || (bytes[to - 1] & 0x80) != 0) {
            throw new DerException(node.offset(), from == to ? "empty object identifier" : "object identifier ends within an arc");
        }
        if (to - from > MAX_ARCS * 10) {
            throw new DerException(node.offset(), "OID too long: " + (to - from) + " bytes");
        }
        StringBuilder text = new StringBuilder(32);
        int arcs = 0;
        int position = from;
        while (position < to) {
            int start = position;
            long value = 0;
            while ((bytes[position] & 0x80) != 0) {
                value = value << 7 | bytes[position++] & 0x7f;
            }
            value = value << 7 | bytes[position++] & 0x7f;
            if (++arcs > MAX_ARCS || position - start > MAX_ARC_OCTETS) {
                throw new DerException(node.offset(), "OID too long: " + (to - from) + " bytes");
            }
            appendArc(text, arcs == 1, position - start <= 8 ? BigInteger.valueOf(value) : bigArc(bytes, start, position),
                    position - start <= 8 ? value : -1);
        }
        return text.toString();
    }

    private static void appendArc(StringBuilder text, boolean first, BigInteger big, long small) {
        if (!first) {
            text.append('.').append(small >= 0 ? Long.toString(small) : big.toString());
            return;
        }
        if (small >= 0 && small < 80) {
            text.append(small / 40).append('.').append(small % 40);
        } else {
            text.append("2.").append(big.subtract(BigInteger.valueOf(80)));
        }
    }

    private static BigInteger bigArc(byte[] bytes, int from, int to) {
        BigInteger value = BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            value = value.shiftLeft(7).or(BigInteger.valueOf(bytes[i] & 0x7f));
        }
        return value;
    }

    public static BigInteger integer(DerNode node) throws DerException {
        expect(node, Asn1Tag.INTEGER, "integer");
        return integerContent(node);
    }

    public static BigInteger integerContent(DerNode node) throws DerException {
        if (node.contentLength() == 0) {
            throw new DerException(node.offset(), "empty integer");
        }
        return new BigInteger(node.source(), node.contentOffset(), node.contentLength());
    }

    /** An INTEGER or ENUMERATED, or an implicitly tagged one, that fits an {@code int}. */
    public static int smallInteger(DerNode node) throws DerException {
        BigInteger value = integerContent(node);
        if (value.bitLength() > 31) {
            throw new DerException(node.offset(), "integer out of range");
        }
        return value.intValue();
    }

    public static boolean bool(DerNode node) throws DerException {
        expect(node, Asn1Tag.BOOLEAN, "boolean");
        if (node.contentLength() != 1) {
            throw new DerException(node.offset(), "boolean of " + node.contentLength() + " bytes");
        }
        return node.contentByte(0) != 0;
    }

    /** The octets of a BIT STRING without the count of unused bits. */
    public static byte[] bits(DerNode node) throws DerException {
        checkBits(node);
        return Arrays.copyOfRange(node.source(), node.contentOffset() + 1, node.contentOffset() + node.contentLength());
    }

    /** The names of the bits set in a named BIT STRING, implicitly tagged or not; bits without a name are called {@code bit N}. */
    public static List<String> namedBits(DerNode node, List<String> names) throws DerException {
        checkBits(node);
        List<String> set = new java.util.ArrayList<>();
        for (int bit = 0; bit < (node.contentLength() - 1) * 8 && bit < 256; bit++) {
            if ((node.contentByte(1 + bit / 8) >> 7 - bit % 8 & 1) != 0) {
                set.add(bit < names.size() ? names.get(bit) : "bit " + bit);
            }
        }
        return set;
    }

    private static void checkBits(DerNode node) throws DerException {
        if (node.contentLength() == 0 || node.contentByte(0) > 7) {
            throw new DerException(node.offset(), "bit string without a valid count of unused bits");
        }
    }

    public static boolean isString(DerNode node) {
        return node.tagClass() == DerNode.UNIVERSAL && switch (node.tagNumber()) {
            case Asn1Tag.UTF8_STRING, Asn1Tag.NUMERIC_STRING, Asn1Tag.PRINTABLE_STRING, Asn1Tag.TELETEX_STRING, 21, Asn1Tag.IA5_STRING, 25,
                Asn1Tag.VISIBLE_STRING, Asn1Tag.GENERAL_STRING, Asn1Tag.UNIVERSAL_STRING, Asn1Tag.BMP_STRING -> true;
            default -> false;
        };
    }

    /** The text of any string type. Bytes that the type cannot hold are read as Latin-1 rather than refused. */
    public static String string(DerNode node) throws DerException {
        if (!isString(node)) {
            throw new DerException(node.offset(), "string expected, " + node.tagName() + " found");
        }
        return switch (node.tagNumber()) {
            case Asn1Tag.UTF8_STRING -> utf8(node);
            case Asn1Tag.BMP_STRING -> wide(node, 2, StandardCharsets.UTF_16BE);
            case Asn1Tag.UNIVERSAL_STRING -> wide(node, 4, UTF_32BE);
            default -> latin1(node);
        };
    }

    /** The content of an implicitly tagged IA5String. What is not ASCII is read as UTF-8, as it is meant where it occurs. */
    public static String ia5(DerNode node) {
        return new String(node.source(), node.contentOffset(), node.contentLength(), StandardCharsets.UTF_8);
    }

    /** The content as Latin-1, which any bytes are. */
    public static String latin1(DerNode node) {
        return new String(node.source(), node.contentOffset(), node.contentLength(), StandardCharsets.ISO_8859_1);
    }

    private static String utf8(DerNode node) throws DerException {
        ByteBuffer content = ByteBuffer.wrap(node.source(), node.contentOffset(), node.contentLength());
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(content).toString();
        } catch (CharacterCodingException e) {
            throw new DerException(node.offset(), "UTF8String is not UTF-8");
        }
    }

    private static String wide(DerNode node, int unit, Charset charset) throws DerException {
        if (node.contentLength() % unit != 0) {
            throw new DerException(node.offset(), Asn1Tag.name(node.tagNumber()) + " of " + node.contentLength() + " bytes");
        }
        return new String(node.source(), node.contentOffset(), node.contentLength(), charset);
    }

    public static String hex(DerNode node) {
        return HEX.formatHex(node.source(), node.contentOffset(), node.contentOffset() + node.contentLength());
    }

    /** Content as hex, cut after {@code limit} bytes with the true length told. */
    public static String hex(DerNode node, int limit) {
        int length = Math.min(limit, node.contentLength());
        String hex = HEX.formatHex(node.source(), node.contentOffset(), node.contentOffset() + length);
        return length < node.contentLength() ? hex + "… (" + node.contentLength() + " bytes)" : hex;
    }

    /** Hex of the absolute value in whole bytes, {@code -} before it if negative, {@code 00} for zero. */
    public static String hex(BigInteger value) {
        byte[] magnitude = value.abs().toByteArray();
        String digits = HEX.formatHex(magnitude, magnitude.length > 1 && magnitude[0] == 0 ? 1 : 0, magnitude.length);
        return value.signum() < 0 ? "-" + digits : digits;
    }
}
