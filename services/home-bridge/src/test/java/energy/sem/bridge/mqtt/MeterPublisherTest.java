package energy.sem.bridge.mqtt;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.bridge.Readings;
import energy.sem.bridge.dsmrreader.DsmrReader;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.setup.BridgeFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** When a meter's topics are published, by a clock that the test sets. */
class MeterPublisherTest {
    private static final Instant START = Instant.parse("2026-11-22T10:15:00Z");

    private record Sent(String topic, String payload, Lasting lasting) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();

    @TempDir
    Path folder;

    private MeterPublisher publisher;

    @BeforeEach
    void make() {
        MqttSettings settings = new MqttSettings(
                Optional.of("mqtt://broker"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "sem",
                Duration.ofSeconds(10),
                "device",
                "homeassistant",
                Optional.empty());
        Announced known = new Announced(new BridgeFolder(folder.toString()));
        Announcer announcer = new Announcer(
                new Discovery("homeassistant", "sem", "1"), "device", known, each -> announced.add(each.payload()));
        publisher = new MeterPublisher(
                "home",
                settings,
                new Figures(null, null, settings, Clock.fixed(START, ZoneOffset.UTC)),
                announcer,
                known,
                (meter, topic, payload, lasting) -> sent.add(new Sent(topic, payload, lasting)),
                state -> List.of(),
                new DsmrReader(ZoneOffset.UTC, (topic, payload) -> {}),
                () -> {});
    }

    @Test
    void each_reading_is_live_and_the_state_comes_each_ten_seconds() {
        for (int i = 0; i < 21; i++) {
            hear(i, 1);
        }

        assertThat(of("live")).hasSize(21).allMatch(each -> each.lasting().equals(Lasting.NOT));
        assertThat(of("state")).hasSize(3);
        assertThat(of("state").get(0).lasting()).isEqualTo(new Lasting(true, Optional.of(Duration.ofMinutes(1)), 0));
        assertThat(of("registers")).hasSize(3).allMatch(each -> each.lasting().equals(Lasting.KEPT));
        assertThat(of("availability")).containsExactly(new Sent("availability", "online", Lasting.KEPT));
    }

    @Test
    void a_meter_that_falls_silent_is_offline_and_its_state_is_not_said_again() {
        hear(0, 1);
        hear(1, 1);
        sent.clear();

        publisher.look(START.plusSeconds(90));
        assertThat(sent).isEmpty();
        publisher.look(START.plusSeconds(91));
        publisher.look(START.plusSeconds(92));

        assertThat(sent).containsExactly(new Sent("availability", "offline", Lasting.KEPT));
    }

    @Test
    void a_broker_that_comes_back_hears_of_a_silent_meter_only_that_it_is_silent() {
        hear(0, 1);
        sent.clear();

        publisher.startOver(START.plusSeconds(1000));

        assertThat(sent).containsExactly(new Sent("availability", "offline", Lasting.KEPT));
    }

    @Test
    void a_meter_of_an_earlier_run_that_is_not_heard_is_offline() {
        hear(0, 1);
        sent.clear();

        make();
        publisher.startOver(START.plusSeconds(1));

        assertThat(new Announced(new BridgeFolder(folder.toString())).meters()).containsExactly("home");
        assertThat(sent).containsExactly(new Sent("availability", "offline", Lasting.KEPT));
    }

    @Test
    void of_a_meter_that_there_is_no_more_nothing_is_kept() {
        hear(0, 1);
        Set<String> kept = sent.stream()
                .filter(each -> each.lasting().equals(Lasting.KEPT))
                .map(Sent::topic)
                .collect(Collectors.toSet());
        assertThat(kept).contains("availability", "registers", "registers/" + Readings.GAS);
        make();
        sent.clear();
        announced.clear();

        publisher.takeBack();

        assertThat(sent)
                .allMatch(each -> each.payload().isEmpty() && each.lasting().equals(Lasting.KEPT));
        assertThat(sent).extracting(Sent::topic).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(announced).hasSize(5).allMatch(String::isEmpty);
        Announced left = new Announced(new BridgeFolder(folder.toString()));
        assertThat(left.meters()).isEmpty();
        assertThat(left.all()).isEmpty();
    }

    @Test
    void the_last_word_of_a_meter_that_is_silent_by_now_is_not_published_as_new() {
        Instant said = START.minusSeconds(240);
        publisher.heard(new MeterState(Readings.event("home", said, 1000), said, Duration.ofSeconds(1)), START);

        assertThat(sent).containsExactly(new Sent("availability", "offline", Lasting.KEPT));
    }

    @Test
    void values_of_a_slow_meter_live_longer_once_it_is_known_to_be_slow() {
        hear(0, 300);
        assertThat(of("state").get(0).lasting().expiry()).hasValue(Duration.ofMinutes(1));
        hear(300, 300);
        hear(600, 300);

        assertThat(of("state").get(2).lasting().expiry()).hasValue(Duration.ofMinutes(15));
        assertThat(announced.get(announced.size() - 1)).isNotEmpty();
        assertThat(announced).anyMatch(each -> each.contains("\"expire_after\":900"));
    }

    @Test
    void one_gap_makes_no_meter_slow() {
        hear(0, 1);
        hear(60, 60);
        hear(61, 1);
        hear(71, 10);

        assertThat(announced).noneMatch(each -> each.contains("\"expire_after\":900"));
    }

    private void hear(int second, int intervalSeconds) {
        Instant at = START.plusSeconds(second);
        publisher.heard(
                new MeterState(Readings.event("home", at, 1000 + second), at, Duration.ofSeconds(intervalSeconds)), at);
    }

    private List<Sent> of(String topic) {
        return sent.stream().filter(each -> each.topic().equals(topic)).toList();
    }
}
