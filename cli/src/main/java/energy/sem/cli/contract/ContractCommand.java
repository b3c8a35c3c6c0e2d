package energy.sem.cli.contract;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sem contract}. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        description = "What energy costs, as files of contracts say it.",
        subcommands = {ContractCheckCommand.class, ContractCompareCommand.class})
public final class ContractCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what is to be done with contracts: ./sem contract check FILE, or ./sem contract compare FILE");
    }
}
