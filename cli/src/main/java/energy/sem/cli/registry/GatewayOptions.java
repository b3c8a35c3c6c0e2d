package energy.sem.cli.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.RunningUp;
import energy.sem.cli.past.HistoryDoor;
import energy.sem.cli.past.WhichSem;
import energy.sem.cli.process.Service;
import energy.sem.registry.EntryKind;

/** Which running SEM's meters, readers or groups are meant, and the administrator's key. */
final class GatewayOptions {
    private static final String URL = "SEM_GATEWAY_URL";

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the ./sem up. " + RunningUp.DEFAULT)
    private Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Not a ./sem up: where the meter-gateway is, such as http://localhost:8080. Default: SEM_GATEWAY_URL.")
    private URI url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The file with sem.admin-key. Default: SEM_ADMIN_KEY, or the key of the ./sem up.")
    private Path keyFile;

    /**
     * The history of the same SEM, for who only looks.
     *
     * @param address of history, or null
     * @param readKeyFile with a read key, or null
     */
    HistoryDoor openHistory(Map<String, String> environment, URI address, Path readKeyFile) {
        return HistoryDoor.toRead(new WhichSem(data, address), environment, readKeyFile);
    }

    /** The door for meters; {@link #open(Map, EntryKind)} says more. */
    GatewayDoor open(Map<String, String> environment) {
        return open(environment, EntryKind.METER);
    }

    /**
     * The door.
     *
     * @throws StartFailure when there is no key, or no SEM
     */
    GatewayDoor open(Map<String, String> environment, EntryKind<?> of) {
        WhichSem sem = new WhichSem(data, url);
        Map<String, String> settings = sem.settingsForAdministrator(environment, keyFile);
        boolean besideHistory =
                settings.containsKey("SEM_HISTORY_URL") && !settings.containsKey(URL) && data == null && url == null;
        URI address = besideHistory
                ? beside(URI.create(settings.get("SEM_HISTORY_URL")))
                : sem.address(settings, URL, Service.GATEWAY);
        String key = sem.adminKey(settings, keyFile)
                .orElseThrow(() ->
                        new StartFailure("administering " + of.word() + "s needs a key: give --key-file FILE, or set"
                                + " SEM_ADMIN_KEY to what the meter-gateway has as sem.admin-key."));
        return new GatewayDoor(address, key, of);
    }

    /** A pod has all its services at their usual ports on one host, and says only where history is. */
    static URI beside(URI history) {
        return URI.create(
                history.getScheme() + "://" + history.getRawAuthority().replaceFirst(":[0-9]+$", "") + ":8080");
    }
}
