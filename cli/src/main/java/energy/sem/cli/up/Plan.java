package energy.sem.cli.up;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.meter.MeterChoice;
import energy.sem.cli.process.Ports;

/**
 * What the command line asks for.
 *
 * @param checkout the folder in which SEM was built
 * @param folder the data folder
 * @param kind what the readings in it are
 * @param meters at least one
 * @param givenKeys by meter, those of the command line
 * @param ports where everything listens
 * @param lan whether HTTP listens on all addresses
 * @param relay whether each meter's telegrams are passed on
 * @param typed the words after {@code ./sem}, as they were typed
 */
record Plan(
        Path checkout,
        Path folder,
        DataFolder.Kind kind,
        List<MeterChoice> meters,
        Map<String, String> givenKeys,
        Ports ports,
        boolean lan,
        boolean relay,
        List<String> typed) {

    /** Whose telegrams are passed on, and where. */
    Map<String, Integer> relayPorts() {
        Map<String, Integer> relayPorts = new TreeMap<>();
        for (int meter = 0; meter < relays(); meter++) {
            relayPorts.put(meters.get(meter).name(), ports.relay(meter));
        }
        return relayPorts;
    }

    /** How many meters' telegrams are passed on. */
    int relays() {
        return relay ? meters.size() : 0;
    }
}
