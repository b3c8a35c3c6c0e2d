package energy.sem.cli.registry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sem meter}. */
@Command(
        name = "meter",
        mixinStandardHelpOptions = true,
        description =
                "Adds, lists and removes meters while SEM runs; nothing restarts. Forgets what is stored of one that was removed.",
        footer = {"Examples:", "./sem meter add roof", "./sem meter list"},
        subcommands = {
            MeterAddCommand.class,
            MeterListCommand.class,
            MeterRotateKeyCommand.class,
            MeterRemoveCommand.class,
            MeterForgetCommand.class
        })
public final class MeterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what is to be done with a meter: ./sem meter add NAME, list, rotate-key NAME, remove NAME, or forget NAME");
    }
}
