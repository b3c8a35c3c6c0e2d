package energy.sem.local.mariadb;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)");

    /**
     * The server to use: the one of {@code -Dsem.local.mariadbd}, else the bundled one, else an installed one.
     *
     * @throws LocalServiceException when none runs here, saying why and what to install
     */
    static MariaDbProgram find() {
        String chosen = System.getProperty(PROGRAM_PROPERTY);
        if (chosen != null) {
            Path mariadbd = Path.of(chosen).toAbsolutePath();
            return firstThatRuns(
                    Files.isExecutable(mariadbd)
                            ? installedAt(mariadbd).stream().toList()
                            : List.of(),
                    "-D" + PROGRAM_PROPERTY + "=" + chosen + " is no MariaDB server with its share folder");
        }
        return firstThatRuns(
                Stream.concat(
                                BundledMariaDb.forThisMachine().map(BundledMariaDb::unpacked).stream(),
                                installedIn(searchPath()).stream())
                        .toList(),
                "No MariaDB comes with SEM for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + " and none is installed");
    }

    /**
     * The first of these that runs and is new enough.
     *
     * @param otherwise what to say when there is no candidate at all
     */
    static MariaDbProgram firstThatRuns(List<MariaDbProgram> candidates, String otherwise) {
        List<String> complaints = new ArrayList<>();
        for (MariaDbProgram candidate : candidates) {
            Optional<String> complaint = candidate.complaint();
            if (complaint.isEmpty()) {
                return candidate;
            }
            complaints.add(complaint.get());
        }
        throw new LocalServiceException((complaints.isEmpty() ? otherwise : String.join("; ", complaints))
                + ": install MariaDB 10.11 or newer (Debian, Ubuntu, Raspberry Pi OS: sudo apt install mariadb-server;"
                + " Fedora: sudo dnf install mariadb-server; macOS: brew install mariadb)");
    }

    /** The servers installed in these folders, in order. */
    static List<MariaDbProgram> installedIn(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve("mariadbd"))
                .filter(Files::isExecutable)
                .flatMap(mariadbd -> installedAt(mariadbd).stream())
                .toList();
    }

    /** One of the server's SQL scripts, under its name of 11.x or the older one. */
    Path script(String name) {
        Path modern = share.resolve("mariadb_" + name);
        return Files.exists(modern) ? modern : share.resolve("mysql_" + name);
    }

    private static Optional<MariaDbProgram> installedAt(Path mariadbd) {
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
                .distinct()
                .toList();
    }

    /** Why it cannot serve: it does not run here (a library is missing), or is older than 10.11. */
    private Optional<String> complaint() {
        String said;
        try {
            Process process = new ProcessBuilder(mariadbd.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            said = e.getMessage();
        }
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            return Optional.of(mariadbd + " does not run here (" + said + ")");
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        return major > 10 || (major == 10 && minor >= 11)
                ? Optional.empty()
                : Optional.of(mariadbd + " is MariaDB " + major + "." + minor + " and too old");
    }
}
