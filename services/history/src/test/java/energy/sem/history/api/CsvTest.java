package energy.sem.history.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {
    private static final Csv PLAIN = new Csv(false);
    private static final Csv BELGIAN = new Csv(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+32 470",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1+1",
                "=HYPERLINK(\"http://x\";\"y\")",
                "\uFF1D1+1"
            })
    void no_text_is_a_formula_in_a_spreadsheet(String text) {
        assertThat(fields(PLAIN.line(List.of(text)), ',')).containsExactly("'" + text);
        assertThat(fields(BELGIAN.line(List.of(text)), ';')).containsExactly("'" + text);
    }

    @Test
    void numbers_and_times_are_written_in_one_form() {
        List<Object> fields = Arrays.asList(
                new BigDecimal("-0.5"), 3, null, true, OffsetDateTime.parse("2026-11-02T00:00Z"), "1SEM0000000001");
        assertThat(PLAIN.line(fields)).isEqualTo("-0.5,3,,true,2026-11-02T00:00:00+00:00,1SEM0000000001\r\n");
        assertThat(BELGIAN.line(fields)).isEqualTo("-0,5;3;;true;2026-11-02T00:00:00+00:00;1SEM0000000001\r\n");
    }

    @Property
    void whatever_a_text_holds_a_reader_gets_it_back(@ForAll @Size(min = 1, max = 5) List<String> texts) {
        for (Csv csv : List.of(PLAIN, BELGIAN)) {
            List<String> read = fields(csv.line(texts), csv.belgian() ? ';' : ',');
            assertThat(read).hasSameSizeAs(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(read.get(i)).isIn(texts.get(i), "'" + texts.get(i));
            }
        }
    }

    /** The fields of one line as RFC 4180 has them. */
    private static List<String> fields(String line, char separator) {
        assertThat(line).endsWith("\r\n");
        String rest = line.substring(0, line.length() - 2) + separator;
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '"' && quoted && rest.charAt(i + 1) == '"') {
                field.append(rest.charAt(++i));
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                assertThat(quoted || (c != '\r' && c != '\n')).isTrue();
                field.append(c);
            }
        }
        return fields;
    }
}
