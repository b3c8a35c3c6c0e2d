package energy.sem.bridge.alarm.rule;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.SettingsCatalogue;
import energy.sem.bridge.Readings;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Sighting.Verdict;
import energy.sem.event.TelegramEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What each rule that looks at the past, at the gateway's findings or at the installation sees. */
class RulesTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ZonedDateTime now = ZonedDateTime.of(2026, 7, 15, 6, 10, 0, 0, BRUSSELS);
    private Function<ZonedDateTime, Past.Bucket> bucket = from -> bucket(from, "0", "0", "0", "0", false);
    private List<String> troubles = List.of();
    private JsonNode health;
    private List<Past.Fault> faults = List.of();
    private BigDecimal price;
    private TelegramEvent event;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "no flow at night, CLEAR",
        "flow in every hour, RAISE",
        "300 litres in the last hour of the night, RAISE",
        "300 litres in the morning, CLEAR",
        "an hour that was not read, NONE",
        "a home without a water meter, NONE"
    })
    void water(String what, String seen) {
        switch (what) {
            case "flow in every hour" -> bucket = from -> bucket(from, "0", "0", "0", "0.002", false);
            case "300 litres in the last hour of the night" -> {
                now = now.withHour(4);
                bucket = from -> bucket(from, "0", "0", "0", from.getHour() == 3 ? "0.3" : "0", false);
            }
            case "300 litres in the morning" ->
                bucket = from -> bucket(from, "0", "0", "0", from.getHour() == 5 ? "0.3" : "0", false);
            case "an hour that was not read" ->
                bucket = from -> bucket(from, "0", "0", "0", "0.002", from.getHour() == 12);
            case "a home without a water meter" -> bucket = from -> bucket(from, "0", "0", "0", null, false);
            default -> {
                // No flow.
            }
        }
        sees(new WaterLeak(), seen);
    }

    @ParameterizedTest(name = "{0}, gas in hours {1}: {2}")
    @CsvSource({
        "2026-07-15, 1234, RAISE",
        "2026-07-15, 123, CLEAR",
        "2026-07-15, 23456, CLEAR",
        "2026-12-15, 1234, CLEAR"
    })
    void gas_at_night(String day, String hours, String seen) {
        now = LocalDate.parse(day).atTime(9, 0).atZone(BRUSSELS);
        bucket = from -> bucket(from, "0", "0", hours.contains("" + from.getHour()) ? "0.05" : "0", "0", false);
        sees(new GasAtNight(), seen);
    }

    @ParameterizedTest(name = "{0} W for three weeks, then {1} W: {2}")
    @CsvSource({
        "200, 200, CLEAR",
        "200, 310, RAISE",
        "200, 290, KEEP",
        "100, 190, KEEP",
        "300, 440, KEEP",
        "300, 200, CLEAR"
    })
    void base_load(int before, int after, String seen) {
        bucket = from -> {
            boolean lastWeek = from.isAfter(now.minusDays(7).withHour(0));
            return bucket(
                    from,
                    BigDecimal.valueOf(lastWeek ? after : before)
                            .divide(BigDecimal.valueOf(4000))
                            .toPlainString(),
                    "0",
                    "0",
                    "0",
                    false);
        };
        sees(new BaseLoad(), seen);
    }

    @ParameterizedTest(name = "at {0} h, sun {1}: {2}")
    @CsvSource({
        "14, every day, CLEAR",
        "14, not today, RAISE",
        "14, not today and not last Sunday, KEEP",
        "14, not today and nine to eleven unknown, KEEP",
        "11, not today, KEEP"
    })
    void no_sun(int hour, String sun, String seen) {
        now = now.withHour(hour);
        bucket = from -> {
            boolean today = from.toLocalDate().equals(now.toLocalDate());
            boolean lastSunday = from.toLocalDate().equals(LocalDate.of(2026, 7, 12));
            boolean dark = (sun.startsWith("not today") && today) || (sun.endsWith("Sunday") && lastSunday);
            boolean unknown = sun.endsWith("unknown") && today && from.getHour() >= 9 && from.getHour() < 11;
            String export = !dark && from.getHour() > 8 && from.getHour() < 18 ? "0.5" : "0";
            return bucket(from, "0", unknown ? null : export, "0", "0", false);
        };
        sees(new NoSun(), seen);
    }

    @ParameterizedTest(name = "{0} valid, {1} crc: {2}")
    @CsvSource({"900, 0, CLEAR", "900, 30, KEEP", "900, 60, RAISE", "30, 10, KEEP", "45, 5, RAISE"})
    void bad_data(int valid, int crc, String seen) throws Exception {
        health = JSON.readTree("{\"recent\":{\"valid\":" + valid + ",\"crc\":" + crc + "}}");
        sees(new BadData(), seen);
    }

    @Test
    void bad_data_is_not_seen_before_a_quarter_hour_is_known() throws Exception {
        health = JSON.readTree("{\"counts\":{\"valid\":1,\"crc\":900}}");
        sees(new BadData(), "NONE");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "{\"state\":\"receiving\"}; CLEAR",
                "{\"state\":\"receiving\",\"clock\":\"off\"}; RAISE",
                "{\"state\":\"encrypted\"}; RAISE",
                "{\"state\":\"silent\"}; CLEAR",
                "{}; CLEAR"
            },
            delimiter = ';')
    void meter_trouble(String report, String seen) throws Exception {
        health = JSON.readTree(report);
        sees(new MeterTrouble(), seen.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "backup-late, RAISE, CLEAR, CLEAR",
        "drill-failed, RAISE, CLEAR, CLEAR",
        "no-room, CLEAR, RAISE, CLEAR",
        "kept-aside, CLEAR, CLEAR, RAISE",
        "of-a-later-version, CLEAR, CLEAR, CLEAR"
    })
    void what_is_of_the_installation(String trouble, String backup, String disk, String storing) {
        troubles = List.of(trouble);
        sees(new BackupStale(), backup);
        sees(new DiskFull(), disk);
        sees(new Storing(), storing);
    }

    @Test
    void doctor_s_findings_are_an_alarm_a_check_unless_another_rule_tells_them() {
        faults = List.of(
                new Past.Fault("backup", "no backup", ""),
                new Past.Fault("meters", "home: silent", ""),
                new Past.Fault("dead letters", "3 records could not be read", "Look at them."),
                new Past.Fault("a later check", "something", ""));
        List<Sighting> seen = new DoctorFinding().look(moment());
        assertThat(seen)
                .filteredOn(each -> each.verdict() == Verdict.RAISE)
                .extracting(Sighting::device)
                .containsExactly("dead-letters", "doctor");
        assertThat(seen.stream().filter(each -> each.device().equals("dead-letters")))
                .singleElement()
                .extracting(Sighting::values)
                .isEqualTo(Map.of("found", "3 records could not be read", "advice", "Look at them."));
        assertThat(seen)
                .filteredOn(each -> each.device().equals("Kafka"))
                .extracting(Sighting::verdict)
                .containsExactly(Verdict.CLEAR);
        faults = null;
        assertThat(new DoctorFinding().look(moment())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"-0.01, RAISE", "0, CLEAR", "0.2, CLEAR", ", CLEAR"})
    void negative_price(BigDecimal eurKwh, String seen) {
        price = eurKwh;
        sees(new NegativePrice(), seen);
    }

    @ParameterizedTest(name = "{0} W to the grid: {1}")
    @CsvSource({"1001, RAISE", "1000, KEEP", "500, KEEP", "499, CLEAR", "0, CLEAR"})
    void surplus(int exportW, String seen) {
        event = Readings.of("home", now.toInstant(), 0, exportW);
        sees(new Surplus(), seen);
    }

    @Test
    void a_tariff_is_told_when_it_is_another_than_before() {
        event = Readings.of("home", now.toInstant(), 300, 0);
        assertThat(new TariffSwitch().look(moment())).containsExactly(Sighting.changed("1", Map.of("tariff", "1")));
    }

    @Test
    void while_history_is_away_nothing_is_said_of_the_past() {
        bucket = null;
        troubles = null;
        for (AlarmRule rule : List.of(new WaterLeak(), new GasAtNight(), new BaseLoad(), new DiskFull())) {
            sees(rule, "NONE");
        }
    }

    @Test
    void every_rule_has_its_switch_its_words_and_its_line_in_the_docs() throws Exception {
        Properties english = new Properties();
        english.load(RulesTest.class.getResourceAsStream("/alarm_en.properties"));
        String docs = Files.readString(Path.of("../../docs/alarms.md"));
        for (AlarmRule rule : AllRules.inOrder()) {
            assertThat(docs).contains("| `" + rule.word() + "` |");
            assertThat(english.stringPropertyNames()).anyMatch(key -> key.startsWith(rule.word() + "."));
        }
        assertThat(SettingsCatalogue.ALARMS)
                .containsExactlyInAnyOrderElementsOf(
                        AllRules.inOrder().stream().map(AlarmRule::word).toList());
    }

    private void sees(AlarmRule rule, String verdict) {
        List<Sighting> sightings = rule.look(moment());
        if (verdict.equals("NONE")) {
            assertThat(sightings).isEmpty();
        } else {
            assertThat(sightings).singleElement().extracting(Sighting::verdict).isEqualTo(Verdict.valueOf(verdict));
        }
    }

    private Moment moment() {
        return new Moment(
                "home",
                now.toInstant(),
                BRUSSELS,
                event,
                Duration.ZERO,
                health,
                null,
                new Household(),
                setting -> Optional.empty());
    }

    private static Past.Bucket bucket(
            ZonedDateTime from, String importKwh, String exportKwh, String gasM3, String waterM3, boolean estimated) {
        return new Past.Bucket(
                from.toInstant(), decimal(importKwh), decimal(exportKwh), decimal(gasM3), decimal(waterM3), estimated);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private final class Household implements Past {
        @Override
        public List<Bucket> hours(String meter, int count) {
            return buckets(Duration.ofHours(count), Duration.ofHours(1));
        }

        @Override
        public List<Bucket> quarters(String meter, int days) {
            return buckets(Duration.ofDays(days), Duration.ofMinutes(15));
        }

        private List<Bucket> buckets(Duration length, Duration step) {
            List<Bucket> buckets = new ArrayList<>();
            Instant end = now.toInstant().truncatedTo(ChronoUnit.HOURS);
            for (Instant at = end.minus(length); bucket != null && at.isBefore(end); at = at.plus(step)) {
                buckets.add(bucket.apply(at.atZone(BRUSSELS)));
            }
            return buckets;
        }

        @Override
        public Optional<Set<String>> meters() {
            return Optional.empty();
        }

        @Override
        public List<String> troubles() {
            return troubles;
        }

        @Override
        public Optional<List<Fault>> faults() {
            return Optional.ofNullable(faults);
        }

        @Override
        public Optional<BigDecimal> priceNow(String meter) {
            return Optional.ofNullable(price);
        }
    }
}
