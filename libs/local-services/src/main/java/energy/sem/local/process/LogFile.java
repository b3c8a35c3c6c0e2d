package energy.sem.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the log of a program says about its end. */
public final class LogFile {

    private static final Pattern COMPLAINT = Pattern.compile("(?i)error|exception|cannot|not found|denied");

    private LogFile() {}

    /** Its last line that complains, and where the rest can be read. */
    public static String reason(Path log) {
        if (!Files.exists(log)) {
            return "it left no log";
        }
        try {
            // Whatever the program wrote: a byte that is no UTF-8 must not hide the reason.
            List<String> complaints = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(COMPLAINT.asPredicate())
                    .filter(line -> !line.endsWith("Aborting"))
                    .toList();
            String last = complaints.isEmpty() ? "no error in its log" : complaints.get(complaints.size() - 1);
            return last.strip() + " (see " + log + ")";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
