package org.traceweave.certificates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One element of an ASN.1 tree (X.690, BER or DER), with where it stands in the bytes it was read from.
 *
 * <p>Offsets count bytes from the start of the array given to {@link DerReader}, not of the parent. An element that could not be read
 * in full is still a node: it says in {@link #problem()} what is wrong, and holds what there was. Nodes share the array and must not
 * outlive a change of it; they are otherwise immutable and may be read by any thread.
 */
public final class DerNode {

    /** Tag class of the types X.680 defines: INTEGER, SEQUENCE, ... */
    public static final int UNIVERSAL = 0;
    public static final int APPLICATION = 1;
    /** Tag class of fields told apart by number, such as {@code [0]}. */
    public static final int CONTEXT = 2;
    public static final int PRIVATE = 3;

    private final byte[] bytes;
    private final int offset;
    private final int headerLength;
    private final int contentLength;
    private final int identifier;
    private final int tagNumber;
    private final boolean indefinite;
    private final boolean minimalLength;
    private final List<DerNode> children;
    private final @Nullable String problem;

    DerNode(byte[] bytes, int offset, int headerLength, int contentLength, int identifier, int tagNumber, boolean indefinite,
            boolean minimalLength, List<DerNode> children, @Nullable String problem) {
        this.bytes = bytes;
        this.offset = offset;
        this.headerLength = headerLength;
        this.contentLength = contentLength;
        this.identifier = identifier;
        this.tagNumber = tagNumber;
        this.indefinite = indefinite;
        this.minimalLength = minimalLength;
        this.children = children;
        this.problem = problem;
    }

    /** Where its identifier octet stands. */
    public int offset() {
        return offset;
    }

    /** Identifier and length octets. */
    public int headerLength() {
        return headerLength;
    }

    public int contentOffset() {
        return offset + headerLength;
    }

    /** Bytes of content that are there; without the end-of-contents octets of an indefinite length. */
    public int contentLength() {
        return contentLength;
    }

    /** The offset after its last byte, end-of-contents octets included. */
    public int end() {
        int end = contentOffset() + contentLength;
        return indefinite && end + 2 <= bytes.length && bytes[end] == 0 && bytes[end + 1] == 0 ? end + 2 : end;
    }

    public int totalLength() {
        return end() - offset;
    }

    public int tagClass() {
        return identifier >> 6 & 3;
    }

    public int tagNumber() {
        return tagNumber;
    }

    public boolean constructed() {
        return (identifier & 0x20) != 0;
    }

    /** Whether the length is indefinite, which BER allows and DER does not. */
    public boolean indefinite() {
        return indefinite;
    }

    /** Whether the length is written in the fewest octets, as DER demands. */
    public boolean minimalLength() {
        return minimalLength;
    }

    /** The elements in it, in order; empty for a primitive. */
    public List<DerNode> children() {
        return children;
    }

    /** Why it could not be read in full, such as {@code declared 300 bytes, 120 available}. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    public boolean isUniversal(int number) {
        return tagNumber == number && tagClass() == UNIVERSAL;
    }

    public boolean isContext(int number) {
        return tagNumber == number && tagClass() == CONTEXT;
    }

    public boolean isSequence() {
        return isUniversal(Asn1Tag.SEQUENCE);
    }

    /** A copy of its content. */
    public byte[] content() {
        return Arrays.copyOfRange(bytes, contentOffset(), contentOffset() + contentLength);
    }

    /** A copy of the whole element, header included. */
    public byte[] encoded() {
        return Arrays.copyOfRange(bytes, offset, end());
    }

    /** The content byte at {@code index}, 0 to 255. */
    public int contentByte(int index) {
        if (index < 0 || index >= contentLength) {
            throw new IndexOutOfBoundsException(index);
        }
        return bytes[contentOffset() + index] & 0xff;
    }

    /** The array it was read from, not a copy: read only. */
    public byte[] source() {
        return bytes;
    }

    /** What the tag is called: {@code SEQUENCE}, {@code [0]}, {@code APPLICATION 3}. */
    public String tagName() {
        return switch (tagClass()) {
            case UNIVERSAL -> Asn1Tag.name(tagNumber);
            case CONTEXT -> "[" + tagNumber + "]";
            case APPLICATION -> "APPLICATION " + tagNumber;
            default -> "PRIVATE " + tagNumber;
        };
    }

    /** This node and all below it, top down and in order. */
    public void forEach(Consumer<DerNode> visitor) {
        visitor.accept(this);
        for (DerNode child : children) {
            child.forEach(visitor);
        }
    }

    /** The nodes, in order, that could not be read in full. */
    public List<DerNode> damaged() {
        List<DerNode> damaged = new ArrayList<>();
        forEach(node -> {
            if (node.problem != null) {
                damaged.add(node);
            }
        });
        return damaged;
    }

    /** The innermost node whose bytes hold {@code position}; empty if it lies outside this one. */
    public Optional<DerNode> at(int position) {
        if (position < offset || position >= end()) {
            return Optional.empty();
        }
        for (DerNode child : children) {
            if (position >= child.offset && position < child.end()) {
                return child.at(position);
            }
        }
        return Optional.of(this);
    }

    @Override
    public String toString() {
        return tagName() + " at " + offset + ", " + contentLength + " bytes";
    }
}
