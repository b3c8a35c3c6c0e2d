package energy.sem.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Listens on the serial ports of this machine that nobody reads. */
public final class SerialSearch {
    /** Both formats of a port, each for longer than any meter's pause. */
    public static final Duration PATIENCE = PortCheck.PATIENCE;

    /**
     * What a port gave.
     *
     * @param device its path, by what is plugged in where it has such a name
     * @param words what was heard, for people
     * @param source to give a meter; empty where no telegram came
     */
    public record Port(String device, String words, Optional<String> source) {}

    /**
     * Listens on all at once; returns when each has given a telegram, or after this patience.
     *
     * @param read sources that are read now: their ports are left alone, since two that read one port have half a telegram each
     */
    public static List<Port> listen(Collection<Source> read, Duration patience)
            throws IOException, InterruptedException {
        Set<Path> taken = new HashSet<>();
        for (Source each : read) {
            if (each instanceof SerialAutoSource) {
                // It may have any of them.
                return List.of();
            }
            if (each instanceof SerialSource serial) {
                taken.add(real(serial.device()));
            }
        }
        List<String> free = SerialPorts.named().stream()
                .filter(each -> !taken.contains(real(each)))
                .toList();
        List<Port> ports = new ArrayList<>();
        for (Map.Entry<String, PortCheck.Result> each :
                PortCheck.listenOnAll(free, Optional.empty(), patience).entrySet()) {
            boolean telegram = each.getValue().heard() == PortCheck.Heard.TELEGRAM;
            ports.add(new Port(
                    each.getKey(),
                    each.getValue().words(),
                    telegram ? Optional.of("serial:" + each.getKey()) : Optional.empty()));
        }
        return ports;
    }

    private static Path real(String device) {
        try {
            return Path.of(device).toRealPath();
        } catch (IOException e) {
            return Path.of(device);
        }
    }

    private SerialSearch() {}
}
