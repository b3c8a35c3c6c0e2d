package energy.sem.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose first line is a key. */
public final class KeyFile {
    private KeyFile() {}

    /**
     * The key, without blanks around it.
     *
     * @throws IOException when the file cannot be read, or its first line is empty
     */
    public static String read(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .orElseThrow(() -> new IOException("its first line is empty"));
    }
}
