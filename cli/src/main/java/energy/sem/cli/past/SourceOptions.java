package energy.sem.cli.past;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;
import energy.sem.files.HistoryFileException;
import energy.sem.files.dsmrreader.DsmrReaderApi;

/** Systems whose past is fetched from them while they run: what they answer becomes a file as their own backup is one. */
final class SourceOptions {
    private static final String KEY = "SEM_SOURCE_KEY";
    private static final int STEPS = 1000;

    @Option(
            names = "--dsmr-reader",
            paramLabel = "URL",
            description = "Not a file: a DSMR-reader that runs, as a browser has it, such as http://192.168.1.5:7777.")
    private URI dsmrReader;

    @Option(
            names = "--original-sem",
            paramLabel = "USER@HOST/DATABASE",
            description = "Not a file: the database of an original SEM that runs, such as sem@192.168.1.5/IOT.")
    private String originalSem;

    @Option(
            names = "--source-key-file",
            paramLabel = "FILE",
            description =
                    "The file with DSMR-reader's API key, or with the password of the original SEM's user. Default:"
                            + " SEM_SOURCE_KEY.")
    private Path keyFile;

    /** How many of them are asked for. */
    int count() {
        return (dsmrReader == null ? 0 : 1) + (originalSem == null ? 0 : 1);
    }

    /** What is asked, for people. */
    String words() {
        return dsmrReader != null ? "DSMR-reader" : "The original SEM";
    }

    /**
     * Fetches all that it has.
     *
     * @return a file that only this user can read, and that is the caller's to delete
     * @throws StartFailure with what to do; no file is left
     */
    Path fetch(Map<String, String> environment, Screen screen) {
        String key = key(environment);
        Path file = null;
        try {
            file = Files.createTempFile("sem-fetched", ".sql");
            file.toFile().deleteOnExit();
            if (dsmrReader != null) {
                fromDsmrReader(key, file, screen);
            } else {
                screen.line(String.format(
                        java.util.Locale.ROOT,
                        "The original SEM has %,d rows.",
                        OriginalSemTable.at(originalSem).save(key, file)));
            }
            return file;
        } catch (HistoryFileException e) {
            throw failed(file, e.getMessage(), e);
        } catch (SQLException e) {
            throw failed(file, OriginalSemTable.words(e), e);
        } catch (IOException e) {
            throw failed(file, "what it answers cannot be kept in a file: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private void fromDsmrReader(String key, Path file, Screen screen) throws IOException {
        DsmrReaderApi api = new DsmrReaderApi(dsmrReader, key);
        try (Screen.Progress progress = screen.progress("Fetching", STEPS)) {
            long[] done = {0};
            api.save(file, share -> {
                long now = Math.round(share * STEPS);
                if (now > done[0]) {
                    progress.step(now - done[0]);
                    done[0] = now;
                }
            });
        }
    }

    /** Never an argument: other users of the computer see those. */
    private String key(Map<String, String> environment) {
        if (keyFile != null) {
            return WhichSem.keyIn(keyFile);
        }
        String key = environment.getOrDefault(KEY, "").strip();
        if (key.isEmpty()) {
            throw new StartFailure(
                    dsmrReader != null
                            ? "DSMR-reader wants the key of its API (in its settings, API): give --source-key-file FILE, or set "
                                    + KEY + "."
                            : "the database wants the password of its user: give --source-key-file FILE, or set " + KEY
                                    + ".");
        }
        return key;
    }

    private static StartFailure failed(Path file, String why, Exception cause) {
        delete(file);
        return new StartFailure(why + " Nothing was changed.", cause);
    }

    /** Removes what was fetched. */
    static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("sem: " + file + " could not be removed: " + e.getMessage());
        }
    }
}
