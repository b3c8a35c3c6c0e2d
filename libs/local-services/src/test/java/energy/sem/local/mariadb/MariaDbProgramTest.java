package energy.sem.local.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.local.LocalServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MariaDbProgramTest {

    @TempDir
    Path folder;

    @Test
    void an_installed_server_with_debians_folders_and_script_names_serves() throws Exception {
        Path mariadbd = installLikeDebian();
        List<MariaDbProgram> installed =
                MariaDbProgram.installedIn(List.of(folder.resolve("bin"), mariadbd.getParent()));
        MariaDbProgram program = MariaDbProgram.firstThatRuns(installed, "none");
        assertThat(program.mariadbd()).isEqualTo(mariadbd);
        assertThat(program.script("system_tables.sql").getFileName()).hasToString("mysql_system_tables.sql");
        try (LocalMariaDb database = LocalMariaDb.start(folder.resolve("data"), 0, program);
                Connection history = database.connect(DatabaseUser.HISTORY)) {
            assertThat(history.isValid(5)).isTrue();
        }
    }

    @Test
    void without_a_server_one_line_says_what_to_install() {
        assertThatThrownBy(() -> MariaDbProgram.firstThatRuns(List.of(), "None for Linux on aarch64"))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll("None for Linux on aarch64: install", "apt install mariadb-server")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            echo 'mariadbd  Ver 10.6.12-MariaDB for debian'    | MariaDB 10.6 and too old
            echo 'mysqld  Ver 8.0.36 for Linux on x86_64'      | MariaDB 8.0 and too old
            echo 'libsystemd.so.0: cannot open' >&2; exit 127  | libsystemd.so.0: cannot open
            exit 0                                             | does not run here
            """)
    void a_server_that_is_too_old_or_does_not_run_is_reported(String script, String reason) throws Exception {
        MariaDbProgram program = new MariaDbProgram(program(script), folder);
        assertThatThrownBy(() -> MariaDbProgram.firstThatRuns(List.of(program), "none"))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll(program.mariadbd().toString(), reason, "apt install mariadb-server");
    }

    @Test
    void one_that_runs_is_taken_instead_of_one_that_does_not() throws Exception {
        MariaDbProgram broken = new MariaDbProgram(program("exit 1"), folder);
        MariaDbProgram real = MariaDbProgram.find();
        assertThat(MariaDbProgram.firstThatRuns(List.of(broken, real), "none")).isEqualTo(real);
    }

    @Test
    void a_program_without_its_scripts_is_not_taken() throws Exception {
        assertThat(MariaDbProgram.installedIn(List.of(program("exit 0").getParent())))
                .isEmpty();
    }

    private Path program(String script) throws Exception {
        Path mariadbd = Files.createDirectories(folder.resolve("broken/sbin")).resolve("mariadbd");
        Files.writeString(mariadbd, "#!/bin/sh\n" + script + "\n");
        assertThat(mariadbd.toFile().setExecutable(true)).isTrue();
        return mariadbd;
    }

    /** The server of this machine under the folders and names of Debian's package of 10.11. */
    private Path installLikeDebian() throws Exception {
        MariaDbProgram real = MariaDbProgram.find();
        Path share = Files.createDirectories(folder.resolve("usr/share/mysql"));
        try (var files = Files.list(real.share())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Files.createSymbolicLink(share.resolve(name.replaceFirst("^mariadb_", "mysql_")), file);
            }
        }
        Path sbin = Files.createDirectories(folder.resolve("usr/sbin"));
        return Files.createSymbolicLink(sbin.resolve("mariadbd"), real.mariadbd());
    }
}
