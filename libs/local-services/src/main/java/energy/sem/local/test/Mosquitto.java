package energy.sem.local.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;

/**
 * A real Mosquitto on a free port of the loopback, without persistence, as Debian's packages {@code mosquitto} and
 * {@code mosquitto-clients} bring it. It keeps its port when it is killed and started again. Not thread-safe.
 */
public final class Mosquitto implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Debian has the server where only root looks. */
    private static final List<String> MORE_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin");

    private static final String PASSWORDS_ONLY = "allow_anonymous false";

    private final Path program;
    private final Path folder;
    private final int port = FreePort.find();
    private final List<String> lines = new ArrayList<>();
    private ChildProcess process;

    private Mosquitto(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** One that lets everybody in; not started yet. Where there is none the test is skipped, and with {@code CI=true} it fails. */
    public static Mosquitto orSkip() {
        Optional<Path> program = find("mosquitto");
        if (program.isEmpty() || find("mosquitto_passwd").isEmpty()) {
            String needed = "needs Mosquitto (Debian: apt-get install mosquitto mosquitto-clients)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionFailedError(needed + ", and CI=true");
            }
            throw new TestAbortedException(needed);
        }
        try {
            return new Mosquitto(program.get(), Files.createTempDirectory("sem-mosquitto"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets in only this user, with this password, and those of other such calls. */
    public Mosquitto withUser(String user, String password) {
        Path file = folder.resolve("passwords");
        List<String> command =
                new ArrayList<>(List.of(find("mosquitto_passwd").orElseThrow().toString(), "-b"));
        if (!lines.contains(PASSWORDS_ONLY)) {
            command.add("-c");
            lines.add(PASSWORDS_ONLY);
            lines.add("password_file " + file);
        }
        command.addAll(List.of(file.toString(), user, password));
        run(command);
        return this;
    }

    /** Lets users do no more than these lines of an access list say, such as {@code topic readwrite sem/#}. */
    public Mosquitto withAccessList(String... access) {
        lines.add("acl_file " + write("access", List.of(access)));
        return this;
    }

    /** Lets nobody subscribe. An access list alone grants each subscription, and then sends nothing. */
    public Mosquitto withoutSubscriptions() {
        String rights =
                """
                {"defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true,
                 "subscribe": false, "unsubscribe": true}, "clients": [], "groups": [], "roles": []}""";
        lines.add("plugin " + dynamicSecurity());
        lines.add("plugin_opt_config_file " + write("rights.json", List.of(rights)));
        return this;
    }

    /** Speaks TLS, as who has this certificate. */
    public Mosquitto withTls(TestCertificate certificate) {
        lines.add("certfile " + certificate.certificateFile());
        lines.add("keyfile " + certificate.keyFile());
        return this;
    }

    /** Starts it and waits until it takes connections. */
    public Mosquitto start() {
        List<String> configuration = new ArrayList<>(List.of("listener " + port + " 127.0.0.1", "persistence false"));
        configuration.addAll(lines);
        if (!lines.contains(PASSWORDS_ONLY)) {
            configuration.add("allow_anonymous true");
        }
        // As root it would become a user who cannot read the test's files.
        configuration.add("user root");
        Path file = write("mosquitto.conf", configuration);
        process = ChildProcess.start(
                "Mosquitto", List.of(program.toString(), "-v", "-c", file.toString()), folder.resolve("log"));
        process.awaitReady(this::isListening, PATIENCE);
        return this;
    }

    /** Its port, whether it runs or not. */
    public int port() {
        return port;
    }

    /** {@code mqtt://127.0.0.1:port}. */
    public String address() {
        return "mqtt://127.0.0.1:" + port;
    }

    /** Ends it at once (SIGKILL); all that it kept is forgotten. */
    public void kill() {
        process.kill();
    }

    /** Stops its clock: connections stand, and nobody answers. */
    public void freeze() {
        process.freeze();
    }

    /** It goes on. */
    public void thaw() {
        process.thaw();
    }

    /** Its log, for a test that failed. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path write(String name, List<String> content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(command.get(0) + " ended with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path dynamicSecurity() {
        try (Stream<Path> files = Files.find(
                Path.of("/usr/lib"), 2, (file, attributes) -> file.endsWith("mosquitto_dynamic_security.so"))) {
            return files.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String name) {
        List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator)));
        folders.addAll(MORE_FOLDERS);
        return folders.stream()
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
