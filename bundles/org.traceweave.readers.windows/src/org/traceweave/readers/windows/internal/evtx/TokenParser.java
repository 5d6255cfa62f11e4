package org.traceweave.readers.windows.internal.evtx;

import org.traceweave.readers.windows.internal.EventName;

/**
 * Walks the tokens of one element of binary XML. The decisive rule: only inside a template definition does an open-element token carry a
 * dependency id of two bytes; an element directly in a record (forwarded events) or in a value of type 0x21 (CAPI2) has none.
 */
final class TokenParser {

    /** Deeper elements are an attack: real events nest ten deep. */
    private static final int DEEPEST = 64;

    private static final int HAS_MORE = 0x40;

    private final ChunkNames names;
    private boolean mustBeWellFormed;

    TokenParser(ChunkNames names) {
        this.names = names;
    }

    /** Whether names that XML would not allow are an error, as for bytes that may be overwritten. */
    void mustBeWellFormed(boolean strict) {
        mustBeWellFormed = strict;
    }

    /**
     * Parses the element that begins at {@code start}, and everything in it.
     *
     * @param inTemplate whether elements carry dependency ids
     * @return the position after it
     */
    int element(byte[] bytes, int start, int end, boolean inTemplate, TokenHandler handler) throws MalformedEventException {
        int at = start;
        int depth = 0;
        boolean inAttribute = false;
        while (at < end) {
            int token = bytes[at] & 0xff;
            int kind = token & ~HAS_MORE;
            if (inAttribute && (kind == 0x06 || kind == 0x02 || kind == 0x03)) {
                handler.attributeEnd();
                inAttribute = false;
            }
            if (inAttribute && (kind == 0x01 || kind == 0x04 || kind == 0x0c)) {
                throw new MalformedEventException("an element inside an attribute", at);
            }
            switch (kind) {
                case 0x01 -> {
                    int header = at + (inTemplate ? 7 : 5);
                    require(header + 4, end, at);
                    if (++depth > DEEPEST) {
                        throw new MalformedEventException("elements nested too deep", at);
                    }
                    int name = LittleEndian.i32(bytes, header);
                    handler.start(name(name));
                    at = afterName(header + 4, name) + (token == 0x41 ? 4 : 0);
                }
                case 0x02 -> {
                    handler.content();
                    at++;
                }
                case 0x03 -> {
                    handler.content();
                    handler.end();
                    at++;
                    depth--;
                }
                case 0x04 -> {
                    handler.end();
                    at++;
                    depth--;
                }
                case 0x06 -> {
                    require(at + 5, end, at);
                    int name = LittleEndian.i32(bytes, at + 1);
                    handler.attribute(name(name));
                    inAttribute = true;
                    at = afterName(at + 5, name);
                }
                case 0x05, 0x07 -> {
                    int header = kind == 0x05 ? 2 : 1;
                    require(at + header + 2, end, at);
                    if (kind == 0x05 && bytes[at + 1] != 0x01) {
                        throw new MalformedEventException("constant text of type " + (bytes[at + 1] & 0xff), at);
                    }
                    int units = LittleEndian.u16(bytes, at + header);
                    require(at + header + 2 + units * 2, end, at);
                    handler.text(at + header + 2, units);
                    at += header + 2 + units * 2;
                }
                case 0x08 -> {
                    require(at + 3, end, at);
                    handler.character(LittleEndian.u16(bytes, at + 1));
                    at += 3;
                }
                case 0x09 -> {
                    require(at + 5, end, at);
                    int name = LittleEndian.i32(bytes, at + 1);
                    handler.character(entity(name(name).text(), at));
                    at = afterName(at + 5, name);
                }
                case 0x0a -> {
                    require(at + 5, end, at);
                    at = afterName(at + 5, LittleEndian.i32(bytes, at + 1));
                }
                case 0x0b -> {
                    require(at + 3, end, at);
                    at += 3 + LittleEndian.u16(bytes, at + 1) * 2;
                }
                case 0x0c -> at = handler.instance(at, end);
                case 0x0d, 0x0e -> {
                    require(at + 4, end, at);
                    handler.substitution(LittleEndian.u16(bytes, at + 1), kind == 0x0e);
                    at += 4;
                }
                case 0x0f -> at += 4;
                default -> throw new MalformedEventException("token " + Integer.toHexString(token), at);
            }
            if (depth <= 0) {
                return at;
            }
        }
        throw new MalformedEventException("an element without an end", start);
    }

    private EventName name(int offset) throws MalformedEventException {
        EventName name = names.name(offset);
        if (mustBeWellFormed && !name.isWellFormed()) {
            throw new MalformedEventException("an overwritten name", offset);
        }
        return name;
    }

    /** A name stands inline where its offset is the reading position itself. */
    private int afterName(int at, int nameOffset) throws MalformedEventException {
        return nameOffset == at ? at + names.size(at) : at;
    }

    private static void require(int needed, int end, int at) throws MalformedEventException {
        if (needed > end) {
            throw new MalformedEventException("a token that does not end", at);
        }
    }

    private static int entity(String name, int at) throws MalformedEventException {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw new MalformedEventException("an unknown entity", at);
        };
    }
}
