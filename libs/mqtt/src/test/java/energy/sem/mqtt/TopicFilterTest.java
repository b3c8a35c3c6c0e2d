package energy.sem.mqtt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of MQTT 5, 4.7. */
class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({
        "dsmr/raw, dsmr/raw, true",
        "dsmr/raw, dsmr/raw/x, false",
        "dsmr/raw, dsmr, false",
        "sport/tennis/#, sport/tennis, true",
        "sport/tennis/#, sport/tennis/player1/ranking, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/ranking, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "#, a/b, true",
        "#, $SYS/x, false",
        "$SYS/#, $SYS/x, true",
        "+/x, $SYS/x, false"
    })
    void a_filter_means_these_topics(String filter, String topic, boolean means) {
        assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(means);
    }
}
