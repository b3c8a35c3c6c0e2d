package energy.sem.cli.find;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sem meters}. */
@Command(
        name = "meters",
        mixinStandardHelpOptions = true,
        description = "Looks for meters.",
        subcommands = FindCommand.class)
public final class MetersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is to be done with meters: ./sem meters find");
    }
}
