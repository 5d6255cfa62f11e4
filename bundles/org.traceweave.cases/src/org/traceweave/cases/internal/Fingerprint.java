package org.traceweave.cases.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.traceweave.readers.RecordDraft;

/**
 * 64 bits by which a record is known again: over its time, number, process, thread, host and whole text, so that a line exported twice has the same
 * one, in whatever encoding or file it stands. Two different ones of 50 million records share theirs with a probability of less than
 * 1 in 10,000.
 */
final class Fingerprint {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long A = 0xa0761d6478bd642fL;
    private static final long B = 0xe7037ed1a0b428dbL;
    private static final long C = 0x8ebc6af09c88c6e3L;
    private static final long D = 0x589965cc75374cc3L;

    private Fingerprint() {
    }

    static long of(RecordDraft draft) {
        long seed = mix(draft.time() ^ A, draft.process() << 32 ^ draft.thread() ^ B);
        String host = draft.host();
        // a log that numbers its records may well tell the same twice
        long owner = mix(seed ^ (host == null ? 0 : host.hashCode()), draft.sequence() ^ C);
        return of(draft.text(), draft.textStart(), draft.textLength(), owner);
    }

    static long of(byte[] bytes, int start, int length, long seed) {
        long left = seed ^ A;
        long right = seed ^ C;
        int at = start;
        int end = start + length;
        for (; at + 32 <= end; at += 32) {
            left = mix(read(bytes, at) ^ B, read(bytes, at + 8) ^ left);
            right = mix(read(bytes, at + 16) ^ D, read(bytes, at + 24) ^ right);
        }
        for (; at + 8 <= end; at += 8) {
            left = mix(read(bytes, at) ^ D, left ^ B);
        }
        long tail = 0;
        for (int shift = 0; at < end; at++, shift += 8) {
            tail |= (bytes[at] & 0xffL) << shift;
        }
        return mix(mix(left ^ tail, right ^ B) ^ length, D);
    }

    private static long read(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static long mix(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }
}
