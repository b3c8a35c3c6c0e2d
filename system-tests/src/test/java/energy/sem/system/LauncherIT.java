package energy.sem.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The script {@code ./sem}: how it is called, what it finds, and what it builds. */
class LauncherIT {
    private static final Path SEM = Path.of(System.getProperty("sem.checkout"))
            .toAbsolutePath()
            .normalize()
            .resolve("sem");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "-h", "--help", "help up", "up --help", "ports -h", "help sensor-config"})
    void what_there_is_is_said_on_40_columns_with_status_0(String arguments) throws Exception {
        Launcher launcher = Launcher.built(temp.resolve("checkout"));

        Launcher.Said said = run(launcher.root().resolve("sem"), Map.of("COLUMNS", "40"), arguments);

        assertThat(said.status()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith("Usage: ./sem").contains("Options:");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version", "up --version"})
    void the_version_is_said_with_status_0(String arguments) throws Exception {
        Launcher.Said said = run(Launcher.built(temp.resolve("checkout")).root().resolve("sem"), Map.of(), arguments);

        assertThat(said.status()).isZero();
        assertThat(said.out()).matches("(?s)SEM [0-9]+\\.[0-9]+\\.[0-9]+.*Java [0-9]+.*");
    }

    @Test
    void it_works_through_symbolic_links_and_from_a_path_with_spaces() throws Exception {
        Launcher launcher = Launcher.built(temp.resolve("a path with spaces"));
        Path folder = Files.createDirectories(temp.resolve("bin"));
        Path relative = Files.createSymbolicLink(folder.resolve("sem 1"), Path.of("../a path with spaces/sem"));
        Path absolute = Files.createSymbolicLink(folder.resolve("sem2"), relative);

        for (Path script : new Path[] {launcher.root().resolve("sem"), relative, absolute}) {
            Launcher.Said said = run(script, Map.of(), "--version");
            assertThat(said.err()).isEmpty();
            assertThat(said.status()).isZero();
            assertThat(said.out()).startsWith("SEM ");
        }
    }

    @Test
    void an_unpacked_release_is_run_and_not_built() throws Exception {
        Launcher launcher = Launcher.released(temp.resolve("sem-1.2.3"));

        Launcher.Said said = run(launcher.root().resolve("sem"), Map.of("PATH", "/usr/bin:/bin"), "--help");

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith("Usage: ./sem COMMAND").contains("  ./sem up\n");
        assertThat(launcher.root().toFile().list()).containsExactlyInAnyOrder("sem", "lib");
    }

    @Test
    void called_by_another_name_it_says_that_name_in_its_help() throws Exception {
        Launcher launcher = Launcher.released(temp.resolve("share"));
        Path semctl =
                Files.createSymbolicLink(temp.resolve("semctl"), launcher.root().resolve("sem"));

        assertThat(run(semctl, Map.of(), "--help").out())
                .startsWith("Usage: semctl COMMAND")
                .contains("  semctl up\n")
                .doesNotContain("./sem");
        assertThat(run(semctl, Map.of(), "help doctor").out()).startsWith("Usage: semctl doctor");
    }

    @Test
    void a_read_only_checkout_that_is_built_runs_as_it_is() throws Exception {
        Launcher launcher = Launcher.built(temp.resolve("checkout"));
        Path root = launcher.root();
        boolean isMounted = run("mount", "--bind", root.toString(), root.toString())
                && run("mount", "-o", "remount,ro,bind", root.toString());
        if (!isMounted && "true".equals(System.getenv("CI"))) {
            fail("a folder can be made read-only by root only, and CI=true");
        }
        assumeTrue(isMounted, "skipped: only root can make a folder read-only for itself");
        try {
            Launcher.Said said = run(root.resolve("sem"), Map.of(), "--version");
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).startsWith("SEM ");

            Launcher.Said up = run(root.resolve("sem"), Map.of("HOME", temp.toString()), "up --meter=a=push");
            assertThat(up.status()).isEqualTo(1);
            assertThat(up.err()).contains("the data folder " + root.resolve(".sem/data") + " cannot be written");
        } finally {
            run("umount", root.toString());
        }
    }

    @Test
    void of_two_at_the_same_moment_one_builds_and_the_other_waits() throws Exception {
        Launcher launcher = Launcher.unbuilt(temp.resolve("checkout"));
        Path bin = launcher.slowMaven(temp.resolve("bin"), Launcher.built(temp.resolve("result")));
        Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
        Path script = launcher.root().resolve("sem");

        Process one = Launcher.start(script, path, "--version");
        Process other = Launcher.start(script, path, "--version");
        Launcher.Said first = Launcher.said(one);
        Launcher.Said second = Launcher.said(other);

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(Files.readAllLines(bin.resolve("builds"))).hasSize(1);
        assertThat((first.err() + second.err()).lines().sorted().toList())
                .satisfiesExactly(
                        waiting -> assertThat(waiting)
                                .matches("another ./sem \\(process [0-9]+\\) is building; waiting for it …"),
                        building -> assertThat(building).startsWith("building (first time takes a few minutes) …"));
        assertThat(launcher.root().resolve(".sem").toFile().list()).containsExactlyInAnyOrder("built", "build.log");
    }

    @Test
    void the_lock_of_a_build_that_was_killed_is_taken_over() throws Exception {
        Launcher launcher = Launcher.unbuilt(temp.resolve("checkout"));
        Path bin = launcher.slowMaven(temp.resolve("bin"), Launcher.built(temp.resolve("result")));
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Files.createSymbolicLink(
                Files.createDirectories(launcher.root().resolve(".sem")).resolve("building"),
                Path.of(Long.toString(dead.pid())));

        Launcher.Said said =
                run(launcher.root().resolve("sem"), Map.of("PATH", bin + ":" + System.getenv("PATH")), "--version");

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("SEM ");
    }

    @Test
    void a_jdk_that_is_too_old_is_named_with_its_version() throws Exception {
        Path java = Files.createDirectories(temp.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run(SEM, Map.of("JAVA_HOME", temp.toString()), "up"))
                .isEqualTo(new Launcher.Said(
                        1,
                        "",
                        "sem: a JDK of version 17 or newer is needed and " + java
                                + " is version 11: install one and set JAVA_HOME to it.\n"));
    }

    @Test
    void a_folder_without_java_is_named() throws Exception {
        assertThat(run(SEM, Map.of("JAVA_HOME", temp.toString()), "up"))
                .isEqualTo(new Launcher.Said(
                        1,
                        "",
                        "sem: no Java was found in JAVA_HOME (" + temp + "): install a JDK of version 17 or newer.\n"));
    }

    private static Launcher.Said run(Path script, Map<String, String> environment, String arguments) throws Exception {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
        return Launcher.said(Launcher.start(script, environment, words));
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
