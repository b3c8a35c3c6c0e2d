package energy.sem.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as Linux tells this user ({@code proc(5)}: /proc/net/tcp and /proc/PID/fd). */
public final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Such as {@code process 1234 (java)}; empty on other systems and for other users' processes. */
    public static Optional<String> find(int port) {
        Optional<String> inode = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(file -> lines(Path.of(file)).stream())
                .flatMap(line -> inode(line, port).stream())
                .findFirst();
        return inode.flatMap(PortOwner::process);
    }

    private static Optional<String> inode(String line, int port) {
        String[] words = line.strip().split(" +", -1);
        String end = String.format(":%04X", port);
        return words.length > 9 && words[1].endsWith(end) && words[3].equals(LISTENING)
                ? Optional.of(words[9])
                : Optional.empty();
    }

    private static Optional<String> process(String inode) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
            for (Path process : processes) {
                if (holds(process, "socket:[" + inode + "]")) {
                    String name = String.join("", lines(process.resolve("comm")));
                    return Optional.of("process " + process.getFileName() + (name.isEmpty() ? "" : " (" + name + ")"));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // Another user's process, or one that has just ended: not ours to look into.
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
