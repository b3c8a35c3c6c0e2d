package energy.sem.cli.folder;

import java.nio.file.Files;
import java.nio.file.Path;

/** The SEM that the package installed: its parts are services of systemd, and its folder reads like that of a {@code ./sem up}. */
public final class InstalledSem {
    /** Where its data are; release/deb/scripts/prepare writes the files for other commands there. */
    public static final Path FOLDER = Path.of("/var/lib/sem");

    private InstalledSem() {}

    /** Whether this command is the installed one, and the services were started once. */
    public static boolean isThere() {
        return "semctl".equals(System.getProperty("sem.command")) && Files.isDirectory(FOLDER.resolve("mariadb"));
    }

    /** Whether that folder is meant. */
    public static boolean is(Path folder) {
        return folder.equals(FOLDER) && isThere();
    }
}
