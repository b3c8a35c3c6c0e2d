package energy.sem.cli.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.meter.SourceCheck;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.TakenPort;
import energy.sem.cli.screen.Screen;

/**
 * Looks at everything that must hold before anything starts (sources, ports, the folder), so that one try shows every fault,
 * and offers a command with what is free. Used once.
 */
final class Preflight {
    private final Plan plan;
    private final Screen screen;
    private final List<String> faults = new ArrayList<>();

    /** Options that would make it start, with their values. */
    private final Map<String, String> instead = new TreeMap<>();

    Preflight(Plan plan, Screen screen) {
        this.plan = plan;
        this.screen = screen;
    }

    /**
     * Takes the data folder when everything else holds too.
     *
     * @throws StartFailure naming every fault, a line each, and last a command without them where there is one
     */
    DataFolder take() throws InterruptedException {
        SourceCheck sources = SourceCheck.of(plan.meters());
        faults.addAll(sources.faults());
        boolean startsElsewhere = faults.isEmpty();
        lookAtPorts();
        Optional<DataFolder> folder = takeFolder();
        if (!faults.isEmpty()) {
            folder.ifPresent(DataFolder::close);
            if (startsElsewhere && !instead.isEmpty()) {
                faults.add("stop what is in the way, or type: "
                        + new CommandLineText(plan.typed()).with(instead).text());
            }
            StartFailure.throwIfAny(faults);
        }
        sources.warnings().forEach(screen::line);
        return folder.orElseThrow();
    }

    private void lookAtPorts() {
        List<TakenPort> taken = plan.ports().taken(plan.lan(), plan.relays());
        taken.forEach(port -> faults.add(port.inWords()));
        if (taken.isEmpty()) {
            return;
        }
        plan.ports().insteadOf(taken, plan.lan(), plan.relays()).ifPresent(other -> {
            offer(Ports.PORT_BASE, plan.ports().base(), other.base());
            offer(Ports.KAFKA_PORT, plan.ports().kafka(), other.kafka());
            offer(Ports.MARIADB_PORT, plan.ports().mariaDb(), other.mariaDb());
        });
    }

    private void offer(String option, int port, int other) {
        if (port != other) {
            instead.put(option, Integer.toString(other));
        }
    }

    private Optional<DataFolder> takeFolder() {
        try {
            return Optional.of(DataFolder.take(plan.folder(), plan.kind()));
        } catch (StartFailure e) {
            faults.add(e.getMessage());
            otherFolder().ifPresent(other -> instead.put("--data", other.toString()));
            return Optional.empty();
        }
    }

    /** One that is not there yet and can be made: beside the folder, else in the user's home. */
    private Optional<Path> otherFolder() {
        Path folder = plan.folder().toAbsolutePath().normalize();
        Path atHome = Path.of(System.getProperty("user.home"), "sem-data", String.valueOf(folder.getFileName()));
        return Optional.ofNullable(DataFolder.free(folder)).or(() -> Optional.ofNullable(DataFolder.free(atHome)));
    }
}
