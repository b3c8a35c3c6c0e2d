package energy.sem.cli.past;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.folder.RunningUp;
import energy.sem.cli.process.Service;

/** Which running SEM is meant, and with which keys: reading and importing have each their own. */
public final class DoorOptions {
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
        WhichSem sem = new WhichSem(data, url);
        Map<String, String> settings = sem.settingsForAdministrator(environment, keyFile);
        Optional<String> key = sem.adminKey(settings, keyFile);
        if (key.isEmpty()) {
            throw new StartFailure(
                    "importing needs a key: give --key-file FILE, or set SEM_ADMIN_KEY to what ingest has as sem.admin-key.");
        }
        return new HistoryDoor(
                sem.address(settings, HistoryDoor.URL, Service.HISTORY),
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
        return HistoryDoor.toRead(new WhichSem(data, url), environment, keyFile);
    }
}
