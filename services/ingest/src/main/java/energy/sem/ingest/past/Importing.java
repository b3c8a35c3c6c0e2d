package energy.sem.ingest.past;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.files.FileDevice;
import energy.sem.files.HistoryFile;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistorySource;

/**
 * Takes a file of another system into the tables: one transaction, so that it is there as a whole or not at all, whatever is killed.
 * It comes out as if live readings and other imports of the meter had come before it or after it, and lets live readings go on for
 * nearly all of its time.
 */
@ApplicationScoped
public class Importing {
    private static final int TIMEOUT_SECONDS = 3600;

    private final DataSource dataSource;
    private final Elsewhere elsewhere;
    private final ZoneId zone;
    private final Clock clock;

    Importing(
            DataSource dataSource,
            Elsewhere elsewhere,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Clock clock) {
        this.dataSource = dataSource;
        this.elsewhere = elsewhere;
        this.zone = zone;
        this.clock = clock;
    }

    /** The household's zone. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Looks at a file and, unless it is a dry run, takes it.
     *
     * @return what was found; with a {@link Plan#refusal} nothing was written
     * @throws RuntimeException when the database refuses; nothing was written
     */
    public Plan take(String meter, Upload upload, ImportOptions options, boolean dryRun, Progress progress) {
        FileRows rows = new FileRows(clock.instant());
        String format;
        try (HistoryFile opened = HistoryFile.open(upload.path(), upload.path().getParent())) {
            format = read(opened, options, rows, progress);
        } catch (HistoryFileException e) {
            return refused(dryRun, "", rows, e.getMessage());
        } catch (IOException e) {
            return refused(
                    dryRun, "", rows, "The file cannot be read: " + e.getClass().getSimpleName() + ".");
        }
        rows.devices().values().removeIf(FileSeries::isEmpty);
        if (rows.devices().isEmpty()) {
            return refused(dryRun, format, rows, "Nothing in the file can be taken.");
        }
        Tries.Attempt<Plan> attempt = lockFirst -> QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> taken(meter, upload, options, progress, format, rows, dryRun, lockFirst));
        try {
            return dryRun ? Tries.looking(meter, attempt) : Tries.writing(meter, attempt);
        } catch (Refusal e) {
            return refused(dryRun, format, rows, e.getMessage());
        }
    }

    private Plan taken(
            String meter,
            Upload upload,
            ImportOptions options,
            Progress progress,
            String format,
            FileRows rows,
            boolean dryRun,
            boolean lockFirst)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            FileImport one = new FileImport(connection, elsewhere, meter, upload, options, zone, clock, progress);
            return dryRun ? one.look(format, rows) : one.take(format, rows, lockFirst);
        }
    }

    private static String read(HistoryFile opened, ImportOptions options, FileRows rows, Progress progress)
            throws IOException {
        if (opened.sources().isEmpty()) {
            throw new HistoryFileException(
                    opened.unknown().isEmpty()
                            ? "Nothing in the file is of a format that is known."
                            : String.join(" ", opened.unknown()));
        }
        opened.unknown().forEach(rows::note);
        for (HistorySource source : opened.sources()) {
            progress.at("reading", source.shareRead().orElse(0));
            source.read(options.reading(), new Told(rows, source, progress));
        }
        return opened.sources().stream().map(HistorySource::format).distinct().collect(Collectors.joining(", "));
    }

    private static Plan refused(boolean dryRun, String format, FileRows rows, String why) {
        List<String> words = new ArrayList<>(Words.ofFile(format, rows));
        words.add(why);
        return new Plan(
                dryRun, null, why, format, rows.rows(), rows.refusedRows(), rows.refused(), 0, List.of(), words);
    }

    /** The newest generation of each device of a file: the meter that is read now, if any is. */
    static Map<FileDevice, Integer> newest(Iterable<FileDevice> devices) {
        Map<FileDevice, Integer> newest = new HashMap<>();
        for (FileDevice device : devices) {
            newest.merge(new FileDevice(device.kind(), device.serial(), 0), device.generation(), Math::max);
        }
        return newest;
    }
}
