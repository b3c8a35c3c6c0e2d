package energy.sem.local.mariadb;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import energy.sem.local.LocalServiceException;

/**
 * A MariaDB server that can be run.
 *
 * @param mariadbd the server's program
 * @param share the folder with its SQL scripts and messages
 */
record MariaDbProgram(Path mariadbd, Path share) {

    /** A system property: the path of the mariadbd to use instead of the bundled one. */
    static final String PROGRAM_PROPERTY = "sem.local.mariadbd";

    private static final List<String> USUAL_FOLDERS =
            List.of("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin");

    /**
     * The server to use: the one of {@code -Dsem.local.mariadbd}, else the bundled one, else an installed one.
     *
     * @throws LocalServiceException when there is none, saying what to install
     */
    static MariaDbProgram find() {
        String chosen = System.getProperty(PROGRAM_PROPERTY);
        if (chosen != null) {
            return installedAt(Path.of(chosen))
                    .orElseThrow(() -> new LocalServiceException("-D" + PROGRAM_PROPERTY + "=" + chosen
                            + " is not a MariaDB server that can be run, or its share folder is not beside it"));
        }
        return BundledMariaDb.forThisMachine()
                .map(BundledMariaDb::unpacked)
                .or(() -> installedIn(searchPath()))
                .orElseThrow(() -> new LocalServiceException("No MariaDB comes with SEM for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + ", and no mariadbd is installed: install it (Debian, Ubuntu, Raspberry Pi OS:"
                        + " sudo apt install mariadb-server; Fedora: sudo dnf install mariadb-server;"
                        + " macOS: brew install mariadb)"));
    }

    /** The first server found in these folders. */
    static Optional<MariaDbProgram> installedIn(List<Path> folders) {
        return folders.stream()
                .map(folder -> installedAt(folder.resolve("mariadbd")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** One of the server's SQL scripts, under its name of 11.x or the older one. */
    Path script(String name) {
        Path modern = share.resolve("mariadb_" + name);
        return Files.exists(modern) ? modern : share.resolve("mysql_" + name);
    }

    private static Optional<MariaDbProgram> installedAt(Path mariadbd) {
        if (!Files.isExecutable(mariadbd)) {
            return Optional.empty();
        }
        Path base = mariadbd.toAbsolutePath().normalize().getParent().getParent();
        return Stream.of("share/mysql", "share/mariadb", "share")
                .map(share -> new MariaDbProgram(mariadbd, base.resolve(share)))
                .filter(program -> Files.exists(program.script("system_tables.sql")))
                .findFirst();
    }

    private static List<Path> searchPath() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                        USUAL_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
    }
}
