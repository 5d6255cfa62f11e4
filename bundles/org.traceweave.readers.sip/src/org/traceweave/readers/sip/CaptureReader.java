package org.traceweave.readers.sip;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.sip.internal.capture.CaptureReading;
import org.traceweave.readers.sip.internal.capture.PacketFile;

/**
 * Reads network captures (pcap and pcapng): the TLS handshakes in their TCP connections, as far as they are in clear, with the certificates they carry,
 * and SIP messages that went unencrypted. One record for what a side of a connection said.
 */
public final class CaptureReader implements SourceReader {

    private static final int CERTAIN = 100;

    @Override
    public String format() {
        return "pcap";
    }

    @Override
    public String name() {
        return "Network capture (pcap, pcapng)";
    }

    @Override
    public int confidence(SourceHead head) {
        return PacketFile.isCapture(head.bytes()) ? CERTAIN : 0;
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return new CaptureReading(bytes);
    }
}
