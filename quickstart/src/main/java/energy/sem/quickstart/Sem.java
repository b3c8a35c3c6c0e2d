package energy.sem.quickstart;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import energy.sem.quickstart.display.DisplayConfigCommand;
import energy.sem.quickstart.sensor.SensorConfigCommand;
import energy.sem.quickstart.up.UpCommand;

/** The command line {@code ./sem}. */
@Command(
        name = "./sem",
        description = "SEM, the Smart Energy Meter.",
        subcommands = {UpCommand.class, PortsCommand.class, SensorConfigCommand.class, DisplayConfigCommand.class})
public final class Sem implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // The database driver asks for a logger; without one, silence is what a person at a terminal wants.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new CommandLine(new Sem())
                .setParameterExceptionHandler(Sem::wrongCommandLine)
                .setExecutionExceptionHandler(Sem::failed)
                .execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }

    private static int wrongCommandLine(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println("sem: " + e.getMessage() + " (" + command + " --help shows what there is)");
        return 1;
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof StartFailure) {
            System.err.println("sem: " + e.getMessage());
            return 1;
        }
        throw e;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"SEM " + Sem.class.getPackage().getImplementationVersion()};
        }
    }
}
