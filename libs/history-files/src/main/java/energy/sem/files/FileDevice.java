package energy.sem.files;

import java.util.Objects;

/**
 * A meter as far as a file tells it apart.
 *
 * @param kind what it measures
 * @param serial as the file has it, or empty where the file has none; never for logs
 * @param generation 0, or 1 and more for what follows where a register fell: another meter, of which the file says no more
 */
public record FileDevice(FileDeviceKind kind, String serial, int generation) {

    public FileDevice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(serial);
        if (generation < 0) {
            throw new IllegalArgumentException("generation " + generation);
        }
    }

    /** The first of its kind in a file that names no meters. */
    public static FileDevice of(FileDeviceKind kind) {
        return new FileDevice(kind, "", 0);
    }

    /** Without its serial, so that it may stand in a log. */
    @Override
    public String toString() {
        return kind.word() + (generation == 0 ? "" : " (meter " + (generation + 1) + ")");
    }
}
