package energy.sem.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets of settings, which stand there themselves or in a file. Stateless. */
public final class Secrets {
    private Secrets() {}

    /**
     * The secret: the value, or the first line of the file that {@code @} names.
     *
     * @param setting its name, for the error
     * @throws IllegalArgumentException when the file cannot be read, or its first line is empty; the message names both
     */
    public static String read(String setting, String value) {
        if (!value.startsWith("@")) {
            return value.strip();
        }
        String file = value.substring(1);
        String secret = firstLine(setting, file);
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the first line of the file " + file + " of " + setting + " is empty");
        }
        return secret;
    }

    /**
     * The same of a setting that may be missing, read once while a service starts.
     *
     * @throws NoStart when the file cannot be read, or its first line is empty
     */
    public static Optional<String> atStart(String setting, Optional<String> value) {
        try {
            return value.map(given -> read(setting, given)).filter(secret -> !secret.isEmpty());
        } catch (IllegalArgumentException e) {
            throw new NoStart(e.getMessage());
        }
    }

    private static String firstLine(String setting, String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw new IllegalArgumentException("the file " + file + " of " + setting + " cannot be read", e);
        }
    }
}
