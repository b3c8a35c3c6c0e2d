package energy.sem.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A main class in a JVM of its own, which a test ends, politely or not; never left behind. */
public final class OtherJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;

    private OtherJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a main class on this JVM's class path, with its output in a new file. */
    public static OtherJvm start(Path output, Class<?> main, String... arguments) throws IOException {
        return start(output, List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /** The same with a prefix such as {@code setpriv …} and another class path. */
    public static OtherJvm start(Path output, List<String> prefix, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new OtherJvm(process, output);
    }

    public String output() {
        return Processes.read(output).strip();
    }

    /** Waits until its output has this text. */
    public void awaitOutput(String text) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).as(output()).isTrue();
            return output().contains(text);
        });
    }

    /** Waits for its end. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end (SIGTERM) and waits for it. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Ends it at once (SIGKILL) and waits for it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
