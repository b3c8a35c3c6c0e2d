package energy.sem.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Why real programs ended. The log lines are those that Kafka's and MariaDB's own versions write. */
class EndInWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kill -9 $$                                    | Part was killed by signal 9",
                "kill -15 $$                                   | Part was killed by signal 15",
                "kill -6 $$                                    | Part was killed by signal 6",
                "echo 'No space left on device'; kill -9 $$    | Part was killed by signal 9",
                "echo 'java.io.IOException: No space left on device'; exit 1 | the disk was full: Part found no space",
                "echo '[ERROR] InnoDB: Error number 28 means, (errno: 28 \"No space left\")'; exit 1 | the disk was full",
                "echo '[ERROR] mariadbd: Disk is full writing x (Errcode: 28)'; kill -6 $$           | the disk was full",
                "echo 'Bind on TCP/IP port. Got error: 98: Address already in use'; exit 1 | Part cannot open its port, something else listens there",
                "echo 'ERROR [io.qua.run.Application] Port 8081 seems to be in use by another process.'; exit 1 | Part cannot open its port",
                "echo 'Terminating due to java.lang.OutOfMemoryError: Java heap space'; exit 3 | Part ran out of memory",
                "echo 'ERROR no such setting'; exit 1          | Part ended by itself (exit code 1): ERROR no such setting (see ",
                "exit 0                                        | Part ended by itself (exit code 0): no error in its log",
                "printf 'error \\377\\n'; exit 7               | Part ended by itself (exit code 7): error"
            })
    void the_cause_is_found_in_exit_value_and_log(String script, String words) throws Exception {
        assertThat(end(script)).startsWith(words);
    }

    @Test
    void what_an_earlier_run_logged_is_not_the_cause() throws Exception {
        Files.writeString(log(), "ERROR No space left on device\n");

        assertThat(end("exit 5"))
                .isEqualTo("Part ended by itself (exit code 5): no error in its log (see " + log() + ")");
    }

    @Test
    void a_log_of_months_is_read_from_its_end_alone() throws Exception {
        Files.writeString(log(), ("x".repeat(1023) + "\n").repeat(2048));
        Files.writeString(log(), "java.net.BindException: Address already in use\n", StandardOpenOption.APPEND);

        assertThat(EndInWords.of("Part", 1, log(), 0))
                .isEqualTo("Part cannot open its port, something else listens there");
    }

    @Test
    void without_a_log_the_exit_value_is_said() {
        assertThat(EndInWords.of("Part", 1, log(), 0)).isEqualTo("Part ended by itself (exit code 1): it left no log");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String end(String script) throws IOException {
        try (ChildProcess child = ChildProcess.start("Part", List.of("/bin/sh", "-c", script), log())) {
            await().until(() -> !child.isAlive());
            return child.endInWords();
        }
    }
}
