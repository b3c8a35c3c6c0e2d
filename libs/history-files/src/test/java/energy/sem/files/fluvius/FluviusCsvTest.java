package energy.sem.files.fluvius;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FluviusCsvTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);
    private static final String HEADER =
            "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus;Omschrijving\n";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    /** Over both changes of the clock, and over none. */
    @Property(tries = 40)
    void quarter_hours_are_read_to_the_watt_hour(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int day, @ForAll Variant variant)
            throws Exception {
        Path here = Files.createTempDirectory("sem-files-test");
        Household household =
                Household.of(seed, BRUSSELS, LocalDate.of(2025, 3, 1).plusDays(day), 4);

        Heard heard = Heard.of(here, FluviusFiles.quarters(household, variant, q -> q % 50 == 7), HERE);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.early).isEmpty();
        Map<Instant, Long> imported = new TreeMap<>(heard.volumesOf(Register.IMPORT_T1_WH));
        imported.putAll(heard.volumesOf(Register.IMPORT_T2_WH));
        assertThat(imported).hasSize(household.quarters());
        for (int q = 0; q < household.quarters(); q++) {
            int quarter = q;
            List<VolumeOf> rows = heard.volumes.stream()
                    .filter(row -> row.from().equals(household.edge(quarter)))
                    .toList();
            assertThat(rows).hasSize(2).allSatisfy(row -> {
                assertThat(row.to()).isEqualTo(household.edge(quarter + 1));
                assertThat(row.device().serial()).isEqualTo(FluviusFiles.METER);
                assertThat(row.amount().isEmpty()).isEqualTo(quarter % 50 == 7);
                if (row.amount().isPresent()) {
                    assertThat(row.amount().getAsLong()).isEqualTo(household.in(row.register(), quarter));
                    assertThat(row.trust()).isEqualTo(Trust.VALIDATED);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_interleaved_hours_of_october_are_told_apart(Variant variant) throws Exception {
        Household household = Household.of(1, BRUSSELS, LocalDate.of(2025, 10, 26), 1);
        assertThat(household.quarters()).isEqualTo(100);

        Heard heard = Heard.of(folder, FluviusFiles.quarters(household, variant, q -> false), HERE);

        assertThat(heard.volumesOf(Register.IMPORT_T2_WH)).hasSize(100).allSatisfy((from, amount) -> assertThat(amount)
                .isEqualTo(household.at(Register.IMPORT_T2_WH, from.plusSeconds(900))
                        - household.at(Register.IMPORT_T2_WH, from)));
    }

    @Test
    void one_row_alone_of_the_doubled_hour_is_left_out_and_told() throws Exception {
        Household household = Household.of(1, BRUSSELS, LocalDate.of(2025, 10, 26), 1);
        String whole = FluviusFiles.quarters(household, Variant.DUTCH_2025_09, q -> false);
        int second = whole.indexOf("02:15:00;26-10-2025;02:30", whole.indexOf("02:15:00;26-10-2025;02:30") + 1);
        int lineBegins = whole.lastIndexOf('\n', second);
        String without = whole.substring(0, lineBegins) + whole.substring(whole.indexOf('\n', second));

        Heard heard = Heard.of(folder, without, HERE);

        assertThat(heard.refused).hasSize(1).first().asString().contains("only one row for 2025-10-26T02:15");
        assertThat(heard.volumes).hasSize(2 * 100 - 2);
    }

    @ParameterizedTest
    @EnumSource
    void gas_is_counted_once_in_litres(Variant variant) throws Exception {
        Household household = Household.of(7, BRUSSELS, LocalDate.of(2025, 10, 25), 3);

        Heard heard = Heard.of(folder, FluviusFiles.gasHours(household, variant), HERE);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.volumes).hasSize(73).allSatisfy(row -> {
            assertThat(row.register()).isEqualTo(Register.VOLUME_L);
            assertThat(row.device().kind()).isEqualTo(FileDeviceKind.GAS);
            assertThat(row.device().serial()).isEqualTo(FluviusFiles.GAS_METER);
            assertThat(row.trust()).isEqualTo(Trust.VALIDATED);
            assertThat(row.amount().orElse(-1))
                    .isEqualTo(household.at(Register.VOLUME_L, row.to()) - household.at(Register.VOLUME_L, row.from()));
        });
        assertThat(heard.notes).anyMatch(note -> note.contains("m³ are taken"));
    }

    @Test
    void days_have_23_24_and_25_hours_and_are_sums() throws Exception {
        Household household = Household.of(3, BRUSSELS, LocalDate.of(2025, 3, 29), 220);

        Heard heard = Heard.of(folder, FluviusFiles.days(household, Variant.DUTCH_2025_09), HERE);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.volumes)
                .hasSize(220 * 4)
                .allSatisfy(row -> {
                    assertThat(row.trust()).isEqualTo(Trust.SUM);
                    assertThat(row.amount().orElse(-1))
                            .isEqualTo(
                                    household.at(row.register(), row.to()) - household.at(row.register(), row.from()));
                })
                .extracting(row -> Duration.between(row.from(), row.to()).toHours())
                .contains(23L, 24L, 25L);
    }

    @Test
    void a_gas_day_is_from_six_to_six() throws Exception {
        Heard heard = Heard.of(
                folder,
                HEADER.replace("Validatiestatus", "Validatiestatus;Calorische Bovenwaarde")
                        + "02-01-2025;00:00:00;03-01-2025;00:00:00;=\"541400000000000000\";7SEM0000000001;Digitale meter;Afname;1,234;m³;Uitgelezen;;\n",
                HERE);

        assertThat(heard.volumes).singleElement().satisfies(row -> {
            assertThat(row.from()).isEqualTo(Instant.parse("2025-01-02T05:00:00Z"));
            assertThat(row.to()).isEqualTo(Instant.parse("2025-01-03T05:00:00Z"));
            assertThat(row.amount().orElse(0)).isEqualTo(1234);
            assertThat(row.trust()).isEqualTo(Trust.SUM);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,065      | Uitgelezen    | 65 | VALIDATED",
                "0,065      | Gevalideerd   | 65 | VALIDATED",
                "0,065      | Geschat       | 65 | ESTIMATED",
                "0,065      | Iets nieuws   | 65 | ESTIMATED",
                "0          | Uitgelezen    | 0  | VALIDATED",
                "1000,5     | Read          | 1000500 | VALIDATED",
                "''         | Uitgelezen    | -1 | ESTIMATED",
                "''         | Geen verbruik | -1 | ESTIMATED",
                "0,000      | Geen verbruik | -1 | ESTIMATED",
            })
    void status_and_volume_say_how_far_to_believe(String volume, String status, long wattHours, Trust trust)
            throws Exception {
        Heard heard =
                Heard.of(folder, HEADER + row("00:00:00", "00:15:00", "Afname Nacht", volume, "kWh", status), HERE);

        assertThat(heard.volumes).singleElement().satisfies(row -> {
            assertThat(row.amount().orElse(-1)).isEqualTo(wattHours);
            assertThat(row.trust()).isEqualTo(trust);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:00:00 | 00:15:00 | Afname Nacht | -0,065  | kWh   | negative",
                "00:00:00 | 00:15:00 | Afname Nacht | 0,0,65  | kWh   | no number",
                "00:00:00 | 00:15:00 | Afname Nacht | 1.000,5 | kWh   | no number",
                "00:00:00 | 00:15:00 | Afname Nacht | 1e99    | kWh   | no number that a meter counts to",
                "00:00:00 | 00:20:00 | Afname Nacht | 0,1     | kWh   | neither a quarter hour",
                "25:00:00 | 00:20:00 | Afname Nacht | 0,1     | kWh   | no time",
                "00:00:00 | 00:15:00 | Afname Avond | 0,1     | kWh   | register or its unit",
                "00:00:00 | 00:15:00 | Afname Dag   | 0,1     | kVArh | register or its unit",
                "00:00:00 | 00:15:00 | Afname       | 0,1     | kWh   | register or its unit",
                "00:15:00 | 00:00:00 | Afname Nacht | 0,1     | kWh   | neither a quarter hour",
            })
    void a_row_that_cannot_be_is_refused_with_its_line(
            String from, String to, String register, String volume, String unit, String cause) throws Exception {
        Heard heard = Heard.of(folder, HEADER + row(from, to, register, volume, unit, "Uitgelezen"), HERE);

        assertThat(heard.volumes).isEmpty();
        assertThat(heard.refused)
                .singleElement()
                .asString()
                .startsWith("2: ")
                .contains(cause)
                .doesNotContain("5414", "1SEM");
    }

    @Test
    void the_missing_hour_of_march_has_no_rows() throws Exception {
        String row = row("02:00:00", "02:15:00", "Afname Nacht", "0,1", "kWh", "Uitgelezen")
                .replace("02-09-2025", "30-03-2025");

        assertThat(Heard.of(folder, HEADER + row, HERE).refused)
                .singleElement()
                .asString()
                .contains("March");
    }

    /** Not seen in any sample, so both ways of writing the last quarter before the gap are read. */
    @ParameterizedTest
    @CsvSource({"03:00:00", "02:00:00"})
    void the_quarter_before_the_missing_hour_is_one(String end) throws Exception {
        String row =
                row("01:45:00", end, "Afname Nacht", "0,1", "kWh", "Uitgelezen").replace("02-09-2025", "30-03-2025");

        assertThat(Heard.of(folder, HEADER + row, HERE).volumes).singleElement().satisfies(one -> assertThat(one.to())
                .isEqualTo(Instant.parse("2025-03-30T01:00:00Z")));
    }

    @Test
    void a_second_row_of_the_same_quarter_is_refused() throws Exception {
        String row = row("00:00:00", "00:15:00", "Afname Nacht", "0,1", "kWh", "Uitgelezen");

        Heard heard = Heard.of(folder, HEADER + row + row, HERE);

        assertThat(heard.volumes).hasSize(1);
        assertThat(heard.refused).singleElement().asString().contains("a second row");
    }

    @Test
    void another_meter_is_another_device_and_an_old_one_has_no_number() throws Exception {
        String row = row("00:00:00", "00:15:00", "Afname Nacht", "0,1", "kWh", "Uitgelezen");

        Heard heard = Heard.of(
                folder,
                HEADER
                        + row
                        + row.replace("1SEM0000000001", "1SEM0000000002")
                        + row.replace("1SEM0000000001", "").replace("Nacht", "Actief"),
                HERE);

        assertThat(heard.volumes)
                .extracting(one -> one.device().serial())
                .containsExactly("1SEM0000000001", "1SEM0000000002", "");
        assertThat(heard.volumes.get(2).register()).isEqualTo(Register.IMPORT_WH);
    }

    @Test
    void a_column_that_is_not_known_is_shown() throws Exception {
        Heard heard = Heard.of(
                folder,
                HEADER.replace("Omschrijving", "Iets anders")
                        + row("00:00:00", "00:15:00", "Afname Nacht", "0,1", "kWh", "Geschat"),
                HERE);

        assertThat(heard.notes).anyMatch(note -> note.contains("Iets anders"));
        assertThat(heard.volumes).hasSize(1);
    }

    @Test
    void a_header_that_misses_a_column_is_shown() {
        assertThatThrownBy(() -> Heard.of(folder, HEADER.replace("Tot (tijdstip)", "Bis (Uhrzeit)"), HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("Bis (Uhrzeit)");
    }

    @Test
    void a_header_in_another_language_is_shown() throws Exception {
        Heard heard = Heard.of(folder, "Du (date);Du (heure);Volume\n02-01-2025;00:00:00;1\n", HERE);

        assertThat(heard.formats).isEmpty();
        assertThat(heard.notes).singleElement().asString().contains("Du (date);Du (heure);Volume");
    }

    @Test
    void a_spreadsheets_encoding_is_read() throws Exception {
        Household household = Household.of(7, BRUSSELS, LocalDate.of(2025, 10, 25), 3);
        String text = FluviusFiles.gasHours(household, Variant.DUTCH_2025_09).substring(1);

        assertThat(Heard.of(folder, text.getBytes(Charset.forName("windows-1252")), HERE).volumes)
                .hasSize(73);
        assertThat(Heard.of(folder, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), HERE).volumes)
                .hasSize(73);
    }

    /** Whatever was cut off, each row that is told is true, and a row that is half there is told to be. */
    @Property(tries = 60)
    void a_file_cut_at_any_byte_says_nothing_untrue(
            @ForAll @IntRange(min = 200, max = 20_000) int at, @ForAll Variant variant) throws Exception {
        Path here = Files.createTempDirectory("sem-files-test");
        Household household = Household.of(11, BRUSSELS, LocalDate.of(2025, 10, 26), 1);
        byte[] whole = FluviusFiles.quarters(household, variant, q -> false).getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, Math.min(at, whole.length));

        Heard heard = Heard.of(here, cut, HERE);

        for (VolumeOf row : heard.volumes) {
            assertThat(row.amount().orElse(-1))
                    .isEqualTo(household.at(row.register(), row.to()) - household.at(row.register(), row.from()));
        }
    }

    @Test
    void a_row_cut_in_the_middle_is_left_out_and_told() throws Exception {
        String row = row("00:00:00", "00:15:00", "Afname Nacht", "0,1", "kWh", "Uitgelezen");

        Heard heard = Heard.of(
                folder,
                HEADER + row + "02-09-2025;00:15:00;02-09-2025;00:30:00;=\"5414;1SEM0000000001;x;Afname Nacht;0,",
                HERE);

        assertThat(heard.volumes).hasSize(1);
        assertThat(heard.early).singleElement().asString().startsWith("3: ");
    }

    @Test
    void three_years_are_read_in_a_small_part_of_twenty_seconds() throws Exception {
        Household household = Household.of(5, BRUSSELS, LocalDate.of(2023, 1, 1), 3 * 365);
        Path file = Files.writeString(
                folder.resolve("three.csv"), FluviusFiles.quarters(household, Variant.DUTCH_2025_09, q -> false));

        long begin = THREADS.getCurrentThreadCpuTime();
        Heard heard = Heard.of(file, HERE);
        long milli = (THREADS.getCurrentThreadCpuTime() - begin) / 1_000_000;

        assertThat(heard.volumes).hasSize(2 * household.quarters());
        assertThat(milli).as("processor time, ms").isLessThan(8_000);
    }

    private static String row(String from, String to, String register, String volume, String unit, String status) {
        return "02-09-2025;" + from + ";02-09-2025;" + to + ";=\"541400000000000000\";1SEM0000000001;Digitale meter;"
                + register + ";" + volume + ";" + unit + ";" + status + ";\n";
    }
}
