package energy.sem.cli.backup.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.test.SmallDisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackupFolderTest {
    private static final Instant NIGHT = Instant.parse("2026-11-29T02:15:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_file_gets_its_name_when_it_is_whole_and_only_its_owner_reads_it() throws IOException {
        BackupFolder backups = new BackupFolder(folder.resolve("made"));

        Path file = backups.write(BackupFile.name(NIGHT, ""), out -> {
            assertThat(backups.list()).isEmpty();
            out.write(1);
        });

        assertThat(file).hasFileName("sem-20261129-021500Z.semb").hasBinaryContent(new byte[] {1});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(backups.newest()).contains(new BackupFile(file, NIGHT, false));
    }

    @Test
    void of_a_file_that_cannot_be_written_to_its_end_nothing_is_left() throws IOException {
        BackupFolder backups = new BackupFolder(folder);

        assertThatThrownBy(() -> backups.write(BackupFile.name(NIGHT, ""), out -> {
                    out.write(1);
                    throw new IOException("the cable");
                }))
                .hasMessage("the cable");

        assertThat(names()).isEmpty();
    }

    @Test
    void what_a_killed_writer_left_is_deleted_by_the_next() throws IOException {
        Files.writeString(folder.resolve("sem-20261128-021500Z.semb.part"), "half");
        Files.writeString(folder.resolve("somebody-elses.part"), "not ours");

        new BackupFolder(folder).write(BackupFile.name(NIGHT, ""), out -> out.write(1));

        assertThat(names()).containsExactlyInAnyOrder("sem-20261129-021500Z.semb", "somebody-elses.part");
    }

    @Test
    void on_a_full_disk_nothing_is_left_and_the_backup_before_is_whole() throws IOException {
        Optional<SmallDisk> mounted = SmallDisk.mount();
        Assumptions.assumeTrue(mounted.isPresent(), "mounting is not allowed here");
        try (SmallDisk disk = mounted.orElseThrow()) {
            BackupFolder backups = new BackupFolder(disk.folder());
            Path before = backups.write(BackupFile.name(NIGHT, ""), out -> out.write(1));
            disk.fill();

            assertThatThrownBy(() -> backups.write(
                            BackupFile.name(NIGHT.plusSeconds(1), ""), out -> out.write(new byte[1 << 20])))
                    .isInstanceOf(IOException.class);

            assertThat(backups.list()).extracting(BackupFile::path).containsExactly(before);
            assertThat(before).hasBinaryContent(new byte[] {1});
        }
    }

    @Test
    void pruning_leaves_what_is_not_ours_and_what_was_made_before_something() throws IOException {
        BackupFolder backups = new BackupFolder(folder);
        backups.write(BackupFile.name(NIGHT, ""), out -> out.write(1));
        backups.write(BackupFile.name(NIGHT.plusSeconds(60), ""), out -> out.write(1));
        backups.write(BackupFile.name(NIGHT.plusSeconds(30), "restore"), out -> out.write(1));
        Files.writeString(folder.resolve("holiday.jpg"), "x");

        assertThat(backups.prune())
                .extracting(each -> each.path().getFileName().toString())
                .containsExactly("sem-20261129-021500Z.semb");

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "sem-20261129-021600Z.semb", "sem-20261129-021530Z-before-restore.semb", "holiday.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sem-20261129-021500Z.semb.part",
                "sem-20261329-021500Z.semb",
                "sem-20261129-021500.semb",
                "my-sem-20261129-021500Z.semb",
                "sem-20261129-021500Z.semb.gpg"
            })
    void another_name_is_no_backup_of_ours(String name) {
        assertThat(BackupFile.of(Path.of(name))).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
