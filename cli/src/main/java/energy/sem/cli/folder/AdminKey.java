package energy.sem.cli.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

import energy.sem.cli.StartFailure;

/** The administrator's key of a {@code ./sem up}: made once, in a file of its data folder that only its owner reads. */
public final class AdminKey {
    private static final String FILE = "admin-key";
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 32;

    private AdminKey() {}

    /**
     * The key of a data folder, made when there is none.
     *
     * @throws StartFailure when it cannot be read or written
     */
    public static String of(Path folder) {
        Optional<String> there = read(folder);
        if (there.isPresent()) {
            return there.get();
        }
        String key = random();
        Path file = folder.resolve(FILE);
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    file,
                    key + "\n",
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
            return key;
        } catch (IOException e) {
            throw new StartFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The key of a data folder; empty when there is none, or none that this user may read. */
    public static Optional<String> read(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)
                            .strip())
                    .filter(key -> !key.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
