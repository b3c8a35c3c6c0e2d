package energy.sem.p1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of telegrams that are not in this repository: beside the checkout, or where {@code -Dsem.shared} says. */
final class SharedFolders {

    static final Path TELEGRAMS = named("telegrams");
    static final Path FIELD = named("field");

    private SharedFolders() {}

    private static Path named(String name) {
        String told = System.getProperty("sem.shared");
        Stream<Path> places = told != null
                ? Stream.of(Path.of(told))
                : Stream.of(Path.of("../../../shared"), Path.of("../../../../shared"));
        List<Path> folders = places.map(place -> place.resolve(name)).toList();
        return folders.stream().filter(Files::isDirectory).findFirst().orElse(folders.get(0));
    }

    /** The one file in the folder whose name begins so. */
    static byte[] file(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
