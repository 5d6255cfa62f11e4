package org.traceweave.probe.internal.tls;

import org.traceweave.probe.internal.net.ProbeException;

/** Encrypts or decrypts the records of one direction. */
interface RecordProtection {

    /** A whole record, header included. */
    byte[] seal(int type, int version, byte[] plain);

    /** @throws ProbeException if the record is not what the other side encrypted */
    RecordLayer.Plain open(byte[] header, byte[] body) throws ProbeException;
}
