package org.traceweave.probe.internal.net;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.traceweave.probe.ProbeFailure.Kind;

/**
 * A TCP connection with a time by which everything must be over. Reading waits in short steps, so that it can be cancelled without interrupting its
 * thread. Used by one thread.
 */
public final class Wire implements Closeable {

    private static final int STEP_MILLIS = 100;
    private static final int MILLION = 1_000_000;

    private final Socket socket;
    private final String place;
    private final Duration timeout;
    private final long end;
    private final BooleanSupplier cancelled;
    private long received;

    private Wire(Socket socket, String place, Duration timeout, long end, BooleanSupplier cancelled) {
        this.socket = socket;
        this.place = place;
        this.timeout = timeout;
        this.end = end;
        this.cancelled = cancelled;
    }

    /** @param place what the other side is called in sentences */
    public static Wire connect(String host, int port, String place, Duration timeout, BooleanSupplier cancelled) throws ProbeException {
        long end = System.nanoTime() + timeout.toNanos();
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ProbeException(Kind.UNKNOWN_HOST, host + " has no address: check the name, and whether this machine's DNS knows it");
        }
        ProbeException first = null;
        for (int i = 0; i < addresses.length; i++) {
            checkCancelled(cancelled);
            long left = (end - System.nanoTime()) / MILLION;
            long share = Math.max(1, left / (addresses.length - i));
            try {
                return new Wire(open(addresses[i], port, place, (int) Math.min(Integer.MAX_VALUE, share), timeout), place, timeout, end, cancelled);
            } catch (ProbeException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new ProbeException(Kind.UNKNOWN_HOST, host + " has no address") : first;
    }

    private static Socket open(InetAddress address, int port, String place, int millis, Duration timeout) throws ProbeException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), millis);
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw switch (e) {
                case SocketTimeoutException slow -> new ProbeException(Kind.TIMEOUT, place + " (" + address.getHostAddress()
                        + ") did not take the connection within "
                        + seconds(timeout) + ": a firewall drops it, or the host is down");
                case NoRouteToHostException away -> new ProbeException(Kind.UNREACHABLE, "There is no route to " + place + " ("
                        + address.getHostAddress() + ")");
                case ConnectException refused when String.valueOf(refused.getMessage()).contains("refused") -> new ProbeException(Kind.REFUSED,
                        place + " (" + address.getHostAddress() + ") refused the connection: nothing listens on that port, or a firewall rejects it");
                case SocketException broken when String.valueOf(broken.getMessage()).contains("reset") -> new ProbeException(Kind.RESET,
                        place + " (" + address.getHostAddress() + ") broke off the connection (" + broken.getMessage() + ") while it was made");
                default -> new ProbeException(Kind.UNREACHABLE, place + " (" + address.getHostAddress() + ") cannot be reached: " + e.getMessage());
            };
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it was never open, and the reason for that is told
        }
    }

    /** {@code address:port} of the other side. */
    public String address() {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        String address = remote.getAddress().getHostAddress();
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + remote.getPort();
    }

    public void write(byte[] bytes) throws ProbeException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Reads exactly so many bytes. @throws ProbeException also where the other side closes before */
    public byte[] read(int count) throws ProbeException {
        byte[] bytes = new byte[count];
        int have = 0;
        while (have < count) {
            int more = readSome(bytes, have);
            if (more < 0) {
                throw closed(have, count);
            }
            have += more;
        }
        return bytes;
    }

    /** Reads what comes until the other side closes or {@code limit} bytes are there. */
    public byte[] readToEnd(int limit) throws ProbeException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        while (all.size() < limit) {
            int more = readSome(chunk, 0);
            if (more < 0) {
                break;
            }
            all.write(chunk, 0, Math.min(more, limit - all.size()));
        }
        return all.toByteArray();
    }

    /** Reads what is there by now, or comes within a step. @return empty also at the end */
    public byte[] readAvailable(int limit) throws ProbeException {
        byte[] chunk = new byte[limit];
        try {
            socket.setSoTimeout(STEP_MILLIS);
            int count = socket.getInputStream().read(chunk);
            return java.util.Arrays.copyOf(chunk, Math.max(0, count));
        } catch (SocketTimeoutException e) {
            return new byte[0];
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private int readSome(byte[] target, int from) throws ProbeException {
        while (true) {
            checkCancelled(cancelled);
            long left = (end - System.nanoTime()) / MILLION;
            if (left <= 0) {
                throw new ProbeException(Kind.TIMEOUT, received == 0
                        ? place + " took the connection and said nothing for " + seconds(timeout)
                                + ": it does not speak TLS on that port, or something "
                                + "in between swallows the handshake"
                        : place + " did not finish within " + seconds(timeout) + ": it stopped after " + received + " bytes");
            }
            try {
                socket.setSoTimeout((int) Math.min(STEP_MILLIS, left));
                int count = socket.getInputStream().read(target, from, target.length - from);
                received += Math.max(0, count);
                return count;
            } catch (SocketTimeoutException e) {
                // waits on, unless it is cancelled or too late
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private ProbeException closed(int have, int wanted) {
        if (received == 0) {
            return new ProbeException(Kind.CLOSED, place
                    + " closed the connection without a word: it does not like the offered versions or the server name, or "
                    + "does not speak TLS on that port");
        }
        return new ProbeException(Kind.CLOSED, have == 0 ? place + " closed the connection after " + received
                + " bytes, in the middle of the handshake"
                : place + " closed the connection within a record: " + have + " of " + wanted + " bytes came");
    }

    private ProbeException broken(IOException e) {
        String when = received == 0 ? "before it answered: it does not like what was offered, or something in between breaks TLS off"
                : "after " + received + " bytes";
        return new ProbeException(Kind.RESET, place + " broke off the connection (" + e.getMessage() + ") " + when);
    }

    private static void checkCancelled(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }
}
