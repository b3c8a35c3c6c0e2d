package energy.sem.cli.pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import energy.sem.cli.StartFailure;

/** The tokens in a data folder: a file each, named for its device's host, that only its owner reads. */
public final class KeptToken {
    /** The files' names, for who keeps what is in a data folder. */
    public static final String NAMES = "homewizard-[A-Za-z0-9._-]+\\.token";

    private KeptToken() {}

    /** Where the token of a host is kept in a data folder, whether it is there or not. */
    static Path place(Path folder, String host) {
        return folder.resolve("homewizard-" + host.replaceAll("[^A-Za-z0-9._-]", "-") + ".token");
    }

    /**
     * The file with the token that a source needs; empty when it needs none, or none is kept.
     *
     * @param folder the data folder
     * @param source as of {@code --meter}
     */
    public static Optional<Path> of(Path folder, String source) {
        if (!source.startsWith("homewizard://")) {
            return Optional.empty();
        }
        String host = source.substring("homewizard://".length()).replaceFirst("/$", "");
        return Optional.of(place(folder, host)).filter(Files::isReadable);
    }

    /**
     * Writes a token, over an older one.
     *
     * @throws StartFailure when it cannot be written
     */
    static void write(Path file, String token) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(whole.getParent());
            // Nobody reads it while it is written, and the gateway never half of it.
            Path part = whole.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? Files.createTempFile(
                            whole.getParent(),
                            ".token-",
                            "",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(whole.getParent(), ".token-", "");
            Files.writeString(part, token + "\n");
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure(
                    "the token cannot be kept in " + whole + ": " + e.getMessage()
                            + ". Give another file with --to, or --print.",
                    e);
        }
    }
}
