package energy.sem.cli.registry;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryKind;

/** {@code ./sem reader remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Removes a reader: its keys no longer open anything, and live streams that one has opened end.",
        footer = {"Example:", "./sem reader remove els"})
final class ReaderRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The reader.")
    private String reader;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Mixin
    private GatewayOptions gateway;

    @Override
    public Integer call() {
        GatewayDoor door = gateway.open(System.getenv(), EntryKind.READER);
        Asked.yes(yes, "Pages and displays with a key of reader " + reader + " will be refused. Type yes to remove it: ");
        door.remove(reader);
        new Screen(System.out, false).line("Reader " + reader + " is removed.");
        return 0;
    }
}
