package org.traceweave.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads ASN.1 bytes into a tree that keeps every offset, and never fails: what is wrong with an element is told by its node.
 *
 * <p>It accepts BER where certificates in the wild have it (indefinite and over-long lengths) and notes it. Bounds against hostile input:
 * depth {@value #MAX_DEPTH}, {@value #MAX_NODES} nodes a tree, lengths of at most four octets; nothing is allocated by a declared
 * length. Not for sharing between threads; cheap to make.
 */
public final class DerReader {

    public static final int MAX_DEPTH = 64;
    public static final int MAX_NODES = 50_000;

    private static final int INDEFINITE = -1;

    private final byte[] bytes;
    /** Elements deeper than this stay closed. */
    private final int openTo;
    private int nodes;

    private DerReader(byte[] bytes, int openTo) {
        this.bytes = bytes;
        this.openTo = openTo;
    }

    /** The first element of {@code bytes}. Empty input gives a node with a problem. */
    public static DerNode read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /** The element that begins at {@code from}; nothing at or after {@code to} is looked at. */
    public static DerNode read(byte[] bytes, int from, int to) {
        return readTo(bytes, from, to, MAX_DEPTH + 1);
    }

    /** As {@link #read}, but elements at {@code depth} (the first has depth 0) and below it are given without their children. */
    public static DerNode readTo(byte[] bytes, int from, int to, int depth) {
        Objects.checkFromToIndex(from, to, bytes.length);
        return new DerReader(bytes, depth).element(from, to, 0);
    }

    /** All elements that follow one another in {@code bytes}. */
    public static List<DerNode> readAll(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        return new DerReader(bytes, MAX_DEPTH + 1).elements(from, to, 0);
    }

    /** The element inside a primitive that wraps one: an OCTET STRING, or a BIT STRING ({@code skip} 1 for its count of unused bits). */
    public static DerNode readInside(DerNode wrapper, int skip) {
        int from = wrapper.contentOffset() + Math.min(skip, wrapper.contentLength());
        return read(wrapper.source(), from, wrapper.contentOffset() + wrapper.contentLength());
    }

    private List<DerNode> elements(int from, int to, int depth) {
        List<DerNode> found = new ArrayList<>(4);
        int position = from;
        while (position < to) {
            DerNode node = element(position, to, depth);
            found.add(node);
            if (node.end() <= position) {
                break;
            }
            position = node.end();
        }
        return found;
    }

    private DerNode element(int from, int to, int depth) {
        if (from >= to) {
            return broken(from, 0, 0, "empty input");
        }
        if (++nodes > MAX_NODES) {
            return broken(from, 0, to - from, "more than " + MAX_NODES + " elements");
        }
        int identifier = bytes[from] & 0xff;
        int position = from + 1;
        int tagNumber = identifier & 0x1f;
        if (tagNumber == 0x1f) {
            tagNumber = 0;
            int read;
            do {
                if (position >= to || position - from > 4) {
                    return broken(from, identifier, to - from, position >= to ? "truncated header" : "tag number too long");
                }
                read = bytes[position++] & 0xff;
                tagNumber = tagNumber << 7 | read & 0x7f;
            } while ((read & 0x80) != 0);
        }
        if (position >= to) {
            return broken(from, identifier, to - from, "truncated header");
        }
        int first = bytes[position++] & 0xff;
        if (first < 0x80) {
            return sized(from, position, first, to, identifier, tagNumber, true, depth);
        }
        int octets = first & 0x7f;
        if (octets == 0) {
            return indefinite(from, position, to, identifier, tagNumber, depth);
        }
        if (first == 0xff) {
            return broken(from, identifier, to - from, "reserved length octet 0xFF");
        }
        if (octets > to - position) {
            return broken(from, identifier, to - from, "truncated length");
        }
        if (octets > 4) {
            return broken(from, identifier, to - from, "length of length " + octets + " is more than 4");
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | bytes[position++] & 0xff;
        }
        boolean minimal = length >= 0x80 && (octets == 1 || length >> 8 * (octets - 1) != 0);
        return sized(from, position, length, to, identifier, tagNumber, minimal, depth);
    }

    private DerNode sized(int from, int content, long declared, int to, int identifier, int tagNumber, boolean minimal, int depth) {
        int available = to - content;
        int length = (int) Math.min(declared, available);
        String problem = declared > available ? "declared " + declared + " bytes, " + available + " available" : null;
        return node(from, content, length, identifier, tagNumber, false, minimal, depth, problem);
    }

    private DerNode node(int from, int content, int length, int identifier, int tagNumber, boolean indefinite, boolean minimal,
            int depth, @Nullable String problem) {
        List<DerNode> children = List.of();
        String trouble = problem;
        if ((identifier & 0x20) != 0 && length > 0) {
            if (depth >= openTo) {
                children = List.of();
            } else if (depth >= MAX_DEPTH) {
                trouble = "nested deeper than " + MAX_DEPTH;
            } else {
                children = elements(content, content + length, depth + 1);
            }
        }
        return new DerNode(bytes, from, content - from, length, identifier, tagNumber, indefinite, minimal, children, trouble);
    }

    private DerNode indefinite(int from, int content, int to, int identifier, int tagNumber, int depth) {
        if ((identifier & 0x20) == 0) {
            return broken(from, identifier, to - from, "indefinite length on a primitive");
        }
        if (depth >= MAX_DEPTH) {
            return new DerNode(bytes, from, content - from, to - content, identifier, tagNumber, true, false, List.of(),
                    "nested deeper than " + MAX_DEPTH);
        }
        List<DerNode> children = new ArrayList<>(4);
        int position = content;
        int end = INDEFINITE;
        while (position < to) {
            if (position + 1 < to && bytes[position] == 0 && bytes[position + 1] == 0) {
                end = position;
                break;
            }
            DerNode child = element(position, to, depth + 1);
            children.add(child);
            if (child.end() <= position) {
                break;
            }
            position = child.end();
        }
        String problem = end == INDEFINITE ? "end of contents is missing" : null;
        int length = (end == INDEFINITE ? to : end) - content;
        return new DerNode(bytes, from, content - from, length, identifier, tagNumber, true, false, children, problem);
    }

    private DerNode broken(int from, int identifier, int length, String problem) {
        return new DerNode(bytes, from, 0, length, identifier, identifier & 0x1f, false, true, List.of(), problem);
    }
}
