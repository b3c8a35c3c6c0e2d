package energy.sem.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.from.FolderInstallation;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.folder.RunningUp;

/** {@code ./sem doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at the running SEM from the meter to the display, and says what is wrong and what to do.",
            "It only reads. Exit status: 0 all is well, 1 a fault, 2 it could not look.",
            "The page shows the same faults: ./sem up looks each five minutes, and where SEM is installed a timer does."
        },
        footer = {"Examples:", "./sem doctor", "./sem doctor --json --data .sem/demo"})
public final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder of the ./sem up. Default: that of the installed SEM when this is its command; where the"
                            + " environment names a database (pod, cluster), what the environment says; else .sem/data"
                            + " or .sem/demo, whichever a ./sem up runs with.")
    private Path data;

    @Option(names = "--json", description = "For scripts: {\"verdict\": …, \"findings\": […]}.")
    private boolean json;

    @Option(
            names = "--keep",
            description = "For a timer: writes the faults down for the page, and says them. Exit status 0 once that is"
                    + " done, 2 when it could not be.")
    private boolean keep;

    /** What is looked at, and who may write down what is found. */
    private record Subject(Addresses addresses, Supplier<Installation> installation) {}

    @Override
    public Integer call() throws InterruptedException {
        try {
            Subject subject = subject(System.getenv());
            return keep ? keep(subject) : look(subject.addresses());
        } catch (StartFailure e) {
            System.err.println("sem: " + e.getMessage());
            return Verdict.UNKNOWN.exitStatus();
        }
    }

    private int look(Addresses addresses) throws InterruptedException {
        Examination examination = Examination.of(new Patient(addresses));
        System.out.print(json ? examination.json() + System.lineSeparator() : examination.inWords());
        return examination.verdict().exitStatus();
    }

    private static int keep(Subject subject) throws InterruptedException {
        try (Installation installation = subject.installation().get()) {
            System.out.print(KeptLook.of(subject.addresses(), installation).take());
            return Verdict.WELL.exitStatus();
        } catch (IOException e) {
            System.err.println("sem: the faults could not be written down for the page, " + e.getMessage());
            return Verdict.UNKNOWN.exitStatus();
        }
    }

    private Subject subject(Map<String, String> environment) {
        InstallationOptions meant = new InstallationOptions();
        if (data == null && !InstalledSem.isThere() && meant.isServer(environment)) {
            Installation installation = meant.open(environment);
            return new Subject(Addresses.of(installation, meant.settings(environment)), () -> installation);
        }
        Path folder = folder().toAbsolutePath().normalize();
        if (!InstalledSem.is(folder) && !DataFolder.isInUse(folder)) {
            throw new StartFailure(RunningUp.isNotThere(folder) + ".");
        }
        Map<String, String> settings = InstalledSem.is(folder) ? meant.settings(environment) : environment;
        return new Subject(
                Addresses.of(folder, PortsFile.read(folder), settings),
                () -> InstalledSem.is(folder) ? meant.open(environment) : FolderInstallation.open(folder, environment));
    }

    private Path folder() {
        if (data != null) {
            return data;
        }
        return InstalledSem.isThere()
                ? InstalledSem.FOLDER
                : RunningUp.folder().orElseThrow(() -> new StartFailure(RunningUp.isNotHere() + "."));
    }
}
