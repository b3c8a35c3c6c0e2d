package energy.sem.local.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTest {

    @TempDir
    Path folder;

    @Test
    void each_user_of_each_folder_has_another() throws Exception {
        Passwords here = Passwords.of(folder);
        Passwords there = Passwords.of(Files.createDirectory(folder.resolve("other")));
        assertThat(Arrays.stream(DatabaseUser.values())
                        .flatMap(user -> Arrays.asList(here.of(user), there.of(user)).stream()))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[A-Za-z0-9]{24}"));
    }

    @Test
    void they_are_kept_where_only_the_owner_reads_them() throws Exception {
        String first = Passwords.of(folder).of(DatabaseUser.INGEST);
        assertThat(Passwords.of(folder).of(DatabaseUser.INGEST)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void one_that_was_cut_off_is_made_again_and_the_others_stay() throws Exception {
        String history = Passwords.of(folder).of(DatabaseUser.HISTORY);
        Files.writeString(folder.resolve("passwords.properties"), "root=abc\nsem_history=" + history + "\n");
        Passwords repaired = Passwords.of(folder);
        assertThat(repaired.of(DatabaseUser.ROOT)).hasSize(24);
        assertThat(repaired.of(DatabaseUser.HISTORY)).isEqualTo(history);
    }
}
