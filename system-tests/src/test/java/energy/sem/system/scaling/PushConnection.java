package energy.sem.system.scaling;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to the gateway that is kept, and costs little processor time. Not thread-safe. */
final class PushConnection implements AutoCloseable {
    private static final int ACCEPTED = 202;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String LENGTH = "content-length:";

    private final URI gateway;
    private Socket socket;
    private InputStream in;
    private String last = "";

    PushConnection(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * Pushes and waits for the answer.
     *
     * @param request whole
     * @return whether so many telegrams were accepted
     */
    boolean push(byte[] request, int telegrams) throws IOException {
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getByName(gateway.getHost()), gateway.getPort());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line().split(" ", -1)[1]);
            int length = 0;
            boolean closes = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith(LENGTH)) {
                    length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
                }
                closes |= lower.equals("connection: close");
            }
            last = status + " " + new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (closes) {
                close();
            }
            return status == ACCEPTED && last.contains("\"accepted\":" + telegrams + ",");
        } catch (IOException e) {
            last = e.toString();
            close();
            throw e;
        }
    }

    /** What was answered last. */
    String last() {
        return last;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the gateway has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
