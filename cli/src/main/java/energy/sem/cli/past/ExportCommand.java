package energy.sem.cli.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;

/** {@code ./sem export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the whole history of a meter into one file: all that SEM keeps for ever, as SEM reads it back, or as others"
                    + " read it. docs/moving-out.md says what is in it."
        },
        footer = {"Examples:", "./sem export", "./sem export --meter home --as months --to months.csv"})
public final class ExportCommand implements Callable<Integer> {

    /** The forms, as history calls them. */
    enum Form {
        SEM("zip"),
        HOME_ASSISTANT("csv"),
        DSMR_READER("csv"),
        MONTHS("csv");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private String fileOf(String meter) {
            return "sem-" + meter + (this == SEM ? "" : "-" + this) + "." + ending;
        }
    }

    @Option(names = "--meter", paramLabel = "NAME", description = "The meter. Default: the only one that there is.")
    private String meter;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "SEM",
            description = "One of ${COMPLETION-CANDIDATES}. Default: sem.")
    private Form form;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "The file, or a folder for it. Default: this folder. What is there under that name is replaced.")
    private Path to = Path.of("");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The file with a read key, where reading needs one. Default: SEM_HISTORY_KEY, or the first of SEM_READ_KEYS.")
    private Path keyFile;

    @Mixin
    private DoorOptions door;

    @Override
    public Integer call() {
        Screen screen = new Screen(System.out, Boolean.getBoolean("sem.terminal"));
        HistoryDoor history = door.openToRead(System.getenv(), keyFile);
        String name = meter != null ? meter : history.onlyMeter();
        Path target = (Files.isDirectory(to.toAbsolutePath()) ? to.resolve(form.fileOf(name)) : to).toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            history.download(name, form.toString(), part);
            if (form == Form.SEM) {
                whole(part);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            screen.line("The history of " + name + " is in " + target + ", "
                    + String.format(Locale.ROOT, "%.1f MB.", Files.size(target) / 1e6));
            return 0;
        } catch (IOException e) {
            throw new StartFailure(
                    "the history could not be written to " + target + ": " + e.getMessage()
                            + ". Nothing stands under that name that is not whole.",
                    e);
        } finally {
            remove(part);
        }
    }

    /** The manifest comes last, so a file that broke off has none. */
    private static void whole(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("manifest.json") == null) {
                throw new IOException("it broke off");
            }
        } catch (ZipException e) {
            throw new IOException("it broke off", e);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.err.println("sem: " + part + " could not be removed: " + e.getMessage());
        }
    }
}
