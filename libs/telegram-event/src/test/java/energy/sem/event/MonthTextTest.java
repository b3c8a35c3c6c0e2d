package energy.sem.event;

import java.time.YearMonth;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MonthTextTest {

    @Property
    void reads_what_java_writes(
            @ForAll @IntRange(min = 0, max = 9999) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        YearMonth expected = YearMonth.of(year, month);
        assertThat(MonthText.read(expected.toString())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-1",
                "2026-13",
                "2026-00",
                "2026/11",
                "202x-11",
                "2026-1x",
                "-026-11",
                "2026-11-22",
                "+2026-11"
            })
    void leaves_everything_else_to_the_usual_reader(String text) {
        assertThat(MonthText.read(text)).isNull();
    }
}
