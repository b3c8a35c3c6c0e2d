package energy.sem.cli.past;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--meter", paramLabel = "NAME", description = "The meter. Default: the only one that there is.")
    private String meter;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "SEM",
            description = "One of ${COMPLETION-CANDIDATES}. Default: sem.")
    private ExportedHistory.Form form;

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
        new ExportedHistory(history, name, form).to(to, screen);
        return 0;
    }
}
