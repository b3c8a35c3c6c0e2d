package energy.sem.local.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where unpacked programs are kept for every later start. */
final class CacheFolder {

    /** A system property: the folder to use instead of the usual one. */
    static final String PROPERTY = "sem.local.cache";

    private CacheFolder() {}

    /**
     * The folder of {@code -Dsem.local.cache}, else {@code sem} in the user's cache folder (XDG base directory
     * specification; on macOS Library/Caches); for a user without a home, in the folder for temporary files.
     */
    static Path path() {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            return Path.of(chosen).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && xdg.startsWith("/")) {
            return Path.of(xdg, "sem");
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (!Files.isWritable(home)) {
            return Path.of(System.getProperty("java.io.tmpdir"), "sem-cache-" + System.getProperty("user.name"));
        }
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        return home.resolve(mac ? "Library/Caches/sem" : ".cache/sem");
    }
}
