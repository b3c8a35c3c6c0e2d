package energy.sem.cli.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;

/**
 * The whole history of a meter as a file.
 *
 * @param history where it is
 * @param meter whose
 * @param form of the file
 */
public record ExportedHistory(HistoryDoor history, String meter, Form form) {

    /** The forms, as history calls them. */
    public enum Form {
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

    /**
     * Writes it, whole or not at all.
     *
     * @param to the file, or a folder for it; what is there under that name is replaced
     * @throws StartFailure when it cannot be written, or history refuses it
     */
    public void to(Path to, Screen screen) {
        Path target = (Files.isDirectory(to.toAbsolutePath()) ? to.resolve(form.fileOf(meter)) : to).toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            history.download(meter, form.toString(), part);
            if (form == Form.SEM) {
                whole(part);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            screen.line("The history of " + meter + " is in " + target + ", "
                    + String.format(Locale.ROOT, "%.1f MB.", Files.size(target) / 1e6));
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
