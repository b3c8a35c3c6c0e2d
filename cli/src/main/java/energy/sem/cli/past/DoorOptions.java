package energy.sem.cli.past;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.folder.AdminKey;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.KeyFile;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.folder.RunningUp;
import energy.sem.cli.process.Service;

/** Which running SEM is meant, and with which keys: reading and importing have each their own. */
public final class DoorOptions {
    private static final String KEY = "SEM_ADMIN_KEY";
    private static final String URL = "SEM_HISTORY_URL";

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the ./sem up. " + RunningUp.DEFAULT)
    private Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Not a ./sem up: where history is, such as http://localhost:8081. Default: SEM_HISTORY_URL.")
    private URI url;

    /**
     * The door for who imports.
     *
     * @param keyFile with the key that opens importing, or null
     * @throws StartFailure when there is no such key, or no SEM
     */
    HistoryDoor openToImport(Map<String, String> environment, Path keyFile) {
        boolean given = keyFile != null || !environment.getOrDefault(KEY, "").isBlank();
        Map<String, String> settings = settings(environment, given);
        Optional<String> key = keyFile != null
                ? Optional.of(keyIn(keyFile))
                : Optional.ofNullable(settings.get(KEY))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .or(() -> folder().flatMap(AdminKey::read));
        if (key.isEmpty()) {
            throw new StartFailure(
                    "importing needs a key: give --key-file FILE, or set SEM_ADMIN_KEY to what ingest has as sem.admin-key.");
        }
        return new HistoryDoor(
                address(settings),
                new HistoryDoor.Key(
                        ReadKey.in(settings), "Set SEM_HISTORY_KEY to one of SEM_READ_KEYS, or say --meter NAME."),
                new HistoryDoor.Key(
                        key, "--key-file, or SEM_ADMIN_KEY, says sem.admin-key of ingest or the meter's own key."));
    }

    /**
     * The door for who only looks.
     *
     * @param keyFile with a read key, or null
     * @throws StartFailure when there is no SEM
     */
    public HistoryDoor openToRead(Map<String, String> environment, Path keyFile) {
        boolean given = keyFile != null || ReadKey.in(environment).isPresent();
        Map<String, String> settings = settings(environment, given);
        return new HistoryDoor(
                address(settings),
                new HistoryDoor.Key(
                        keyFile != null ? Optional.of(keyIn(keyFile)) : ReadKey.in(settings),
                        "Give --key-file FILE with one of SEM_READ_KEYS, or set SEM_HISTORY_KEY to it."),
                HistoryDoor.Key.NONE);
    }

    private Map<String, String> settings(Map<String, String> environment, boolean given) {
        if (data != null || !InstalledSem.isThere()) {
            return environment;
        }
        try {
            return new InstallationOptions().settings(environment);
        } catch (StartFailure notOurs) {
            // Whoever brings a key need not be allowed to read the package's files.
            if (given) {
                return environment;
            }
            throw notOurs;
        }
    }

    private URI address(Map<String, String> settings) {
        return Optional.ofNullable(url)
                .or(() -> data != null
                        ? Optional.empty()
                        : Optional.ofNullable(settings.get(URL)).map(URI::create))
                .or(() -> folder().map(each ->
                        URI.create("http://127.0.0.1:" + PortsFile.read(each).of(Service.HISTORY))))
                .orElseThrow(() -> new StartFailure(RunningUp.isNotHere() + ", or the address of history with --url."));
    }

    /** The key in a file; a {@link StartFailure} when it cannot be read. */
    static String keyIn(Path keyFile) {
        try {
            return KeyFile.read(keyFile);
        } catch (IOException e) {
            throw new StartFailure(
                    "the key's file " + keyFile + " cannot be read: is it there, yours, and the key its first line?",
                    e);
        }
    }

    private Optional<Path> folder() {
        if (data != null) {
            return Optional.of(data.toAbsolutePath().normalize());
        }
        if (InstalledSem.isThere()) {
            return Optional.of(InstalledSem.FOLDER);
        }
        return RunningUp.folder();
    }
}
