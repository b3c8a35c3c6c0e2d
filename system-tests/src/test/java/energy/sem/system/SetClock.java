package energy.sem.system;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A wall clock that the test sets, for processes that are started with its variables. It goes on at the usual speed; what
 * measures spans is the machine's own. Made with the C compiler from {@code src/test/c/set_clock.c}.
 */
public final class SetClock {
    private static final Path SOURCE = Path.of("src/test/c/set_clock.c");

    private final Path library;
    private final Path file;

    private SetClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** Whether there is a C compiler to make one with. */
    public static boolean isPossible() {
        return compiler().isPresent() || "true".equals(System.getenv("CI"));
    }

    /** A clock kept in that folder. Where there is no C compiler the test is skipped, and with {@code CI=true} it fails. */
    public static SetClock orSkip(Path folder) throws IOException, InterruptedException {
        Optional<Path> compiler = compiler();
        if (compiler.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("no C compiler, and CI=true: install one (Debian: apt-get install gcc)");
        }
        Assumptions.assumeTrue(compiler.isPresent(), "needs a C compiler (Debian: apt-get install gcc libc6-dev)");
        Path library = folder.resolve("set_clock.so");
        Process compiling = new ProcessBuilder(
                        compiler.orElseThrow().toString(),
                        "-shared",
                        "-fPIC",
                        "-O2",
                        "-o",
                        library.toString(),
                        SOURCE.toString(),
                        "-ldl")
                .redirectErrorStream(true)
                .start();
        String said = new String(compiling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiling.waitFor()).as(said).isZero();
        SetClock clock = new SetClock(library, folder.resolve("clock"));
        clock.set(Instant.now());
        return clock;
    }

    /** Sets it, at once for everybody who lives by it. */
    public void set(Instant now) throws IOException {
        byte[] ahead = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(Duration.between(Instant.now(), now).toSeconds())
                .array();
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(ahead);
        }
    }

    /** What a process needs in its environment to live by this clock. */
    public Map<String, String> variables() {
        return Map.of("LD_PRELOAD", library.toString(), "WALL_CLOCK_FILE", file.toString());
    }

    private static Optional<Path> compiler() {
        return Stream.of("/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
