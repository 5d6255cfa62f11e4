package org.traceweave.readers.sip.internal.capture;

/**
 * A captured packet. {@code offset}, {@code end}: the block that holds it, in the file; {@code time}: UTC nanoseconds; {@code bytes}: what was captured of
 * it, from the link layer on; {@code link}: the LINKTYPE_ number that says which.
 */
record Packet(long offset, long end, long time, byte[] bytes, int link) {
}
