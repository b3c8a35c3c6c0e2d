package energy.sem.cli.folder;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import energy.sem.cli.StartFailure;

/** The key that opens reading, where settings say one. */
public final class ReadKey {
    private static final String FILE = "@";

    private ReadKey() {}

    /**
     * {@code SEM_HISTORY_KEY}, itself or in the file that stands after @, else the first of {@code SEM_READ_KEYS}; empty where
     * neither says one.
     *
     * @throws StartFailure when there is no such file with a key
     */
    public static Optional<String> in(Map<String, String> settings) {
        return Optional.ofNullable(settings.get("SEM_HISTORY_KEY"))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> key.startsWith(FILE) ? read(key.substring(FILE.length())) : key)
                .or(() ->
                        Optional.ofNullable(settings.get("SEM_READ_KEYS")).map(keys -> keys.split(",", -1)[0].strip()))
                .filter(key -> !key.isEmpty());
    }

    /** The request, with the key of the environment where that says one. */
    public static HttpRequest.Builder onto(HttpRequest.Builder request) {
        in(System.getenv()).ifPresent(key -> request.header("X-API-Key", key));
        return request;
    }

    private static String read(String file) {
        try {
            return KeyFile.read(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new StartFailure(
                    "SEM_HISTORY_KEY=@" + file
                            + ": there is no such file with a key as its first line that you may read.",
                    e);
        }
    }
}
