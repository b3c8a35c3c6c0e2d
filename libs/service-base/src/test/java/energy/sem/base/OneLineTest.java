package energy.sem.base;

import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineTest {
    private final OneLine filter = new OneLine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a meter of °C € 中 says $1 \\ | a meter of °C € 中 says $1 \\",
                "LF | of a record: x\\n2026-11-30 INFO all is well",
            })
    void a_line_break_of_a_record_is_shown_and_begins_no_line(String said, String shown) {
        String message = said.equals("LF") ? "of a record: %s" : said;
        ExtLogRecord line = new ExtLogRecord(Level.WARNING, message, ExtLogRecord.FormatStyle.PRINTF, "any");
        if (said.equals("LF")) {
            line.setParameters(new Object[] {"x\n2026-11-30 INFO all is well"});
        }

        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getMessage()).isEqualTo(shown);
    }

    @Test
    void no_control_character_is_left() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0xA0; c++) {
            all.append(c);
        }
        LogRecord line = new LogRecord(Level.INFO, all.append("\u2028\u202Eend").toString());

        filter.isLoggable(line);
        assertThat(line.getMessage())
                .doesNotContainPattern("\\p{Cc}|\u2028|\u202E")
                .contains("\\u001B", "\\r", "\\t", "\\u0085", "\\u2028", "\\u202Eend", "~");
    }

    @Test
    void a_message_that_is_none_is_left_alone() {
        LogRecord line = new LogRecord(Level.INFO, null);

        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getMessage()).isNull();
    }
}
