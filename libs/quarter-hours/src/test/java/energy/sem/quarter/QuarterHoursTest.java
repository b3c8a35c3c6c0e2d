package energy.sem.quarter;

import java.time.Instant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuarterHoursTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,      0",
        "1970-01-01T00:14:59.999Z,  0",
        "1970-01-01T00:15:00Z,      1",
        "1969-12-31T23:59:59.999Z, -1",
        "2026-11-22T10:15:00Z,      1994825"
    })
    void an_edge_belongs_to_the_new_quarter_hour(Instant instant, int quarter) {
        assertThat(QuarterHours.of(instant)).isEqualTo(quarter);
        assertThat(QuarterHours.of(instant.toEpochMilli())).isEqualTo(quarter);
    }

    @Property
    void an_instant_lies_from_its_start_to_before_the_next(
            @ForAll @LongRange(min = -1L << 40, max = 1L << 45) long epochMilli) {
        int quarter = QuarterHours.of(epochMilli);
        assertThat(epochMilli)
                .isGreaterThanOrEqualTo(QuarterHours.startMilli(quarter))
                .isLessThan(QuarterHours.startMilli(quarter + 1));
        assertThat(QuarterHours.start(quarter).toEpochMilli()).isEqualTo(QuarterHours.startMilli(quarter));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:15:00Z, true",
        "2026-11-22T10:15:01Z, false",
        "2026-11-22T10:15:00.001Z, false",
        "1969-12-31T23:45:00Z, true"
    })
    void only_whole_quarter_hours_are_edges(Instant instant, boolean edge) {
        assertThat(QuarterHours.isEdge(instant)).isEqualTo(edge);
    }

    @Test
    void an_instant_beyond_counting_is_refused() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> QuarterHours.of(Long.MAX_VALUE));
    }
}
