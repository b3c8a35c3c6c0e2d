package energy.sem.cli.pair;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sem pair}. */
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = "Gets the token of a meter that gives one out at the press of its button.",
        subcommands = PairHomeWizardCommand.class)
public final class PairCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is to be paired: ./sem pair homewizard HOST");
    }
}
