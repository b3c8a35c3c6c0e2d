package energy.sem.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.MBusReading;
import energy.sem.event.MBusReading.Kind;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

/** Who came, went and changed place, as history can show it: the view device_change. */
@IngestTest
class DeviceChangeTest {
    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @ParameterizedTest(name = "in order: {0}")
    @ValueSource(booleans = {true, false})
    void swaps_a_second_gas_meter_a_change_of_kind_and_a_move_are_told(boolean inOrder) throws Exception {
        String meter = "identity" + inOrder;
        List<TelegramEvent> events = new ArrayList<>(List.of(
                event(meter, "08:00", "1SEM-a", gas(1, "7SEM-a", 900_000)),
                event(meter, "09:00", "1SEM-a", gas(1, "7SEM-a", 900_010), gas(2, "7SEM-second", 40)),
                // The gas meter is replaced.
                event(meter, "10:00", "1SEM-a", gas(1, "7SEM-b", 3), gas(2, "7SEM-second", 41)),
                // A water meter takes the second one's channel, which moves to channel 3.
                event(
                        meter,
                        "11:00",
                        "1SEM-a",
                        gas(1, "7SEM-b", 5),
                        reading(2, Kind.WATER, "8SEM", 7),
                        gas(3, "7SEM-second", 42)),
                // The electricity meter is replaced.
                event(meter, "12:00", "1SEM-b", gas(1, "7SEM-b", 6), reading(2, Kind.WATER, "8SEM", 7))));
        if (!inOrder) {
            Collections.reverse(events);
        }
        for (TelegramEvent event : events) {
            storing.store(List.of(event));
        }

        assertThat(Tables.rows("SELECT c.channel, FROM_UNIXTIME(c.at / 1000, '%H:%i'), c.what, c.kind, c.serial,"
                        + " c.previous_serial FROM device_change c JOIN meter m ON m.id = c.meter_id WHERE m.name = '"
                        + meter + "' ORDER BY c.at, c.channel"))
                .containsExactly(
                        asList("0", "08:00", "appeared", "electricity", "1SEM-a", null),
                        asList("1", "08:00", "appeared", "gas", "7SEM-a", null),
                        asList("2", "09:00", "appeared", "gas", "7SEM-second", null),
                        asList("1", "10:00", "replaced", "gas", "7SEM-b", "7SEM-a"),
                        asList("2", "11:00", "kind-changed", "water", "8SEM", "7SEM-second"),
                        asList("3", "11:00", "moved", "gas", "7SEM-second", null),
                        asList("0", "12:00", "replaced", "electricity", "1SEM-b", "1SEM-a"));
        assertThat(Tables.rows("SELECT text FROM sem_views.device_changes WHERE meter = '" + meter
                        + "' AND what = 'kind-changed'"))
                .containsExactly(List.of("water 8SEM kind-changed on channel 2, before: gas 7SEM-second"));
        assertThat(Tables.rows("SELECT d.serial, q.first_volume_l, q.last_volume_l FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id WHERE m.name = '"
                        + meter + "' AND d.kind = 'gas' AND q.quarter % 4 = 0 ORDER BY q.quarter, d.serial"))
                .as("each gas meter has its own count")
                .containsExactly(
                        List.of("7SEM-a", "900000", "900000"),
                        List.of("7SEM-a", "900010", "900010"),
                        List.of("7SEM-second", "40", "40"),
                        List.of("7SEM-b", "3", "3"),
                        List.of("7SEM-second", "41", "41"),
                        List.of("7SEM-b", "5", "5"),
                        List.of("7SEM-second", "42", "42"),
                        List.of("7SEM-b", "6", "6"));
    }

    private static TelegramEvent event(String meter, String time, String serial, MBusReading... devices) {
        Instant at = Instant.parse("2026-11-22T" + time + ":00Z");
        List<MBusReading> captured = new ArrayList<>();
        for (MBusReading device : devices) {
            captured.add(new MBusReading(
                    device.channel(), device.kind(), device.serial(), at, device.volumeLitre(), null, null));
        }
        return Events.at(meter, at)
                .serial(serial)
                .importT1Wh(1000)
                .devices(captured)
                .build();
    }

    private static MBusReading gas(int channel, String serial, long litre) {
        return reading(channel, Kind.GAS, serial, litre);
    }

    private static MBusReading reading(int channel, Kind kind, String serial, long litre) {
        return new MBusReading(channel, kind, serial, null, litre, null, null);
    }
}
