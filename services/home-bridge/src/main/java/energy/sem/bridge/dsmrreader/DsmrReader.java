package energy.sem.bridge.dsmrreader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.value.PeriodTopic;
import energy.sem.bridge.value.Snapshot;
import energy.sem.event.MBusReading;

/**
 * Publishes a meter as DSMR-reader does: plain texts, kept, one that has not changed not again. Not thread-safe.
 */
public final class DsmrReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneId zone;
    private final BiConsumer<String, String> send;
    private final MeterStats stats = new MeterStats();
    private final QuarterPeak quarter = new QuarterPeak();
    private final Map<String, String> sent = new HashMap<>();
    private MBusReading gas;
    private MBusReading gasBefore;

    /**
     * @param zone of its times
     * @param send takes a topic and a payload, to be kept
     */
    public DsmrReader(ZoneId zone, BiConsumer<String, String> send) {
        this.zone = zone;
        this.send = send;
    }

    /** The broker may have forgotten everything. */
    public void startOver() {
        sent.clear();
    }

    /** What each telegram says of counts that come only now and then. */
    public void hear(Snapshot snapshot) {
        stats.hear(snapshot.state().event());
        quarter.hear(snapshot.state().event(), this::time);
    }

    /** Publishes what has changed. */
    public void publish(Snapshot snapshot, Function<PeriodTopic, Optional<PeriodAnswerJson>> periods) {
        Map<String, String> reading = reading(snapshot);
        each("dsmr/reading/", reading);
        change("dsmr/json", json(reading));
        each("dsmr/meter-stats/", stats.of(snapshot.state().event()));
        each("dsmr/consumption/gas/", gas(snapshot));
        if (!quarter.fields().isEmpty()) {
            each("dsmr/consumption/quarter-hour-peak-electricity/", quarter.fields());
            change("dsmr/consumption/quarter-hour-peak-electricity/json", json(quarter.fields()));
        }
        periods.apply(PeriodTopic.TODAY).ifPresent(answer -> period("dsmr/day-consumption", answer));
        periods.apply(PeriodTopic.MONTH).ifPresent(answer -> period("dsmr/current-month", answer));
        periods.apply(PeriodTopic.YEAR).ifPresent(answer -> period("dsmr/current-year", answer));
    }

    /** Publishes a telegram as it came. */
    public void raw(byte[] telegram) {
        change("dsmr/raw", new String(telegram, StandardCharsets.ISO_8859_1));
    }

    private Map<String, String> reading(Snapshot snapshot) {
        Map<String, String> reading = new LinkedHashMap<>();
        Instant at = snapshot.state().event().at();
        // DSMR-reader's row number; what SEM has that rises with each reading is its second.
        reading.put("id", Long.toString(at.getEpochSecond()));
        reading.put("timestamp", time(at));
        if (snapshot.electricity() != null) {
            ReadingFields.ALL.forEach((name, read) -> put(reading, name, read.apply(snapshot.electricity())));
        }
        firstOf(snapshot, MBusReading.Kind.GAS).ifPresent(device -> {
            reading.put("extra_device_timestamp", time(device.at()));
            put(reading, "extra_device_delivered", ReadingFields.thousandths(device.volumeLitre()));
        });
        return reading;
    }

    /** What flowed between the two newest readings of the gas meter is known once it has been read twice. */
    private Map<String, String> gas(Snapshot snapshot) {
        Optional<MBusReading> newest = firstOf(snapshot, MBusReading.Kind.GAS);
        if (newest.isEmpty()) {
            return Map.of();
        }
        if (gas == null || !gas.serial().equals(newest.get().serial())) {
            gas = newest.get();
            gasBefore = null;
        } else if (newest.get().at().isAfter(gas.at())) {
            gasBefore = gas;
            gas = newest.get();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("read_at", time(gas.at()));
        fields.put("delivered", ReadingFields.thousandths(gas.volumeLitre()));
        if (gasBefore != null) {
            fields.put("currently_delivered", ReadingFields.thousandths(gas.volumeLitre() - gasBefore.volumeLitre()));
        }
        fields.put("json", json(fields));
        return fields;
    }

    private static Optional<MBusReading> firstOf(Snapshot snapshot, MBusReading.Kind kind) {
        return snapshot.state().event().devices().stream()
                .filter(each -> each.kind() == kind && each.volumeLitre() != null && each.serial() != null)
                .max(Comparator.comparing(MBusReading::at));
    }

    private void period(String topic, PeriodAnswerJson answer) {
        Map<String, String> fields = PeriodFields.of(answer);
        each(topic + "/", fields);
        change(topic, json(new TreeMap<>(fields)));
    }

    private void each(String prefix, Map<String, String> fields) {
        fields.forEach((name, text) -> change(prefix + name, text));
    }

    private void change(String topic, String text) {
        if (!text.equals(sent.put(topic, text))) {
            send.accept(topic, text);
        }
    }

    private static void put(Map<String, String> fields, String name, String text) {
        if (text != null) {
            fields.put(name, text);
        }
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(at.getEpochSecond()).atZone(zone));
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts do not become JSON", e);
        }
    }
}
