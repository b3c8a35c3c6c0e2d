package energy.sem.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import energy.sem.cli.alarm.AlarmCommand;
import energy.sem.cli.backup.BackupCommand;
import energy.sem.cli.backup.RestoreCommand;
import energy.sem.cli.contract.ContractCommand;
import energy.sem.cli.display.DisplayConfigCommand;
import energy.sem.cli.doctor.DoctorCommand;
import energy.sem.cli.find.MetersCommand;
import energy.sem.cli.help.HelpText;
import energy.sem.cli.help.Version;
import energy.sem.cli.meter.MeterSources;
import energy.sem.cli.pair.PairCommand;
import energy.sem.cli.past.ExportCommand;
import energy.sem.cli.past.ImportCommand;
import energy.sem.cli.registry.GroupCommand;
import energy.sem.cli.registry.MeterCommand;
import energy.sem.cli.registry.ReaderCommand;
import energy.sem.cli.sensor.SensorConfigCommand;
import energy.sem.cli.up.UpCommand;
import energy.sem.source.SourceKind;

/** The command line {@code ./sem}. */
@Command(
        name = "./sem",
        description = {
            "SEM, the Smart Energy Meter: reads the P1 port, keeps every reading, and answers how much, when, and what it cost."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "Examples:",
            "./sem up",
            "./sem ports",
            "./sem up --meter home=serial:/dev/serial/by-id/…",
            "./sem help up",
            "",
            "Exit status: 0 done, 1 it could not, 2 the command line is not understood."
        },
        subcommands = {
            UpCommand.class,
            DoctorCommand.class,
            PortsCommand.class,
            MetersCommand.class,
            MeterCommand.class,
            ReaderCommand.class,
            GroupCommand.class,
            PairCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ContractCommand.class,
            AlarmCommand.class,
            SensorConfigCommand.class,
            DisplayConfigCommand.class,
            HelpCommand.class
        })
public final class Sem implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // The database driver asks for a logger; without one, silence is what a person at a terminal wants.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine().execute(args));
    }

    /** The whole of it, with its help. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Sem())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Sem::wrongCommandLine)
                .setExecutionExceptionHandler(Sem::failed);
        commandLine.getSubcommands().get("up").getCommandSpec().usageMessage().footer(footerOfUp());
        commandLine.getSubcommands().values().forEach(each -> each.getCommandSpec()
                .versionProvider(new Version()));
        commandLine
                .getSubcommands()
                .get("help")
                .getCommandSpec()
                .usageMessage()
                .description("Shows the help of a command.");
        HelpText.install(commandLine, System.getenv());
        return commandLine;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static String[] footerOfUp() {
        List<String> footer = new ArrayList<>(List.of("Sources:"));
        for (SourceKind.Form form : MeterSources.forms()) {
            footer.add(form.text() + "\t" + form.words());
        }
        footer.addAll(List.of(
                "",
                "Examples:",
                "./sem up --meter home=serial:/dev/serial/by-id/…",
                "./sem up --meter roof=push --key roof=SECRET",
                "./sem up --lan --relay"));
        return footer.toArray(String[]::new);
    }

    private static int wrongCommandLine(ParameterException e, String[] args) {
        CommandLine where = e.getCommandLine();
        String name = where.getCommandSpec().qualifiedName();
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String help = suggestions.isEmpty()
                ? name + " --help shows what there is"
                : "did you mean " + String.join(" or ", suggestions) + "? " + name + " --help shows all";
        System.err.println("sem: " + inWords(e) + " (" + help + ")");
        return CommandLine.ExitCode.USAGE;
    }

    private static String inWords(ParameterException e) {
        boolean atRoot = e.getCommandLine().getParent() == null;
        if (atRoot && e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "there is no command \"" + unmatched.getUnmatched().get(0) + "\"";
        }
        return e.getMessage();
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof StartFailure) {
            System.err.println("sem: " + e.getMessage());
            return 1;
        }
        throw e;
    }
}
