package energy.sem.cli.folder;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.cli.Sem;

import static org.assertj.core.api.Assertions.assertThat;

/** Which {@code ./sem up} a command finds by itself, and that each says alike how another is named. */
class RunningUpTest {
    private static final String CHECKOUT = "sem.checkout";

    @TempDir
    private Path checkout;

    private String before;

    @BeforeEach
    void move() {
        before = System.getProperty(CHECKOUT);
        System.setProperty(CHECKOUT, checkout.toString());
    }

    @AfterEach
    void moveBack() {
        if (before == null) {
            System.clearProperty(CHECKOUT);
        } else {
            System.setProperty(CHECKOUT, before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "demo"})
    void the_one_that_runs_is_found_and_one_that_has_ended_is_not(String name) {
        Path folder = checkout.resolve(".sem").resolve(name);
        try (DataFolder running = DataFolder.take(folder, DataFolder.Kind.REAL)) {
            assertThat(RunningUp.folder()).contains(running.path());
        }
        assertThat(RunningUp.folder()).isEmpty();
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("doctor"), List.of("contract", "compare", "pom.xml"), List.of("export", "--meter", "home"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void where_none_runs_each_command_says_how_another_is_named(List<String> command) {
        assertThat(errors(command))
                .contains(
                        "no ./sem up runs with a data folder of this checkout (.sem/data, .sem/demo): start one, or give"
                                + " the folder of the one that runs with --data DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "alarm test", "contract compare pom.xml", "export --meter home"})
    void a_folder_without_one_is_named(String command) {
        List<String> words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--data", checkout.toString()))
                .toList();

        assertThat(errors(words))
                .contains("no ./sem up runs with the data folder " + checkout + ": start one, or give the folder");
    }

    private static String errors(List<String> command) {
        PrintStream error = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            assertThat(Sem.commandLine().execute(command.toArray(String[]::new)))
                    .isNotZero();
            return bytes.toString(StandardCharsets.UTF_8);
        } finally {
            System.setErr(error);
        }
    }
}
