package energy.sem.cli.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in a data folder whether its {@code ./sem up} runs home-bridge: whoever looks at it later has other settings. */
public final class BridgeMark {
    private BridgeMark() {}

    /** Whether it does, or did when it last ran. */
    public static boolean is(Path folder) {
        return Files.exists(file(folder));
    }

    /** Sets or takes away the mark. */
    public static void set(Path folder, boolean isOn) {
        try {
            if (isOn) {
                Files.createDirectories(file(folder).getParent());
                Files.writeString(file(folder), "");
            } else {
                Files.deleteIfExists(file(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("bridge/on");
    }
}
