package energy.sem.bridge.setup;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.NoStart;

/**
 * The bridge's own folder ({@code sem.bridge.folder}): what it has to know again after a restart, in small files that are
 * written whole or not at all. Thread-safe as long as each file has one writer.
 */
@Singleton
public class BridgeFolder {
    private static final String ID = "installation-id";
    private static final int ID_BYTES = 6;
    private static final String ONLY_OURS = "rw-------";
    private static final String ONLY_OUR_FOLDER = "rwx------";

    private final Path folder;

    public BridgeFolder(@ConfigProperty(name = "sem.bridge.folder", defaultValue = ".sem/bridge") String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Twelve hex digits that no other installation has, made at the first start.
     *
     * @throws NoStart when the folder cannot be written, because two bridges without ids of their own would throw each other
     *     out of the broker for ever
     */
    public synchronized String installationId() {
        Optional<String> known = read(ID).map(String::strip).filter(text -> text.matches("[0-9a-f]{12}"));
        if (known.isPresent()) {
            return known.get();
        }
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        try {
            write(ID, id + "\n");
        } catch (IOException e) {
            throw new NoStart("the folder " + folder.toAbsolutePath()
                    + " cannot be written: give home-bridge another by" + " SEM_BRIDGE_FOLDER (" + e + ")");
        }
        return id;
    }

    /** The text of a file; empty when there is none or it cannot be read. */
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes a file whole: who reads it sees the old text or the new one. */
    public void write(String name, String text) throws IOException {
        makeFolder();
        Path half = folder.resolve(name + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, attributes(ONLY_OURS));
        Files.writeString(half, text);
        Path file = folder.resolve(name);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** It tells who lives here and how: nobody else on this computer has to read it, whatever the umask is. */
    private void makeFolder() throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, attributes(ONLY_OUR_FOLDER));
        }
    }

    private static FileAttribute<?>[] attributes(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
