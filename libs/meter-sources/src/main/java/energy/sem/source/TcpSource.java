package energy.sem.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tcp://host:port}: a server that sends the P1 stream, such as ser2net, an ESPHome stream server, SlimmeLezer. */
record TcpSource(String host, int port) implements Source {
    private static final System.Logger LOG = System.getLogger(TcpSource.class.getName());
    private static final Pattern URL =
            Pattern.compile("tcp://(?:\\[([0-9A-Fa-f:.%a-z]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})/?");
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 1_000;

    static TcpSource parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + url + "\" is not of the form tcp://host:port");
        }
        int port = Integer.parseInt(matcher.group(3));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "\"" + url + "\": port " + port + " does not exist, the highest is 65535");
        }
        return new TcpSource(matcher.group(1) != null ? matcher.group(1) : matcher.group(2), port);
    }

    /** How it is written. */
    public static final class Kind implements SourceKind {
        @Override
        public String scheme() {
            return "tcp";
        }

        @Override
        public List<Form> forms() {
            return List.of(
                    new Form("tcp://host:port", "a network adapter: ser2net, an ESPHome stream server, SlimmeLezer"));
        }

        @Override
        public Set<String> serviceTypes() {
            return Set.of("_esphomelib._tcp");
        }

        // The port that it announces is of ESPHome's own protocol; that of its stream server is in its configuration
        // only.
        @Override
        public Optional<Suggestion> suggest(Announced device) {
            String project = device.text("project_name");
            return Optional.of(Suggestion.look(
                    "an ESPHome device" + (project.isEmpty() ? "" : " (" + project + ")"),
                    "if it reads a P1 port and has a stream server, tcp://" + device.host()
                            + ":PORT with the server's port is a source"));
        }

        @Override
        public Optional<Source> parse(String url, Credentials credentials) {
            return Optional.of(TcpSource.parse(url));
        }
    }

    @Override
    public Line open() throws IOException {
        // Resolved anew each time: the address of a device in the house changes.
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("the name " + host + " is not known: check the spelling and the network");
        }
        Socket socket = new Socket();
        try {
            socket.setKeepAlive(true);
            socket.connect(address, CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            return new TcpLine(socket, socket.getInputStream(), host + ":" + port);
        } catch (IOException e) {
            closeQuietly(socket, e);
            throw new IOException(inWords(e), e);
        }
    }

    @Override
    public int silenceSeconds() {
        return 60;
    }

    @Override
    public Optional<String> readsFrom() {
        return Optional.of(host);
    }

    private String inWords(IOException e) {
        String where = host + ":" + port;
        if (e instanceof SocketTimeoutException) {
            return where + " does not answer: is the device on, and is this its address?";
        }
        if (e instanceof NoRouteToHostException) {
            return where + " cannot be reached from here: check the network";
        }
        if (e instanceof ConnectException) {
            return where + " refuses the connection: is the serial server running on that port?";
        }
        return where + ": " + e.getMessage();
    }

    private static void closeQuietly(Socket socket, IOException reason) {
        try {
            socket.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private record TcpLine(Socket socket, InputStream in, String where) implements Line {
        @Override
        public int read(byte[] into) throws IOException {
            try {
                int count = in.read(into);
                if (count < 0) {
                    throw new IOException(where + " closed the connection: does another program read it, too?");
                }
                return count;
            } catch (SocketTimeoutException e) {
                return 0;
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // The socket is given up either way; the read that it ends reports the line as broken.
                LOG.log(System.Logger.Level.DEBUG, "closing the connection to " + where, e);
            }
        }
    }
}
