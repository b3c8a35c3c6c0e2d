package energy.sem.cli.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.past.ExportedHistory;
import energy.sem.cli.past.HistoryDoor;
import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** {@code ./sem meter remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Removes a meter: its keys no longer open it, its source is no longer read. What was stored of it stays.",
        footer = {"Examples:", "./sem meter remove roof", "./sem meter remove roof --export roof.zip"})
final class MeterRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The meter.")
    private String meter;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description =
                    "Writes its whole history there before, as ./sem export does; where that fails, nothing is removed.")
    private Path export;

    @Option(
            names = "--history-url",
            paramLabel = "URL",
            description = "Where history is, for --export. Default: that of the ./sem up, or SEM_HISTORY_URL.")
    private URI history;

    @Option(
            names = "--read-key-file",
            paramLabel = "FILE",
            description =
                    "The file with a read key, for --export. Default: SEM_HISTORY_KEY, or the first of SEM_READ_KEYS.")
    private Path readKeyFile;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        GatewayDoor door = gateway.open(System.getenv());
        Asked.yes(yes, "Whoever pushes to meter " + meter + " will be refused. Type yes to remove it: ");
        Screen screen = new Screen(System.out, false);
        if (export != null) {
            HistoryDoor from = gateway.openHistory(System.getenv(), history, readKeyFile);
            new ExportedHistory(from, meter, ExportedHistory.Form.SEM).to(export, screen);
        }
        List<String> groups = groups();
        door.remove(meter);
        screen.line("Meter " + meter + " is removed. What was stored of it is still there; ./sem meter forget " + meter
                + " deletes it.");
        if (!groups.isEmpty()) {
            screen.line("It is a member still, unknown from now on, of: " + String.join(", ", groups)
                    + ". ./sem group add NAME --members … --if-version N makes one without it, in past periods too.");
        }
        return 0;
    }

    private List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (JsonNode group : gateway.open(System.getenv(), EntryKind.GROUP).list()) {
            group.path("members").forEach(member -> {
                if (member.asText().equals(meter)) {
                    groups.add(group.path("group").asText());
                }
            });
        }
        return groups;
    }
}
