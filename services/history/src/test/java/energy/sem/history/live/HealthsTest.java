package energy.sem.history.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Topics;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;

class HealthsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:03Z");

    private final Newest newest = new Newest(new WhereItStopped());
    private final Healths healths = new Healths(new ObjectMapper(), newest);

    @Test
    void a_meter_that_was_removed_has_no_health_and_no_newest_reading_until_it_is_added_again() {
        report("roof", "{}", AT);
        telegram("roof", AT);
        telegram("shed", AT);

        report("roof", null, AT.plusSeconds(5));

        assertThat(healths.of("roof")).isEmpty();
        assertThat(newest.of("roof")).isEmpty();
        assertThat(newest.of("shed")).isPresent();
        telegram("roof", AT.plusSeconds(5));
        assertThat(newest.of("roof")).as("received before it was removed").isEmpty();

        telegram("roof", AT.plusSeconds(60));
        report("roof", "{}", AT.plusSeconds(60));

        assertThat(healths.of("roof")).isPresent();
        assertThat(at("roof")).contains(AT.plusSeconds(60));
    }

    @Test
    void an_old_removal_that_is_read_late_forgets_nothing_of_a_meter_that_was_added_again() {
        telegram("roof", AT);

        report("roof", null, AT.minusSeconds(3600));

        assertThat(at("roof")).contains(AT);
    }

    private Optional<Instant> at(String meter) {
        return newest.of(meter).map(live -> live.event().at());
    }

    private void report(String meter, String health, Instant at) {
        healths.on(record(Topics.METERS, meter, health == null ? null : health.getBytes(StandardCharsets.UTF_8), at));
    }

    private void telegram(String meter, Instant at) {
        TelegramEvent event = new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                at,
                TelegramEvent.TimeSource.METER,
                at,
                null,
                null,
                null,
                null,
                TelegramEvent.Crc.VALID,
                new Electricity("1SEM", 1, RegisterValues.of(Register.IMPORT_T1_WH, 1000), 500, 0, null, List.of()),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
        newest.on(record(Topics.TELEGRAMS, meter, EventJson.write(event), at));
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String key, byte[] value, Instant at) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
