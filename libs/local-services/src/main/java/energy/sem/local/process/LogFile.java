package energy.sem.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the log of a program says about its end. */
public final class LogFile {

    private static final Pattern COMPLAINT = Pattern.compile("(?i)error|exception|cannot|not found|denied");

    /** A log grows for months; its end is what matters. */
    private static final int TAIL_BYTES = 256 << 10;

    private static final int LAST_LINES = 200;

    private LogFile() {}

    /** Its last line that complains, and where the rest can be read. */
    public static String reason(Path log) {
        return reason(log, 0);
    }

    /** The last line that complains since a place in the log, in bytes from its begin. */
    static String reason(Path log, long from) {
        if (!Files.exists(log)) {
            return "it left no log";
        }
        List<String> complaints = lastLines(log, from).stream()
                .filter(COMPLAINT.asPredicate())
                .filter(line -> !line.endsWith("Aborting"))
                .toList();
        String last = complaints.isEmpty() ? "no error in its log" : complaints.get(complaints.size() - 1);
        return last.strip() + " (see " + log + ")";
    }

    /** The last 200 lines since a place in the log; none when it cannot be read. */
    static List<String> lastLines(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.max(Math.min(from, file.length()), file.length() - TAIL_BYTES);
            byte[] tail = new byte[(int) (file.length() - begin)];
            file.seek(begin);
            file.readFully(tail);
            // Whatever the program wrote: a byte that is no UTF-8 must not hide the reason.
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
