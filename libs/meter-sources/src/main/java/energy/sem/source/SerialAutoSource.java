package energy.sem.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code serial:auto}: the one port on which telegrams are heard. Opening listens on all ports at once, up to half a minute. */
final class SerialAutoSource implements Source {
    private final Optional<SerialSettings> told;
    private final Supplier<List<String>> devices;

    SerialAutoSource(Optional<SerialSettings> told) {
        this(told, SerialPorts::all);
    }

    /** @param devices the paths of the serial ports there are */
    SerialAutoSource(Optional<SerialSettings> told, Supplier<List<String>> devices) {
        this.told = told;
        this.devices = devices;
    }

    @Override
    public Line open() throws IOException, InterruptedException {
        Map<String, PortCheck.Result> results = PortCheck.listenOnAll(devices.get(), told, PortCheck.PATIENCE);
        List<String> telegrams = results.entrySet().stream()
                .filter(e -> e.getValue().heard() == PortCheck.Heard.TELEGRAM)
                .map(Map.Entry::getKey)
                .toList();
        if (telegrams.size() == 1) {
            return new SerialSource(telegrams.get(0), told).open();
        }
        if (telegrams.size() > 1) {
            throw new IOException("telegrams are heard on " + String.join(" and ", telegrams)
                    + ": say which one with serial:" + telegrams.get(0));
        }
        if (results.isEmpty()) {
            throw new IOException("there is no serial port: is the cable plugged in?");
        }
        List<String> words = new ArrayList<>();
        results.forEach((device, result) -> words.add(result.words()));
        throw new IOException("no telegram is heard on any port: " + String.join("; ", words));
    }
}
