package energy.sem.cli.registry;

import picocli.CommandLine.Command;

import energy.sem.registry.EntryKind;

/** {@code ./sem group remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Removes a group; its members go on as meters. A reader of it reads none of them by it any longer.",
        footer = {"Example:", "./sem group remove street"})
final class GroupRemoveCommand extends RemoveCommand {
    GroupRemoveCommand() {
        super(EntryKind.GROUP);
    }

    @Override
    String then(String named) {
        return "Group " + named + " will no longer be counted, and who reads its members by it no longer will.";
    }
}
