package energy.sem.cli.doctor;

import java.util.List;

import energy.sem.local.process.DiskRoom;

/** Whether there is room for the days to come. */
final class DiskCheck implements Check {
    /** About a day of one meter at 1 Hz, Kafka's part included. */
    private static final long LOW_MIB = 1024;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> look(Patient patient) {
        DiskRoom room = DiskRoom.of(patient.folder());
        long freeMib = room.freeBytes() >> 20;
        if (room.isFull()) {
            return List.of(Finding.fault(room.fullInWords(), "make room: everything goes on by itself"));
        }
        return List.of(
                freeMib >= LOW_MIB
                        ? Finding.well(freeMib + " MiB are free in " + patient.folder())
                        : Finding.fault(
                                "only " + freeMib + " MiB are left in " + patient.folder(),
                                "make room, or keep less: docs/operations.md#disk"));
    }
}
