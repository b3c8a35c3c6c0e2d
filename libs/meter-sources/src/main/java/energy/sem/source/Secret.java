package energy.sem.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret of a setting: itself, or {@code @} and a file that has it. Shows nothing of itself. Immutable. */
public final class Secret {
    private static final int LARGEST_BYTES = 16 * 1024;

    private final String given;

    private Secret(String given) {
        this.given = given;
    }

    /** The secret that a setting gives; not read before {@link #read}. */
    public static Secret of(String given) {
        return new Secret(given.strip());
    }

    /** Whether a file has it, which may not be there yet. */
    public boolean isInFile() {
        return given.startsWith("@");
    }

    /**
     * The secret, of a file its whole text, without blanks around it; read anew each time, so that another one may be put there.
     *
     * @throws IOException whose message says which file cannot be read
     */
    public String read() throws IOException {
        if (!isInFile()) {
            return given;
        }
        try {
            Path file = Path.of(given.substring(1));
            if (Files.size(file) > LARGEST_BYTES) {
                throw new IOException("it is too large");
            }
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new IOException("it is empty");
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            throw new IOException(
                    "the file " + given.substring(1) + " with the secret cannot be read: check the path and its rights",
                    e);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
