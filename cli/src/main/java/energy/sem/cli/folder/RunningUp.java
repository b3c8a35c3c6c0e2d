package energy.sem.cli.folder;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import energy.sem.cli.help.CommandName;

/** The {@code ./sem up} that a command means when nobody names its data folder: that of this checkout. */
public final class RunningUp {
    /** What {@code --data} says of its default in help. */
    public static final String DEFAULT = "Default: .sem/data or .sem/demo, whichever a ./sem up runs with.";

    private RunningUp() {}

    /** The folder of the one that runs with a folder of this checkout; that of real meters before the simulated one. */
    public static Optional<Path> folder() {
        Path checkout = Path.of(System.getProperty("sem.checkout", "")).toAbsolutePath();
        return Stream.of("data", "demo")
                .map(checkout.resolve(".sem")::resolve)
                .filter(DataFolder::isInUse)
                .findFirst();
    }

    /** Says that none runs with this folder, and how one that runs is named. */
    public static String isNotThere(Path folder) {
        return isNotThere("the data folder " + folder);
    }

    /** Says that none runs with a folder of this checkout, and how one that runs elsewhere is named. */
    public static String isNotHere() {
        return isNotThere("a data folder of this checkout (.sem/data, .sem/demo)");
    }

    private static String isNotThere(String folders) {
        return CommandName.in("no ./sem up runs with " + folders
                + ": start one, or give the folder of the one that runs with --data DIR");
    }
}
