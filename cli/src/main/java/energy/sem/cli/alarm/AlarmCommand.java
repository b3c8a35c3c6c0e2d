package energy.sem.cli.alarm;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./sem alarm}: its commands. */
@Command(
        name = "alarm",
        mixinStandardHelpOptions = true,
        description = "Alarms to people: sends a test.",
        footer = {"Example:", "./sem alarm test"},
        subcommands = AlarmTestCommand.class)
public final class AlarmCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
