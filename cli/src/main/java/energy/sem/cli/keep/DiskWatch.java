package energy.sem.cli.keep;

import java.nio.file.Path;
import java.util.function.Consumer;

import energy.sem.local.process.DiskRoom;

/**
 * Says when the disk of the data folder becomes full and when it has room again: MariaDB and the gateway do not end on a full
 * disk, they wait, and nobody would know why. Used by one thread.
 */
public final class DiskWatch {
    private final Path folder;
    private final Consumer<String> screen;
    private boolean wasFull;

    /** @param screen takes what is to be said, whole lines */
    public DiskWatch(Path folder, Consumer<String> screen) {
        this.folder = folder;
        this.screen = screen;
    }

    /** Looks now, and says what is another than the time before. */
    public void look() {
        DiskRoom room = DiskRoom.of(folder);
        if (room.isFull() && !wasFull) {
            screen.accept(
                    room.fullInWords() + "; nothing more is stored until there is room, then it goes on by itself.");
        } else if (!room.isFull() && wasFull) {
            screen.accept("the disk has room again: " + (room.freeBytes() >> 20) + " MiB in " + folder + ".");
        }
        wasFull = room.isFull();
    }
}
