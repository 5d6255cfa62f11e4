package org.traceweave.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback address that treats every connection as a test wants it, and remembers what it was sent. */
final class Loopback implements AutoCloseable {

    /** What a server does with one connection. */
    @FunctionalInterface
    interface Behaviour {
        void serve(Socket socket, ByteArrayOutputStream received) throws Exception;
    }

    private final ServerSocket listener;
    private final Thread thread;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private Loopback(ServerSocket listener, Behaviour behaviour) {
        this.listener = listener;
        thread = new Thread(() -> accept(behaviour), "loopback server");
        thread.start();
    }

    static Loopback serving(Behaviour behaviour) {
        try {
            return new Loopback(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that sends the same bytes to everybody and closes, having read what it was sent first. */
    static Loopback answering(byte[] bytes) {
        return serving((socket, in) -> {
            readSome(socket, in);
            socket.getOutputStream().write(bytes);
        });
    }

    static Loopback of(ServerSocket listener, Behaviour behaviour) {
        return new Loopback(listener, behaviour);
    }

    private void accept(Behaviour behaviour) {
        while (!listener.isClosed()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(20_000);
                behaviour.serve(socket, bytes);
            } catch (IOException e) {
                // the probe went away when it had seen enough, or the listener was closed
            } catch (Exception e) {
                failures.add(e);
            } finally {
                received.add(bytes.toByteArray());
            }
        }
    }

    /** Reads one write of the client. */
    static byte[] readSome(Socket socket, ByteArrayOutputStream into) throws IOException {
        byte[] chunk = new byte[16_384];
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
            throw new IOException("the client went away");
        }
        into.write(chunk, 0, count);
        return java.util.Arrays.copyOf(chunk, count);
    }

    /** Reads what the client sends until it closes. */
    static void readToEnd(Socket socket, ByteArrayOutputStream into) throws IOException {
        InputStream in = socket.getInputStream();
        in.transferTo(into);
    }

    int port() {
        return listener.getLocalPort();
    }

    ProbeTarget target() {
        return ProbeTarget.parse("localhost:" + port());
    }

    /** What each finished connection received, in order. */
    List<byte[]> received() {
        return received;
    }

    @Override
    public void close() {
        try {
            listener.close();
            thread.join(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("the test's server failed", failures.getFirst());
        }
    }
}
