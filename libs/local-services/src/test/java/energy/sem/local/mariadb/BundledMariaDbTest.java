package energy.sem.local.mariadb;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.OtherJvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Timeout(900)
class BundledMariaDbTest {

    @TempDir
    Path folder;

    @Test
    void processes_that_start_together_unpack_it_once_and_later_ones_reuse_it() throws Exception {
        assumeBundled();
        Path cache = folder.resolve("cache");
        List<OtherJvm> jvms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jvms.add(OtherJvm.start(folder.resolve("out" + i), Unpack.class, cache.toString()));
        }
        for (OtherJvm jvm : jvms) {
            assertThat(jvm.awaitExit()).as(jvm.output()).isZero();
        }
        assertThat(jvms).extracting(OtherJvm::output).containsOnly(jvms.get(0).output());
        Path mariadbd = Path.of(jvms.get(0).output());
        assertThat(mariadbd).isExecutable().startsWith(cache);
        try (var files = Files.list(cache)) {
            assertThat(files).hasSize(2).noneMatch(file -> file.toString().endsWith(".part"));
        }
        FileTime unpackedAt = Files.getLastModifiedTime(mariadbd);
        try (OtherJvm later = OtherJvm.start(folder.resolve("out3"), Unpack.class, cache.toString())) {
            assertThat(later.awaitExit()).isZero();
        }
        assertThat(Files.getLastModifiedTime(mariadbd)).isEqualTo(unpackedAt);
    }

    @Test
    void a_cache_that_cannot_be_written_is_named_with_the_setting_that_moves_it() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> assumeBundled().unpackedIn(file.resolve("cache")))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll(file.resolve("cache").toString(), "-Dsem.local.cache");
    }

    private static BundledMariaDb assumeBundled() {
        Optional<BundledMariaDb> bundled = BundledMariaDb.forThisMachine();
        assumeTrue(bundled.isPresent(), "no MariaDB comes with SEM for this machine");
        return bundled.get();
    }

    /** Unpacks into the cache given and prints where the program is. */
    static final class Unpack {

        private Unpack() {}

        public static void main(String[] arguments) {
            BundledMariaDb bundled = BundledMariaDb.forThisMachine().orElseThrow();
            PrintStream out = System.out;
            out.println(bundled.unpackedIn(Path.of(arguments[0])).mariadbd());
        }
    }
}
