package energy.sem.cli.past;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import energy.sem.cli.Sem;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A server on loopback that a test plays, and the commands that are run against it. */
public final class PlayedServer implements AutoCloseable {
    private final HttpServer server;

    /** What a command ended with, and what it said. */
    public record Ran(int status, String out, String err) {}

    /** @param answers to each request */
    public PlayedServer(HttpHandler answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answers);
        server.start();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Runs {@code ./sem} with these arguments. */
    public static Ran run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            System.setErr(new PrintStream(complained, true, UTF_8));
            int status = Sem.commandLine().execute(arguments);
            return new Ran(status, said.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
