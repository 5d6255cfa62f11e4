package org.traceweave.certificates.internal.judge;

import java.util.Optional;

/** Literal IP addresses; nothing is looked up. */
final class IpAddress {

    private IpAddress() {
    }

    /** The 4 or 16 bytes of a literal. */
    static Optional<byte[]> parse(String text) {
        return text.indexOf(':') >= 0 ? v6(text) : v4(text);
    }

    private static Optional<byte[]> v4(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return Optional.empty();
        }
        byte[] address = new byte[4];
        String[] parts = text.split("\\.");
        for (int i = 0; i < 4; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part > 255) {
                return Optional.empty();
            }
            address[i] = (byte) part;
        }
        return Optional.of(address);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (gap < 0 ? head.length != 8 : head.length + tail.length > 7) {
            return Optional.empty();
        }
        byte[] address = new byte[16];
        return write(head, address, 0) && write(tail, address, 8 - tail.length) ? Optional.of(address) : Optional.empty();
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean write(String[] groups, byte[] address, int first) {
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                return false;
            }
            int group = Integer.parseInt(groups[i], 16);
            address[2 * (first + i)] = (byte) (group >> 8);
            address[2 * (first + i) + 1] = (byte) group;
        }
        return true;
    }
}
