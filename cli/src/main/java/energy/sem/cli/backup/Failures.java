package energy.sem.cli.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.DamagedArchiveException;
import energy.sem.local.process.DiskRoom;

/** What went wrong, for a person: what, where, what of it was kept, what to do. */
final class Failures {
    private Failures() {}

    /** Of writing a backup into a folder. */
    static StartFailure writing(Path folder, IOException e) {
        DiskRoom room = DiskRoom.of(existing(folder));
        if (room.isFull()) {
            return new StartFailure(
                    room.fullInWords()
                            + ". No backup was made and nothing of it is left; the backups before are whole.",
                    e);
        }
        return new StartFailure(
                "no backup was made in " + folder + ": "
                        + (e instanceof AccessDeniedException
                                ? "user " + System.getProperty("user.name") + " may not write there"
                                : e.getMessage())
                        + ". The backups before are whole.",
                e);
    }

    /** Of reading a backup. */
    static StartFailure reading(Path file, IOException e) {
        String why = e instanceof DamagedArchiveException
                ? e.getMessage()
                : e instanceof AccessDeniedException
                        ? "user " + System.getProperty("user.name") + " may not read it"
                        : e.getMessage();
        return new StartFailure(file + " cannot be used: " + why + ". Nothing was changed.", e);
    }

    /** Of the database, while something was done. */
    static StartFailure database(String doing, SQLException e) {
        return new StartFailure("the database failed while " + doing + ": " + e.getMessage(), e);
    }

    private static Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !there.toFile().exists()) {
            there = there.getParent();
        }
        return there;
    }
}
