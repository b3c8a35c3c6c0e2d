package energy.sem.p1;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of registers are contracts with events, tables, answers and spreadsheets: see the columns of the table. */
class RegisterTest {

    @ParameterizedTest
    @CsvSource({
        "IMPORT_T1_WH, 1-0:1.8.1, importT1Wh,   import_t1_wh, importT1Kwh, import_t1_kwh",
        "IMPORT_T8_WH, 1-0:1.8.8, importT8Wh,   import_t8_wh, importT8Kwh, import_t8_kwh",
        "IMPORT_WH,    1-0:1.8.0, importWh,     import_wh,    importKwh,   import_kwh",
        "EXPORT_T2_WH, 1-0:2.8.2, exportT2Wh,   export_t2_wh, exportT2Kwh, export_t2_kwh",
        "EXPORT_WH,    1-0:2.8.0, exportWh,     export_wh,    exportKwh,   export_kwh",
        "REACTIVE_IMPORT_VARH, 1-0:3.8.0, reactiveImportVarh, reactive_import_varh, reactiveImportKvarh, reactive_import_kvarh",
        "REACTIVE_Q4_VARH, 1-0:8.8.0, reactiveQ4Varh, reactive_q4_varh, reactiveQ4Kvarh, reactive_q4_kvarh",
        "VOLUME_L,     ,          volumeLitre,  volume_l,     volumeM3,    volume_m3",
        "HEAT_MJ,      ,          heatMj,       heat_mj,      heatGj,      heat_gj"
    })
    void has_a_name_for_each_place(
            Register register, String obis, String inEvents, String column, String inAnswers, String inCsv) {
        assertThat(register.obis()).isEqualTo(obis);
        assertThat(register.jsonName()).isEqualTo(inEvents);
        assertThat(register.column()).isEqualTo(column);
        assertThat(register.firstColumn()).isEqualTo("first_" + column);
        assertThat(register.lastColumn()).isEqualTo("last_" + column);
        assertThat(register.answerName()).isEqualTo(inAnswers);
        assertThat(register.csvHeader()).isEqualTo(inCsv);
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_each_of_its_names(Register register) {
        assertThat(Register.ofJsonName(register.jsonName())).isEqualTo(register);
        assertThat(Register.ofColumn(register.column())).isEqualTo(register);
        if (register.obis() != null) {
            assertThat(decode(register.obis() + "(000012.345)").registers())
                    .isEqualTo(RegisterValues.of(register, 12_345));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:1.8.1(000012.345*kWh),   IMPORT_T1_WH",
        "1-0:1.8.1(000012345*Wh),     IMPORT_T1_WH",
        "1-0:3.8.0(000012.345*kvarh), REACTIVE_IMPORT_VARH",
        "1-0:4.8.0(000012.345*kVArh), REACTIVE_EXPORT_VARH",
        "1-0:4.8.0(000012.345*kvar),  REACTIVE_EXPORT_VARH",
        "1-0:5.8.0(000012345*varh),   REACTIVE_Q1_VARH",
    })
    void is_read_in_the_units_that_meters_write(String line, Register register) {
        assertThat(decode(line).registers()).isEqualTo(RegisterValues.of(register, 12_345));
    }

    @Test
    void reactive_energy_counts_in_no_total() {
        RegisterValues values = RegisterValues.of(register -> register.unit() == RegisterUnit.VARH ? 7L : null);
        assertThat(values.registers()).hasSize(6);
        assertThat(values.total(Direction.IMPORT)).isNull();
        assertThat(values.with(Register.EXPORT_T3_WH, 5).total(Direction.EXPORT))
                .isEqualTo(5);
    }

    @Test
    void a_direction_has_eight_tariffs_and_a_total() {
        for (Direction direction : Direction.values()) {
            assertThat(Register.tariffs(direction))
                    .extracting(Register::tariff)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(Register.total(direction)).matches(Register::isTotal);
        }
        assertThat(Stream.of(Register.values()).filter(Register::isTotal)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1-0:1.8.9", "1-0:9.8.0", "1-1:1.8.15", "0-0:1.8.1"})
    void other_codes_are_no_registers(String code) {
        Telegram telegram = decode("1-0:1.7.0(00.100*kW)\r\n" + code + "(000012.345)");
        assertThat(telegram.registers()).isEqualTo(RegisterValues.NONE);
        assertThat(telegram.others()).extracting(UnknownObject::code).containsExactly(code);
    }

    private static Telegram decode(String lines) {
        byte[] bytes = ("/SEM5TEST\r\n\r\n" + lines + "\r\n!\r\n").getBytes(StandardCharsets.US_ASCII);
        return TelegramDecoder.decode(bytes, 0, bytes.length);
    }
}
