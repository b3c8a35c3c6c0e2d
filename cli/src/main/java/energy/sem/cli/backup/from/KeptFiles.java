package energy.sem.cli.backup.from;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import energy.sem.cli.StartFailure;

/**
 * The keys and settings that go into a backup: files of one folder, without those below it.
 *
 * @param folder where they are; it need not be there
 * @param names which of its files
 */
public record KeptFiles(Path folder, Pattern names) {
    /** What a backup may bring back: plain names, so that no file leaves its folder. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private static final long LARGEST_BYTES = 1 << 20;

    /** Those that are there. */
    public List<Path> list() {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> isKept(file.getFileName().toString()) && Files.isRegularFile(file))
                    .filter(file -> file.toFile().length() <= LARGEST_BYTES)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("the settings in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Puts one back: in its place when there is none of that name, else beside it, never over it.
     *
     * @param suffix what is added to the name of one that goes beside
     * @return in words what was done
     * @throws IOException when the folder cannot be written
     */
    public String putBack(String name, InputStream content, String suffix) throws IOException {
        if (!PLAIN.matcher(name).matches()) {
            return "a file with the name \"" + name + "\" was left out: settings have plain names";
        }
        byte[] bytes = content.readNBytes((int) LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            return name + " was left out: it is larger than settings are";
        }
        Path place = folder.resolve(name);
        if (Files.exists(place) && Arrays.equals(Files.readAllBytes(place), bytes)) {
            return name + " is there already";
        }
        Files.createDirectories(folder);
        boolean beside = Files.exists(place);
        Path to = beside ? folder.resolve(name + suffix) : place;
        Path part = Files.createTempFile(
                folder,
                ".restored-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, bytes);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        return beside
                ? "another " + name + " is there: that of the backup is beside it, " + to
                : name + " was put back, " + to;
    }

    private boolean isKept(String name) {
        return names.matcher(name).matches() && PLAIN.matcher(name).matches();
    }
}
