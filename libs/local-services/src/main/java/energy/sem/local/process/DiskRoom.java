package energy.sem.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much room a disk has.
 *
 * @param folder a folder on it
 * @param freeBytes what this user may still write; {@link Long#MAX_VALUE} when the system does not tell
 */
public record DiskRoom(Path folder, long freeBytes) {

    /** With less neither Kafka nor MariaDB writes its next record. */
    private static final long FULL_BYTES = 1 << 20;

    /** Looks now. */
    public static DiskRoom of(Path folder) {
        try {
            return new DiskRoom(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return new DiskRoom(folder, Long.MAX_VALUE);
        }
    }

    public boolean isFull() {
        return freeBytes < FULL_BYTES;
    }

    /** {@code the disk is full: 0 bytes left in /folder}. */
    public String fullInWords() {
        return "the disk is full: " + freeBytes + " bytes left in " + folder;
    }
}
