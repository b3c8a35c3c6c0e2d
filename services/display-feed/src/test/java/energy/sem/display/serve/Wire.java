package energy.sem.display.serve;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP as bytes on a socket: what a small client would see, with nothing made prettier by a library. */
final class Wire {
    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** Sends a head as it is (lines separated by newlines) and reads one answer. */
    Reply send(String head) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(new DataInputStream(socket.getInputStream()), head.startsWith("HEAD"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A GET with the headers given as name, value, name, value … */
    Reply get(String target, String... headers) {
        return send("GET " + target + " HTTP/1.1\nHost: localhost\n" + lines(headers));
    }

    /** The same as HEAD. */
    Reply head(String target, String... headers) {
        return send("HEAD " + target + " HTTP/1.1\nHost: localhost\n" + lines(headers));
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            lines.append(headers[i]).append(": ").append(headers[i + 1]).append('\n');
        }
        return lines.toString();
    }

    private static Reply read(DataInputStream in, boolean headOnly) throws IOException {
        String statusLine = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        byte[] body = new byte[0];
        if (!headOnly && headers.containsKey("Content-Length")) {
            body = in.readNBytes(Integer.parseInt(headers.get("Content-Length")));
        }
        // Whatever came beyond what was promised would be taken for the next answer by a device.
        int surplus = in.available();
        return new Reply(status, new LinkedHashMap<>(headers), body, surplus);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended within the head, after: " + line);
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** One answer. */
    static final class Reply {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;
        private final int surplus;

        private Reply(int status, Map<String, String> headers, byte[] body, int surplus) {
            this.status = status;
            this.headers = headers;
            this.body = body;
            this.surplus = surplus;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        /** How many bytes came after the end. */
        int surplus() {
            return surplus;
        }

        /** The header, whatever the case of its name. */
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        String must(String name) {
            return header(name).orElseThrow(() -> new AssertionError("no " + name + " in " + headers));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
