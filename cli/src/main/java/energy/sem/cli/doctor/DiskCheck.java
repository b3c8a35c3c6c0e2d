package energy.sem.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import energy.sem.local.process.DiskRoom;

/** Whether there is room for the days to come, on each disk that readings are kept on. */
final class DiskCheck implements Check {
    /** About a day of one meter at 1 Hz, Kafka's part included. */
    private static final long LOW_MIB = 1024;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> look(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        Set<FileStore> seen = new HashSet<>();
        for (Path folder : patient.stores()) {
            if (isAnotherDisk(folder, seen)) {
                findings.add(look(folder));
            }
        }
        return findings;
    }

    private static Finding look(Path folder) {
        DiskRoom room = DiskRoom.of(folder);
        long freeMib = room.freeBytes() >> 20;
        if (room.isFull()) {
            return Finding.fault(room.fullInWords(), "make room: everything goes on by itself");
        }
        return freeMib >= LOW_MIB
                ? Finding.well(freeMib + " MiB are free in " + folder)
                : Finding.fault(
                        "only " + freeMib + " MiB are left in " + folder,
                        "make room, or keep less: docs/operations.md#disk");
    }

    private static boolean isAnotherDisk(Path folder, Set<FileStore> seen) {
        try {
            return seen.add(Files.getFileStore(folder));
        } catch (IOException e) {
            // One whose disk cannot be told is looked at by itself.
            return true;
        }
    }
}
