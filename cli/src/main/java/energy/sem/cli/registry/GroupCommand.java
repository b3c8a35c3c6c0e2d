package energy.sem.cli.registry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sem group}. */
@Command(
        name = "group",
        mixinStandardHelpOptions = true,
        description =
                "Adds, lists and removes groups of meters that share energy, such as a street, while SEM runs; nothing restarts.",
        footer = {"Examples:", "./sem group add street --members anna,bert,cleo", "./sem group list"},
        subcommands = {GroupAddCommand.class, GroupListCommand.class, GroupRemoveCommand.class})
public final class GroupCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what is to be done with a group: ./sem group add NAME, list, or remove NAME");
    }
}
