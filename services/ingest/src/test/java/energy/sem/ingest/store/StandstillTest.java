package energy.sem.ingest.store;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandstillTest {
    private static final Map<Integer, Long> NOTHING_MORE = Map.of(0, 7L, 1, 9L);

    private final Standstill standstill = new Standstill(Duration.ofSeconds(10));

    @Test
    void a_minute_beside_the_linger_in_which_nothing_is_stored_is_not_said_and_more_is() {
        look(1 + 14, 30, NOTHING_MORE);
        assertThat(standstill.inWords()).isEmpty();

        look(1, 30, NOTHING_MORE);
        assertThat(standstill.inWords())
                .contains("of what waits in Kafka (records: 30) nothing was stored for 75 s, though Kafka and the"
                        + " database answer");
        assertThat(standstill.isForGood()).isFalse();
    }

    @Test
    void after_more_than_five_minutes_beside_the_linger_nobody_waits_any_longer() {
        look(1 + 62, 30, NOTHING_MORE);
        assertThat(standstill.isForGood()).isFalse();

        look(1, 30, NOTHING_MORE);
        assertThat(standstill.isForGood()).isTrue();
    }

    @Test
    void what_moves_in_one_partition_does_not_stand_still_however_much_waits() {
        look(60, 30, NOTHING_MORE);
        look(1, 1_000_000, Map.of(0, 7L, 1, 10L));
        look(12, 1_000_000, Map.of(0, 7L, 1, 10L));

        assertThat(standstill.inWords()).isEmpty();
    }

    @Test
    void nothing_is_stored_where_nothing_waits() {
        look(1_000, 0, NOTHING_MORE);

        assertThat(standstill.inWords()).isEmpty();
        assertThat(standstill.isForGood()).isFalse();
    }

    @Test
    void time_in_which_kafka_or_the_database_is_away_does_not_count() {
        look(1_000, 30, NOTHING_MORE);
        standstill.cannotLook();
        look(12, 30, NOTHING_MORE);

        assertThat(standstill.inWords()).isEmpty();
        assertThat(standstill.isForGood()).isFalse();
    }

    private void look(int times, long waiting, Map<Integer, Long> stored) {
        for (int i = 0; i < times; i++) {
            standstill.looked(waiting, stored);
        }
    }
}
