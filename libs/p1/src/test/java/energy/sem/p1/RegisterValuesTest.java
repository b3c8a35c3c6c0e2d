package energy.sem.p1;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterValuesTest {
    private static final RegisterValues SOME =
            RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 5L, Register.VOLUME_L, 0L));

    @Test
    void the_maximum_takes_the_one_value_there_is() {
        RegisterValues other = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 4L, Register.HEAT_MJ, 3L));
        RegisterValues expected =
                RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 5L, Register.VOLUME_L, 0L, Register.HEAT_MJ, 3L));
        assertThat(SOME.max(other))
                .isEqualTo(expected)
                .isEqualTo(other.max(SOME))
                .hasSameHashCodeAs(expected);
    }

    @Test
    void zero_is_a_value_and_absent_is_not() {
        assertThat(SOME.get(Register.VOLUME_L)).isZero();
        assertThat(SOME.get(Register.EXPORT_WH)).isNull();
        assertThat(SOME).hasToString("{importT1Wh=5, volumeLitre=0}");
    }

    @ParameterizedTest
    @CsvSource({
        // total, tariff 1, tariff 2, tariff 3: what went
        "100, 10, 20, 30, 100",
        "100,   ,   ,   , 100",
        "   , 10, 20, 30,  60",
        "   , 10, 20,   ,  30",
        "   ,   , 20,   ,  20",
        "   ,   ,   ,   ,    "
    })
    void what_went_one_way_is_the_meters_own_total_or_else_the_sum_over_all_its_tariffs(
            Long total, Long tariff1, Long tariff2, Long tariff3, Long expected) {
        RegisterValues values = RegisterValues.builder()
                .set(Register.IMPORT_WH, total)
                .set(Register.IMPORT_T1_WH, tariff1)
                .set(Register.IMPORT_T2_WH, tariff2)
                .set(Register.IMPORT_T3_WH, tariff3)
                .build();
        assertThat(values.total(Direction.IMPORT)).isEqualTo(expected);
        assertThat(values.total(Direction.EXPORT)).isNull();
    }

    @Test
    void what_went_since_an_earlier_reading_is_counted_by_what_both_have() {
        RegisterValues before = RegisterValues.of(Register.IMPORT_T1_WH, 5).with(Register.IMPORT_WH, 100);
        RegisterValues now = before.with(Register.IMPORT_T1_WH, 8).with(Register.IMPORT_T3_WH, 1_000);
        assertThat(now.with(Register.IMPORT_WH, 107).since(before, Direction.IMPORT))
                .isEqualTo(7);
        assertThat(now.since(RegisterValues.of(Register.IMPORT_T1_WH, 5), Direction.IMPORT))
                .isEqualTo(3);
        assertThat(now.since(RegisterValues.NONE, Direction.IMPORT)).isNull();
    }

    @Test
    void a_sum_takes_the_one_value_there_is() {
        assertThat(SOME.plus(RegisterValues.of(Register.IMPORT_T1_WH, 4).with(Register.HEAT_MJ, 3)))
                .isEqualTo(SOME.with(Register.IMPORT_T1_WH, 9).with(Register.HEAT_MJ, 3));
        assertThat(SOME.plus(RegisterValues.NONE)).isEqualTo(SOME).isEqualTo(RegisterValues.NONE.plus(SOME));
    }
}
