package org.traceweave.index.internal.text;

/** IP addresses in a text. */
final class Addresses {

    private Addresses() {
    }

    /** The end of {@code :port} at {@code at}, or {@code at} if there is none. */
    static int port(byte[] bytes, int at, int end) {
        if (at >= end || bytes[at] != ':') {
            return at;
        }
        int i = at + 1;
        while (i < end && Chars.isDigit(bytes[i])) {
            i++;
        }
        boolean port = i > at + 1 && i - at <= 6 && (i == end || !Chars.isWord(Chars.type(bytes[i])));
        return port ? i : at;
    }

    /** The end of the IPv6 address at {@code at}, or {@code at} if there is none: either all eight groups, or {@code ::} in it. */
    static int version6(byte[] bytes, int at, int end) {
        int groups = 0;
        boolean shortened = false;
        int i = at;
        while (i < end && groups < 8) {
            int start = i;
            while (i < end && Chars.isHex(bytes[i])) {
                i++;
            }
            if (i - start > 4 || i < end && Chars.isWord(Chars.type(bytes[i]))) {
                return at;
            }
            groups += i > start ? 1 : 0;
            if (i + 1 >= end || bytes[i] != ':' || groups == 8) {
                break;
            }
            if (bytes[i + 1] == ':') {
                if (shortened) {
                    return at;
                }
                shortened = true;
                i += 2;
            } else if (Chars.isHex(bytes[i + 1])) {
                i++;
            } else {
                break;
            }
        }
        return groups == 8 || shortened && groups >= 2 ? i : at;
    }
}
