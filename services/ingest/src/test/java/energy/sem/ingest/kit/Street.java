package energy.sem.ingest.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.apache.kafka.common.utils.Utils;

import energy.sem.event.TelegramEvent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Invented households, their events cut into parts of equal size. */
public final class Street {
    private static final int PARTITIONS = 12;

    private final Map<String, List<TelegramEvent>> households = new TreeMap<>();
    private final int parts;

    private Street(int parts) {
        this.parts = parts;
    }

    /** A household on each partition of the topic: however replicas share the partitions, each has work. */
    public static Street onEachPartition(String prefix, Instant from, Duration length, Duration every, int parts) {
        Street street = new Street(parts);
        Set<Integer> partitions = new HashSet<>();
        for (int number = 0; partitions.size() < PARTITIONS; number++) {
            String meter = prefix + number;
            // As the producer does it.
            if (partitions.add(Utils.toPositive(Utils.murmur2(meter.getBytes(UTF_8))) % PARTITIONS)) {
                street.households.put(meter, new RandomHousehold(500 + number, from, length, every).events(meter));
            }
        }
        return street;
    }

    /** The names of its meters. */
    public List<String> meters() {
        return List.copyOf(households.keySet());
    }

    /** Sends a part of each household's events; comes back when the broker has them. */
    public void send(Topic topic, int part) {
        List<TelegramEvent> some = new ArrayList<>();
        households
                .values()
                .forEach(events ->
                        some.addAll(events.subList(events.size() * part / parts, events.size() * (part + 1) / parts)));
        topic.send(some);
    }

    /** The tables hold what all events of these households give, and no reading twice. */
    public void assertStored() {
        assertStored(Tables::rows);
    }

    /** The same of another database. */
    public void assertStored(Function<String, List<List<String>>> rows) {
        households.forEach((meter, events) -> {
            PlainModel model = new PlainModel(events);
            assertThat(rows.apply(Tables.QUARTERS.formatted(meter))).as(meter).isEqualTo(model.quarterHours());
            assertThat(rows.apply(Tables.DAYS.formatted(meter))).as(meter).isEqualTo(model.days());
            assertThat(rows.apply("SELECT COUNT(*) FROM reading r JOIN device d ON d.id = r.device_id"
                            + " JOIN meter m ON m.id = d.meter_id WHERE m.name = '" + meter + "'"))
                    .as("raw readings of " + meter)
                    .isEqualTo(List.of(List.of(Long.toString(model.rawReadings()))));
        });
    }

    /** The days are those of this zone, and days of another one beside them say nothing. */
    public void assertDays(Function<String, List<List<String>>> rows, ZoneId zone) {
        households.forEach((meter, events) -> {
            PlainModel model = new PlainModel(events, zone);
            assertThat(rows.apply(Tables.QUARTERS.formatted(meter))).as(meter).isEqualTo(model.quarterHours());
            List<List<String>> days = model.days();
            List<List<String>> others = new ArrayList<>(rows.apply(Tables.DAYS.formatted(meter)));
            assertThat(others).as(meter + " in " + zone).containsAll(days);
            others.removeAll(days);
            assertThat(others).as(meter).allSatisfy(day -> assertThat(day.subList(2, 5))
                    .isEqualTo(Arrays.asList(null, null, "0")));
        });
    }
}
