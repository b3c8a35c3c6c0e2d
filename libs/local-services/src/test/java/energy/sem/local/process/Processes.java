package energy.sem.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.awaitility.Awaitility.await;

/** What the tests ask the operating system about processes. */
public final class Processes {

    private Processes() {}

    /** Starts a main class of this class path in a JVM of its own, with its output in a file. */
    public static Process startJvm(Path output, Class<?> main, String... arguments) throws IOException {
        return startJvm(output, List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /** The same with a prefix such as {@code setpriv …} and another class path. */
    public static Process startJvm(
            Path output, List<String> prefix, String classPath, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Whether a program runs in this process: not when it is a zombie that nobody has waited for. */
    public static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .filter(handle -> handle.info().command().isPresent())
                .isPresent();
    }

    /**
     * The command lines of the programs that run with this folder in them. From /proc where there is one: the JVM tells
     * no command line longer than a page, and class paths are.
     */
    public static List<String> mentioning(Path folder) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .filter(Processes::runs)
                .map(Processes::commandLine)
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    /** Waits until no program runs that has this folder in its command line. */
    public static void awaitNoneMentioning(Path folder) {
        await().atMost(Duration.ofMinutes(1)).until(() -> mentioning(folder).isEmpty());
    }

    private static String commandLine(long pid) {
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ');
            }
            Process ps = new ProcessBuilder("ps", "-ww", "-o", "command=", "-p", Long.toString(pid)).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It has ended since it was listed.
            return "";
        }
    }

    /** The file's text, empty while it is absent. */
    public static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
