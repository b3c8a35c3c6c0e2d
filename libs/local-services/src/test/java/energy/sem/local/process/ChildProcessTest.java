package energy.sem.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.LocalServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(120)
class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void output_goes_to_the_log_and_the_program_has_the_pid_of_the_child() {
        Path log = folder.resolve("log");
        try (ChildProcess child = ChildProcess.start("Echo", List.of("sh", "-c", "echo I am $$; exec sleep 60"), log)) {
            await().until(() -> Processes.read(log), text -> text.equals("I am " + child.pid() + "\n"));
        }
    }

    @Test
    void stop_ends_the_program_and_its_watcher() {
        ChildProcess child = ChildProcess.start("Sleep", sleepMarked(), folder.resolve("log"));
        await().until(() -> Processes.mentioning(folder).size() == 2);
        child.stop(Duration.ofSeconds(10));
        assertThat(child.isAlive()).isFalse();
        Processes.awaitNoneMentioning(folder);
    }

    @Test
    void a_program_that_ignores_the_request_to_end_is_killed() {
        Path log = folder.resolve("log");
        ChildProcess child = ChildProcess.start(
                "Stubborn", List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"), log);
        await().until(() -> Processes.read(log).contains("deaf"));
        child.stop(Duration.ofMillis(300));
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_program_that_ends_at_its_start_is_reported_with_the_error_in_its_log() {
        Path log = folder.resolve("log");
        ChildProcess child = ChildProcess.start("Broken", List.of("sh", "-c", "echo '[ERROR] no disk'; exit 3"), log);
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(20)))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll("Broken", "exit code 3", "no disk", log.toString());
    }

    @Test
    void a_program_that_never_gets_ready_is_reported() {
        try (ChildProcess child = ChildProcess.start("Slow", sleepMarked(), folder.resolve("log"))) {
            assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(100)))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContaining("Slow was not ready");
        }
    }

    @Test
    void a_program_that_does_not_exist_is_reported() {
        ChildProcess child =
                ChildProcess.start("Absent", List.of(folder.resolve("nothing").toString()), folder.resolve("log"));
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(20)))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContaining("exit code 127");
    }

    @Test
    void the_child_of_a_killed_jvm_ends() throws Exception {
        try (OtherJvm parent = OtherJvm.start(folder.resolve("out"), Sleeper.class, folder.toString())) {
            await().atMost(Duration.ofSeconds(60))
                    // The JVM, the program and its watcher.
                    .until(() -> Processes.mentioning(folder).size() == 3);
            parent.kill();
            Processes.awaitNoneMentioning(folder);
        }
    }

    @Test
    void ctrl_c_in_the_terminal_does_not_reach_the_program() {
        Path log = folder.resolve("log");
        List<String> command = List.of("sh", "-c", "kill -INT $$; echo still here; exec sleep 60");
        try (ChildProcess child = ChildProcess.start("Deaf", command, log)) {
            await().until(() -> Processes.read(log).equals("still here\n"));
            assertThat(child.isAlive()).isTrue();
        }
    }

    private List<String> sleepMarked() {
        return sleepMarked(folder);
    }

    private static List<String> sleepMarked(Path folder) {
        return List.of("sh", "-c", "while :; do sleep 1; done", folder.toString());
    }

    /** The parent that is killed. */
    static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            ChildProcess.start("Sleep", sleepMarked(folder), folder.resolve("log"));
            Thread.currentThread().join();
        }
    }
}
