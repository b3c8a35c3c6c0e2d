package energy.sem.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.process.Ports;

/** {@code ./sem doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at the running SEM from the meter to the display, and says what is wrong and what to do.",
            "It only reads. Exit status: 0 all is well, 1 a fault, 2 it could not look."
        },
        footer = {"Examples:", "./sem doctor", "./sem doctor --json --data .sem/demo"})
public final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder of the ./sem up. Default: that of the installed SEM when this is its command; else"
                            + " .sem/data, or .sem/demo when only that is in use.")
    private Path data;

    @Option(names = "--json", description = "For scripts: {\"verdict\": …, \"findings\": […]}.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = (data != null ? data : usual()).toAbsolutePath().normalize();
        if (!InstalledSem.is(folder) && !DataFolder.isInUse(folder)) {
            System.err.println("sem: no ./sem up runs with the data folder " + folder
                    + ": start one, or give its folder with --data DIR.");
            return Verdict.UNKNOWN.exitStatus();
        }
        Ports ports = PortsFile.read(folder);
        Examination examination = Examination.of(new Patient(folder, ports));
        System.out.print(json ? examination.json() + System.lineSeparator() : examination.inWords());
        return examination.verdict().exitStatus();
    }

    private static Path usual() {
        if (InstalledSem.isThere()) {
            return InstalledSem.FOLDER;
        }
        Path folders =
                Path.of(System.getProperty("sem.checkout", "")).toAbsolutePath().resolve(".sem");
        Path real = folders.resolve("data");
        return !DataFolder.isInUse(real) && Files.exists(folders.resolve("demo")) ? folders.resolve("demo") : real;
    }
}
