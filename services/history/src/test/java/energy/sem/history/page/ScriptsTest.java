package energy.sem.history.page;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The scripts of the page: their format, what a linter finds, their unit tests. {@code src/test/js/check} does it. */
class ScriptsTest {
    private static final Path CHECK = Path.of("src/test/js/check");
    private static final int LONGEST_MINUTES = 5;
    /** What only someone without the network or the registry's packages sees: no fault of the scripts. */
    private static final int NPM_FAILED = 3;

    @BeforeAll
    static void node() {
        boolean there = Stream.of("node", "npm").allMatch(ScriptsTest::isInstalled);
        if (!there && isCi()) {
            Assertions.fail("no Node, and CI=true: install it (Debian: apt-get install nodejs npm)");
        }
        Assumptions.assumeTrue(there, "needs Node 20.19 or newer with npm");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "test, calendar and comparison and words pass their unit tests",
        "format, they are formatted: else src/test/js/check write",
        "lint, the linter finds nothing",
    })
    void the_scripts_of_the_page(String what, String words) throws Exception {
        Path output = Files.createTempFile("scripts", ".txt");
        try {
            Process check = new ProcessBuilder(CHECK.toAbsolutePath().toString(), what)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(check.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                    .as("it ends")
                    .isTrue();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (check.exitValue() == NPM_FAILED && !isCi()) {
                Assumptions.abort("npm brings no " + what + ": " + said);
            }
            assertThat(check.exitValue()).as(words + "%n%s", said).isZero();
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
