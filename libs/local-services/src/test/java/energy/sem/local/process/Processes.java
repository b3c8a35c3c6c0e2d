package energy.sem.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.awaitility.Awaitility.await;

/** What the tests ask the operating system about processes. */
public final class Processes {

    private Processes() {}

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
