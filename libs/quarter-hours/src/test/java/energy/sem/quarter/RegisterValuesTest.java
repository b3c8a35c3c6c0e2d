package energy.sem.quarter;

import java.util.Map;

import org.junit.jupiter.api.Test;

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
        assertThat(SOME).hasToString("{IMPORT_T1_WH=5, VOLUME_L=0}");
    }

    @Test
    void columns_are_named_after_the_register() {
        assertThat(Register.IMPORT_T1_WH.firstColumn()).isEqualTo("first_import_t1_wh");
        assertThat(Register.HEAT_MJ.lastColumn()).isEqualTo("last_heat_mj");
    }
}
