package energy.sem.cli.registry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sem reader}. */
@Command(
        name = "reader",
        mixinStandardHelpOptions = true,
        description =
                "Adds, lists and removes who may read some meters, such as a household of a street, while SEM runs; nothing restarts.",
        footer = {"Examples:", "./sem reader add els --meters home,attic", "./sem reader list"},
        subcommands = {
            ReaderAddCommand.class,
            ReaderListCommand.class,
            ReaderRotateKeyCommand.class,
            ReaderRemoveCommand.class
        })
public final class ReaderCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what is to be done with a reader: ./sem reader add NAME, list, rotate-key NAME, or remove NAME");
    }
}
