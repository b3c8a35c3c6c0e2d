package energy.sem.files.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.RegisterAt;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.files.made.Heard;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegisterSeriesTest {
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    /** Values an hour apart; what becomes of them: g and the number of the meter, or x for refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000 5100 5200 5300           | g0 g0 g0 g0",
                "5000 5000 5000                | g0 g0 g0",
                "9000000 9000100 0 50 100      | g0 g0 g1 g1 g1",
                "9000000 0 9000100 9000200     | g0 x g0 g0",
                "9000000 0 0 9000100 9000200   | g0 x x g0 g0",
                "9000000 99000000 9000100 9000200 | g0 x g0 g0",
                "9000000 8999995 9000100       | g0 x g0",
                "9000000 20000000 20000100 20000200 | g0 g1 g1 g1",
                "9000000 0 100 20000000 20000100 | g0 x x g1 g1",
                "9000000 99000000              | g0 x",
            })
    void a_lasting_jump_is_another_meter_and_a_short_one_is_wrong(String values, String expected) throws Exception {
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);
        List<String> texts = List.of(values.strip().split(" +"));
        for (int i = 0; i < texts.size(); i++) {
            series.add(
                    i + 1,
                    BEGIN.plusSeconds(3_600L * i),
                    RegisterValues.of(Register.IMPORT_T1_WH, Long.parseLong(texts.get(i))),
                    Trust.REGISTER);
        }
        Heard heard = new Heard();

        series.tell(heard);

        StringBuilder became = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            int line = i + 1;
            became.append(i == 0 ? "" : " ")
                    .append(heard.registers.stream()
                            .filter(row -> row.line() == line)
                            .map(row -> "g" + row.device().generation())
                            .findFirst()
                            .orElse("x"));
        }
        assertThat(became).hasToString(expected.strip());
        assertThat(heard.refused)
                .hasSize((int) expected.chars().filter(c -> c == 'x').count());
    }

    @Test
    void of_a_quarter_hour_the_first_and_the_last_reading_are_kept_in_any_order() throws Exception {
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);
        for (int minute : new int[] {7, 3, 14, 0, 9, 15}) {
            series.add(
                    minute,
                    BEGIN.plusSeconds(60L * minute),
                    RegisterValues.of(Register.IMPORT_T1_WH, 1000 + minute),
                    Trust.REGISTER);
        }
        Heard heard = new Heard();

        series.tell(heard);

        assertThat(heard.registers).extracting(RegisterAt::value).containsExactly(1000L, 1014L, 1015L);
    }

    @Test
    void registers_of_one_instant_that_come_apart_are_one_reading() throws Exception {
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);
        series.add(1, BEGIN, RegisterValues.of(Register.IMPORT_T1_WH, 1), Trust.REGISTER);
        series.add(2, BEGIN, RegisterValues.of(Register.IMPORT_T2_WH, 2), Trust.REGISTER);
        Heard heard = new Heard();

        series.tell(heard);

        assertThat(heard.registers)
                .extracting(RegisterAt::register)
                .containsExactly(Register.IMPORT_T1_WH, Register.IMPORT_T2_WH);
    }

    /** A sensor that was away for a year did not leap. */
    @Test
    void how_far_a_register_may_rise_counts_from_when_it_was_last_seen() throws Exception {
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);
        series.add(
                1, BEGIN, RegisterValues.of(Register.IMPORT_T1_WH, 1).with(Register.IMPORT_T2_WH, 1), Trust.REGISTER);
        for (int hour = 1; hour < 8_760; hour++) {
            series.add(
                    2,
                    BEGIN.plusSeconds(3_600L * hour),
                    RegisterValues.of(Register.IMPORT_T2_WH, hour),
                    Trust.REGISTER);
        }
        series.add(
                3,
                BEGIN.plusSeconds(3_600L * 8_760),
                RegisterValues.of(Register.IMPORT_T1_WH, 5_000_000),
                Trust.REGISTER);
        series.add(
                4,
                BEGIN.plusSeconds(3_600L * 8_761),
                RegisterValues.of(Register.IMPORT_T1_WH, 5_000_100),
                Trust.REGISTER);
        Heard heard = new Heard();

        series.tell(heard);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.registers)
                .allSatisfy(row -> assertThat(row.device().generation()).isZero());
    }

    /** Any readings, against the same said in the plainest way. */
    @Property(tries = 300)
    void it_keeps_what_the_first_and_the_last_of_each_quarter_hour_say(
            @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> minutes, @ForAll long seed) throws Exception {
        RegisterSeries series = new RegisterSeries(FileDeviceKind.GAS);
        Random random = new Random(seed);
        NavigableMap<Integer, Map<Register, Long>> said = new TreeMap<>();
        NavigableMap<Integer, Integer> lines = new TreeMap<>();
        int line = 0;
        for (int minute : minutes) {
            Register register = random.nextBoolean() ? Register.VOLUME_L : Register.IMPORT_WH;
            int at = minute * 5;
            line++;
            series.add(
                    line,
                    BEGIN.plusSeconds(60L * at),
                    RegisterValues.of(register, 5_000L + minute),
                    random.nextBoolean() ? Trust.SUM : Trust.REGISTER);
            said.computeIfAbsent(at, name -> new EnumMap<>(Register.class)).putIfAbsent(register, 5_000L + minute);
            lines.putIfAbsent(at, line);
        }
        List<String> expected = new ArrayList<>();
        said.forEach((at, values) -> {
            boolean isFirst = said.lowerKey(at) == null || said.lowerKey(at) / 15 != at / 15;
            boolean isLast = said.higherKey(at) == null || said.higherKey(at) / 15 != at / 15;
            if (isFirst || isLast) {
                values.forEach(
                        (register, value) -> expected.add(lines.get(at) + " " + at + " " + register + " " + value));
            }
        });
        Heard heard = new Heard();

        series.tell(heard);

        assertThat(heard.registers)
                .extracting(row -> row.line() + " "
                        + Duration.between(BEGIN, row.at()).toMinutes() + " " + row.register() + " " + row.value())
                .isEqualTo(expected);
        assertThat(series.isEmpty()).isTrue();
    }

    /** Measured at 57 bytes; the bound is loose, since others live in this JVM too. */
    @Test
    void ten_years_of_an_electricity_meter_take_below_a_hundred_bytes_a_quarter_hour() throws Exception {
        int quarters = 350_640;
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);
        long before = usedBytes();
        for (int i = 0; i < 2 * quarters; i++) {
            series.add(i + 2, BEGIN.plusSeconds(450L * i), ofFourRegisters(i), Trust.REGISTER);
        }
        long bytesEach = (usedBytes() - before) / quarters;
        int[] told = {0};

        series.tell(new HistoryRows() {
            @Override
            public void register(RegisterAt row) {
                told[0]++;
            }

            @Override
            public void volume(VolumeOf row) {
                throw new AssertionError("volume");
            }

            @Override
            public void refused(long line, String cause) {
                throw new AssertionError("refused");
            }

            @Override
            public void note(String text) {
                throw new AssertionError("note");
            }

            @Override
            public void endsEarly(long line, String cause) {
                throw new AssertionError("endsEarly");
            }
        });

        assertThat(bytesEach).isBetween(0L, 100L);
        assertThat(told[0]).isEqualTo(4 * 2 * quarters);
    }

    @Test
    void more_than_fits_is_refused_in_words() throws Exception {
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2_000_000; i++) {
                        series.add(i, BEGIN.plusSeconds(450L * i), ofFourRegisters(i), Trust.REGISTER);
                    }
                })
                .isInstanceOf(RowException.class)
                .hasMessageContaining("split it into files of at most ten years");
    }

    private static RegisterValues ofFourRegisters(long i) {
        return RegisterValues.builder()
                .set(Register.IMPORT_T1_WH, 9_000_000 + 50 * i)
                .set(Register.IMPORT_T2_WH, 8_000_000 + 40 * i)
                .set(Register.EXPORT_T1_WH, 10 * i)
                .set(Register.EXPORT_T2_WH, 5 * i)
                .build();
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
