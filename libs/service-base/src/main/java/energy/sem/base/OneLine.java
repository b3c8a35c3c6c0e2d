package energy.sem.base;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Makes one line of each message of the log: what devices, records and requests say may stand in it, and with a line break in it
 * they would write lines of their own, with a terminal's commands worse. Control characters are shown as Java writes them.
 * Each service's console has it ({@code quarkus.log.console.filter}).
 */
@LoggingFilter(name = OneLine.NAME)
public final class OneLine implements Filter {
    static final String NAME = "one-line";

    /** The message alone, with its parameters, without what failed. */
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    /** Also the separators of lines and the signs that turn the direction of writing. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    @Override
    public boolean isLoggable(LogRecord record) {
        String message = MESSAGE.format(record);
        if (HIDDEN.matcher(message).find()) {
            String shown = HIDDEN.matcher(message).replaceAll(OneLine::shown);
            if (record instanceof ExtLogRecord line) {
                line.setMessage(shown, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                record.setMessage(shown);
                record.setParameters(null);
            }
        }
        return true;
    }

    private static String shown(MatchResult hidden) {
        char character = hidden.group().charAt(0);
        return switch (character) {
            // Twice each: the text stands in a replacement.
            case '\n' -> "\\\\n";
            case '\r' -> "\\\\r";
            case '\t' -> "\\\\t";
            default -> String.format("\\\\u%04X", (int) character);
        };
    }
}
