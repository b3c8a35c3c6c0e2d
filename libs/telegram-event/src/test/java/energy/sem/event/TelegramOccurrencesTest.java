package energy.sem.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a telegram says beside what it counts. */
class TelegramOccurrencesTest {
    private static final String SERIAL = "1SEM2000000021";
    private static final String SERIAL_LINE = "0-0:96.1.1(3153454D32303030303030303231)";
    private static final Instant AT = Instant.parse("2026-11-22T10:15:00Z");

    @ParameterizedTest(name = "{0} says {1} {2}: {3} {4}")
    @CsvSource({
        "0-0:96.7.21(00015),               power-failures,      ,  15,",
        "0-0:96.7.9(00007),                long-power-failures, ,  7,",
        "1-0:52.32.0(00010),               sags,                2, 10,",
        "1-0:72.36.0(00200),               swells,              3, 200,",
        "0-0:96.3.10(0),                   breaker,             ,  ,     disconnected",
        "0-0:96.3.10(1),                   breaker,             ,  ,     connected",
        "0-0:96.3.10(2),                   breaker,             ,  ,     ready-for-reconnection",
        "0-3:96.3.10(1),                   relay,               3, ,     connected",
        "0-0:17.0.0(004.6*kW),             limiter-w,           ,  4600,",
        "0-0:17.0.0(999.9*kW),             limiter-w,           ,  ,     off",
        "1-0:31.4.0(040*A),                fuse-centi-a,        ,  4000,",
        "1-0:31.4.0(999*A),                fuse-centi-a,        ,  ,     off",
        "1-0:94.32.1(400),                 grid,                ,  ,     400",
        "0-0:96.13.0(4D65746572),          text,                ,  ,     Meter",
        "0-0:96.13.0(),                    text,                ,  ,",
        "0-0:96.13.1(3132),                message-code,        ,  ,     12",
    })
    void each_fact_has_its_word_and_the_time_of_the_telegram(
            String line, String kind, Integer number, Long value, String text) {
        assertThat(of(SERIAL_LINE, line))
                .startsWith(new Occurrence(kind, SERIAL, number, AT, value, text, null))
                .hasSize(2);
    }

    @Test
    void the_limit_of_luxembourg_is_in_volt_amperes() {
        assertThat(of(SERIAL_LINE, "0-0:17.0.0(27.648*kVA)"))
                .contains(new Occurrence("limiter-va", SERIAL, null, AT, 27_648L, null, null));
    }

    @Test
    void each_long_failure_of_the_log_has_its_own_time_and_one_without_a_time_is_none() {
        assertThat(of(
                        SERIAL_LINE,
                        "1-0:99.97.0(3)(0-0:96.7.19)(261104031207W)(0000003812*s)(260701120000S)(0000000240*s)"
                                + "(632525252525W)(0000000000*s)"))
                .filteredOn(Occurrence::ofLog)
                .containsExactly(
                        new Occurrence(
                                "power-failure",
                                SERIAL,
                                null,
                                Instant.parse("2026-11-04T02:12:07Z"),
                                null,
                                null,
                                3812L),
                        new Occurrence(
                                "power-failure",
                                SERIAL,
                                null,
                                Instant.parse("2026-07-01T10:00:00Z"),
                                null,
                                null,
                                240L));
    }

    @Test
    void a_valve_is_its_own_devices() {
        assertThat(of(
                        SERIAL_LINE,
                        "0-1:24.1.0(003)",
                        "0-1:96.1.1(3753454D32303030303030303232)",
                        "0-1:24.4.0(0)",
                        "0-1:24.2.3(261122101005W)(00112.384*m3)",
                        "0-2:24.1.0(003)",
                        "0-2:24.4.0(1)"))
                .filteredOn(each -> each.kind().equals("valve"))
                .extracting(Occurrence::serial, Occurrence::text)
                .containsExactly(tuple("7SEM2000000022", "disconnected"), tuple(SERIAL + "-gas2", "connected"));
    }

    @Test
    void how_the_checksum_came_out_is_said_of_every_telegram() {
        assertThat(of("1-0:1.8.0(000001.000*kWh)"))
                .containsExactly(new Occurrence("checksum", "as-configured", null, AT, null, "valid", null));
    }

    private static List<Occurrence> of(String... lines) {
        return new TelegramEvents("home", "as-configured", ZoneId.of("Europe/Brussels"))
                .occurrences(Telegrams.read(lines), AT.plusMillis(700), AT);
    }
}
