package energy.sem.history.bill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.sum.Usage.Unread;
import energy.sem.bill.tariff.Utility;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

import static org.assertj.core.api.Assertions.assertThat;

/** Which time nobody read, over the first days of November. */
class MeterUsageTest {
    private static final int FROM = edge("2026-11-01T00:00:00Z");
    private static final int TO = edge("2026-11-05T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "electricity, 2026-10-01T00:00:00Z, 2026-12-01T00:00:00Z, '' ",
        "electricity, 2026-11-02T00:03:00Z, 2026-12-01T00:00:00Z, 0-96",
        "electricity, 2026-10-01T00:00:00Z, 2026-11-03T00:03:00Z, 193-384",
        "electricity, 2026-11-02T00:00:00Z, 2026-11-03T00:00:00Z, 0-96 193-384",
        "electricity, 2026-11-06T00:00:00Z, 2026-11-07T00:00:00Z, 0-384",
        "electricity, 2026-11-02T00:00:00Z, 2026-11-02T00:00:00Z, 0-384",
        "gas,         2026-10-01T00:00:00Z, 2026-11-03T00:00:00Z, 197-384",
        "gas,         2026-10-01T00:00:00Z, 2026-11-04T06:00:00Z, '' ",
    })
    void time_before_the_first_and_after_the_last_reading_is_unread(
            String kind, Instant first, Instant last, String unread) {
        Kind of = Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        assertThat(unread(List.of(counter(1, of, first, last)), Utility.valueOf(of.name())))
                .isEqualTo(unread);
    }

    @Test
    void time_between_two_meters_is_unread_unless_it_is_no_gap() {
        Counter old = counter(1, Kind.ELECTRICITY, at("2026-10-01T00:00:00Z"), at("2026-11-02T00:00:00Z"));
        Counter later = counter(2, Kind.ELECTRICITY, at("2026-11-03T00:00:00Z"), at("2026-12-01T00:00:00Z"));
        Counter atOnce = counter(2, Kind.ELECTRICITY, at("2026-11-02T00:15:00Z"), at("2026-12-01T00:00:00Z"));
        assertThat(unread(List.of(later, old), Utility.ELECTRICITY)).isEqualTo("97-192");
        assertThat(unread(List.of(old, atOnce), Utility.ELECTRICITY)).isEmpty();
    }

    @Test
    void a_home_without_gas_reads_none_and_one_without_any_meter_knows_nothing() {
        Counter electricity = counter(1, Kind.ELECTRICITY, at("2026-10-01T00:00:00Z"), at("2026-12-01T00:00:00Z"));
        assertThat(unread(List.of(electricity), Utility.GAS)).isEmpty();
        assertThat(unread(List.of(), Utility.GAS)).isEqualTo("0-384");
        assertThat(unread(List.of(), Utility.ELECTRICITY)).isEqualTo("0-384");
    }

    private static String unread(List<Counter> counters, Utility utility) {
        MeterUsage usage = new MeterUsage(counters, Map.of(), Map.of(), FROM, TO, FROM, TO);
        List<String> all = new ArrayList<>();
        for (Unread each : usage.unread(utility, FROM, TO)) {
            all.add((each.from() - FROM) + "-" + (each.to() - FROM));
        }
        return String.join(" ", all);
    }

    private static Counter counter(int id, Kind kind, Instant first, Instant last) {
        return new Counter(
                new Device(id, kind, "1SEM" + id), new Bounds(row(first), row(last), first.toEpochMilli(), Map.of()));
    }

    private static QuarterRow row(Instant at) {
        return new QuarterRow(
                QuarterHours.of(at), at.toEpochMilli(), at.toEpochMilli(), RegisterValues.NONE, RegisterValues.NONE);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static int edge(String text) {
        return QuarterHours.of(at(text));
    }
}
