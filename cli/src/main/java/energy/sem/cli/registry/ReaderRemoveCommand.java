package energy.sem.cli.registry;

import picocli.CommandLine.Command;

import energy.sem.registry.EntryKind;

/** {@code ./sem reader remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Removes a reader: its keys no longer open anything, and live streams that one has opened end.",
        footer = {"Example:", "./sem reader remove els"})
final class ReaderRemoveCommand extends RemoveCommand {
    ReaderRemoveCommand() {
        super(EntryKind.READER);
    }

    @Override
    String then(String named) {
        return "Pages and displays with a key of reader " + named + " will be refused.";
    }
}
