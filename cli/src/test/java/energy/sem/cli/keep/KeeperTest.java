package energy.sem.cli.keep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.folder.Ends;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.KeptProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** With a real program, that runs as long as a file allows it to. */
class KeeperTest {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void what_does_not_start_five_times_is_tried_until_it_does_and_what_ends_again_is_brought_back_again()
            throws Exception {
        Program program = new Program(folder);
        Files.createFile(program.allowed());
        program.restart();
        try (Keeper keeper = Keeper.of(program, folder, new Pauses(FIRST_PAUSE), said::add)) {
            assertThat(keeper).isNotNull();
            Files.delete(program.allowed());
            program.process.kill();
            await().atMost(Duration.ofSeconds(20)).until(() -> program.starts.get() > 1 + 5);
            Files.createFile(program.allowed());
            await().atMost(Duration.ofSeconds(30)).until(() -> said.size() == 3);
            long pid = program.process.pid();
            program.process.kill();
            await().atMost(Duration.ofSeconds(60)).until(() -> said.size() == 5);

            assertThat(program.process.pid()).isNotEqualTo(pid);
        } finally {
            program.process.close();
        }
        assertThat(said.get(0)).isEqualTo("Program was killed by signal 9; Program is started again in 0 s.");
        assertThat(said.get(1))
                .startsWith("Program did not start: Program ended by itself (exit code 3): error: not allowed");
        assertThat(said.get(2)).startsWith("Program is back after ").contains(", at try ");
        assertThat(said.get(3)).startsWith("Program was killed by signal 9; Program is started again in ");
        assertThat(said.get(4)).startsWith("Program is back after ");
        assertThat(Ends.since(folder, Instant.EPOCH))
                .as("for who looks later")
                .extracting(Ends.End::part, Ends.End::cause)
                .containsExactly(
                        tuple("Program", "Program was killed by signal 9"),
                        tuple("Program", "Program was killed by signal 9"));
    }

    @Test
    void what_is_kept_no_longer_is_not_started_again() throws Exception {
        Program program = new Program(folder);
        Files.createFile(program.allowed());
        program.restart();
        Keeper.of(program, folder, new Pauses(FIRST_PAUSE), said::add).close();
        program.process.kill();

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> program.starts.get() == 1);
        assertThat(said).isEmpty();
    }

    @Test
    void what_says_that_it_cannot_go_on_is_ended_and_brought_back() throws Exception {
        Program program = new Program(folder);
        Files.createFile(program.allowed());
        program.restart();
        try (Keeper keeper = Keeper.of(program, folder, new Pauses(FIRST_PAUSE), said::add)) {
            assertThat(keeper).isNotNull();
            long pid = program.process.pid();
            program.cannotGoOn = true;
            await().atMost(Duration.ofSeconds(60)).until(() -> said.size() == 2);

            assertThat(program.process.pid()).isNotEqualTo(pid);
        } finally {
            program.process.close();
        }
        assertThat(said.get(0)).isEqualTo("Program said that it cannot go on; Program is started again in 0 s.");
        assertThat(said.get(1)).startsWith("Program is back after ");
    }

    private static final class Program implements KeptProcess {
        private final Path folder;
        private volatile ChildProcess process;
        private volatile boolean cannotGoOn;
        private final AtomicInteger starts = new AtomicInteger();

        Program(Path folder) {
            this.folder = folder;
        }

        Path allowed() {
            return folder.resolve("allowed");
        }

        @Override
        public String name() {
            return "Program";
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void restart() {
            Path ready = folder.resolve("ready" + starts.incrementAndGet());
            String script = "[ -e '" + allowed() + "' ] || { echo 'error: not allowed'; exit 3; }; : >'" + ready
                    + "'; exec sleep 600";
            process = ChildProcess.start("Program", List.of("/bin/sh", "-c", script), folder.resolve("log"));
            process.awaitReady(() -> Files.exists(ready), Duration.ofSeconds(20));
        }

        @Override
        public Optional<String> endIfItCannotGoOn() {
            if (!cannotGoOn) {
                return Optional.empty();
            }
            cannotGoOn = false;
            process.kill();
            return Optional.of("Program said that it cannot go on");
        }

        @Override
        public boolean isReady() {
            return isAlive();
        }

        @Override
        public String endInWords() {
            return process.endInWords();
        }
    }
}
