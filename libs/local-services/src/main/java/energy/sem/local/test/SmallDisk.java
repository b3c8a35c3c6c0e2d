package energy.sem.local.test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system of its own in memory, which can be filled to the last byte: a full disk that is nobody else's. */
public final class SmallDisk implements AutoCloseable {
    private static final int USUAL_MEGABYTES = 200;
    private static final int FILLED_AT_ONCE = 1 << 20;

    private final Path folder;
    private final List<String> privilege;

    private SmallDisk(Path folder, List<String> privilege) {
        this.folder = folder;
        this.privilege = privilege;
    }

    /** Mounts one; empty where mounting is not allowed, neither to us nor through {@code sudo} without a password. */
    public static Optional<SmallDisk> mount() throws IOException {
        Path folder = Files.createTempDirectory("sem-small-disk-");
        Optional<SmallDisk> disk = mount(folder, USUAL_MEGABYTES);
        if (disk.isEmpty()) {
            Files.delete(folder);
        }
        return disk;
    }

    /** Mounts one of that size over an empty folder that is there. */
    public static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException {
        String size = "size=" + megabytes + "m,mode=777";
        for (List<String> privilege : List.of(List.<String>of(), List.of("sudo", "-n"))) {
            if (succeeds(privilege, "mount", "-t", "tmpfs", "-o", size, "sem-test", folder.toString())) {
                return Optional.of(new SmallDisk(folder, privilege));
            }
        }
        return Optional.empty();
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Writes until no byte is left. */
    public void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            // What is large fills it fast, what is small fills it whole.
            for (byte[] some : List.of(new byte[FILLED_AT_ONCE], new byte[4096])) {
                while (hasRoomFor(filler, some)) {
                    filler.flush();
                }
            }
        }
    }

    /** Gives the room back. */
    public void empty() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() throws IOException {
        if (!succeeds(privilege, "umount", "-l", folder.toString())) {
            throw new IOException("cannot unmount " + folder);
        }
        Files.delete(folder);
    }

    private static boolean hasRoomFor(OutputStream filler, byte[] some) {
        try {
            filler.write(some);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean succeeds(List<String> privilege, String... command) throws IOException {
        List<String> all = new ArrayList<>(privilege);
        all.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
