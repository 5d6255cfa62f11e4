package org.traceweave.readers.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Kerberos AP-REQ (RFC 4120 5.5.1), bare or in its GSS wrapping: for which service the client holds a ticket, and how that is
 * encrypted. {@code service}: the principal's parts joined by {@code /}, as {@code sip/fe01.contoso.local}; {@code encryptionType}: 17
 * and 18 AES, 23 RC4, 1 and 3 DES.
 */
public record KerberosToken(Optional<String> realm, Optional<String> service, OptionalInt encryptionType) {

    private static final int APPLICATION_AP_REQ = 0x6e;
    private static final int APPLICATION_TICKET = 0x61;
    private static final int SEQUENCE = 0x30;
    private static final int GENERAL_STRING = 0x1b;

    /** Reads a token; empty if the bytes hold no AP-REQ. */
    public static Optional<KerberosToken> parse(byte[] bytes) {
        for (int at = 0; at < Math.min(bytes.length - 4, 256); at++) {
            if ((bytes[at] & 0xff) == APPLICATION_AP_REQ) {
                Optional<KerberosToken> token = new Reader(bytes).token(at);
                if (token.isPresent()) {
                    return token;
                }
            }
        }
        return Optional.empty();
    }

    /** Reads a token in base64, as in {@code gssapi-data}. */
    public static Optional<KerberosToken> parseBase64(String base64) {
        return Tokens.decode(base64).flatMap(KerberosToken::parse);
    }

    /** Steps through definite-length DER; whatever does not fit reads as not there. */
    private static final class Reader {
        private final byte[] bytes;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        Optional<KerberosToken> token(int at) {
            int request = content(at, bytes.length, SEQUENCE);
            int version = request < 0 ? -1 : child(request, end(at), 0xa0);
            int ticketField = request < 0 ? -1 : child(request, end(at), 0xa3);
            if (version < 0 || ticketField < 0) {
                return Optional.empty();
            }
            int ticket = first(ticketField);
            int body = tag(ticket) == APPLICATION_TICKET ? content(ticket, end(ticketField), SEQUENCE) : -1;
            if (body < 0) {
                return Optional.of(new KerberosToken(Optional.empty(), Optional.empty(), OptionalInt.empty()));
            }
            int limit = end(ticket);
            int realm = child(body, limit, 0xa1);
            int name = child(body, limit, 0xa2);
            int encrypted = child(body, limit, 0xa3);
            return Optional.of(new KerberosToken(realm < 0 ? Optional.empty() : string(first(realm)), service(name), etype(encrypted)));
        }

        private Optional<String> service(int name) {
            int sequence = name < 0 ? -1 : first(name);
            int list = sequence < 0 ? -1 : child(first(sequence), end(sequence), 0xa1);
            int strings = list < 0 ? -1 : first(list);
            if (strings < 0) {
                return Optional.empty();
            }
            List<String> parts = new ArrayList<>(2);
            for (int at = first(strings); at >= 0 && at < end(strings); at = end(at)) {
                string(at).ifPresent(parts::add);
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
        }

        private OptionalInt etype(int encrypted) {
            int sequence = encrypted < 0 ? -1 : first(encrypted);
            int field = sequence < 0 ? -1 : child(first(sequence), end(sequence), 0xa0);
            int number = field < 0 ? -1 : first(field);
            int from = number < 0 ? -1 : first(number);
            int value = 0;
            if (from < 0 || end(number) - from > 4) {
                return OptionalInt.empty();
            }
            for (int at = from; at < end(number); at++) {
                value = at == from ? bytes[at] : value << 8 | bytes[at] & 0xff;
            }
            return OptionalInt.of(value);
        }

        private Optional<String> string(int at) {
            int from = first(at);
            return from < 0 || tag(at) != GENERAL_STRING ? Optional.empty()
                    : Optional.of(new String(bytes, from, end(at) - from, StandardCharsets.UTF_8));
        }

        /** The first byte inside the sequence that the element at {@code at} holds. */
        private int content(int at, int limit, int expected) {
            int inner = first(at);
            return inner >= 0 && end(at) <= limit && tag(inner) == expected ? first(inner) : -1;
        }

        private int child(int from, int limit, int tag) {
            int at = from;
            while (at >= 0 && at < limit) {
                if (tag(at) == tag) {
                    return first(at) < 0 ? -1 : at;
                }
                int next = end(at);
                at = next > at ? next : -1;
            }
            return -1;
        }

        private int tag(int at) {
            return at < 0 || at >= bytes.length ? -1 : bytes[at] & 0xff;
        }

        /** Where the content of the element at {@code at} begins; -1 if its header does not fit. */
        private int first(int at) {
            if (at < 0 || at + 2 > bytes.length) {
                return -1;
            }
            int length = bytes[at + 1] & 0xff;
            int from = at + 2 + (length < 0x80 ? 0 : length & 0x7f);
            return length == 0x80 || length > 0x83 || from > bytes.length ? -1 : from;
        }

        /** Behind the element at {@code at}, cut at the end of the bytes. */
        private int end(int at) {
            int from = first(at);
            if (from < 0) {
                return bytes.length;
            }
            int length = bytes[at + 1] & 0xff;
            if (length >= 0x80) {
                length = 0;
                for (int i = at + 2; i < from; i++) {
                    length = length << 8 | bytes[i] & 0xff;
                }
            }
            return Math.min(bytes.length, from + length);
        }
    }
}
