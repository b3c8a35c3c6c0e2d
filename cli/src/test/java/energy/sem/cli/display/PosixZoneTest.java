package energy.sem.cli.display;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PosixZoneTest {
    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "Europe/Brussels <+01>-1<+02>,M3.5.0,M10.5.0/3",
                "Europe/London <+00>0<+01>,M3.5.0/1,M10.5.0",
                "Europe/Helsinki <+02>-2<+03>,M3.5.0/3,M10.5.0/4",
                "America/New_York <-05>5<-04>,M3.2.0,M11.1.0",
                "Australia/Adelaide <+0930>-9:30<+1030>,M10.1.0,M4.1.0/3",
                "Asia/Kolkata <+0530>-5:30",
                "UTC <+00>0"
            })
    void a_zone_is_written_as_posix_does(String zone, String expected) {
        assertThat(PosixZone.of(ZoneId.of(zone), FROM)).contains(expected);
    }

    @Test
    void a_zone_without_such_a_rule_is_none() {
        // Ramadan moves through the years.
        assertThat(PosixZone.of(ZoneId.of("Africa/Casablanca"), FROM)).isEmpty();
    }
}
