package org.traceweave.certificates;

import java.io.ByteArrayOutputStream;

/** Writes TLS records as a server or client of TLS 1.0 to 1.2 would. */
final class MadeTls {

    private MadeTls() {
    }

    static byte[] record(int type, int version, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        out.write(version >> 8);
        out.write(version);
        out.write(body.length >> 8);
        out.write(body.length);
        out.writeBytes(body);
        return out.toByteArray();
    }

    static byte[] message(int type, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        number(out, body.length, 3);
        out.writeBytes(body);
        return out.toByteArray();
    }

    static byte[] certificateList(byte[]... certificates) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (byte[] certificate : certificates) {
            number(list, certificate.length, 3);
            list.writeBytes(certificate);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, list.size(), 3);
        out.writeBytes(list.toByteArray());
        return message(11, out.toByteArray());
    }

    static byte[] serverHello(int version, int suite) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, version, 2);
        out.writeBytes(new byte[32]);
        out.write(0);
        number(out, suite, 2);
        out.write(0);
        return message(2, out.toByteArray());
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int value, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }
}
