package energy.sem.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.p1.Judged;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventJsonTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    static TelegramEvent sample() {
        Instant arrival = Instant.parse("2024-10-18T07:14:00.250Z");
        Extremes extremes = new Extremes(642, arrival, 0, arrival, List.of(new Extremes.VoltageRange(1, 2347, 2347)));
        Telegram telegram = Telegrams.belgian();
        TelegramEvents events = new TelegramEvents("home", "home", BRUSSELS);
        return events.event(
                        new Judged(telegram, List.of(), energy.sem.p1.Verdict.PLAUSIBLE),
                        TelegramTimes.asStated(telegram, BRUSSELS, arrival),
                        arrival,
                        extremes)
                .with(events.occurrences(telegram, arrival, Instant.parse("2024-10-18T07:14:00Z")));
    }

    @Test
    void the_json_is_one_line_with_the_unit_in_each_name_and_nothing_absent() {
        String json = new String(EventJson.write(sample()), StandardCharsets.UTF_8);
        assertThat(json)
                .doesNotContain("\n", "null")
                .contains("\"version\":1", "\"meter\":\"home\"", "\"at\":\"2024-10-18T07:14:00Z\"")
                .contains("\"importT1Wh\":1234567", "\"exportW\":0", "\"voltageDeciV\":2347", "\"volumeLitre\":112384")
                .contains("\"month\":\"2024-09\"", "\"timeSource\":\"meter\"", "\"crc\":\"valid\"")
                .contains("\"verdict\":{\"plausible\":true}")
                .endsWith("\"occurrences\":[{\"kind\":\"checksum\",\"serial\":\"1SEM2000000011\","
                        + "\"at\":\"2024-10-18T07:14:00Z\",\"text\":\"valid\"}]}");
    }

    @Property(tries = 500)
    void what_was_written_reads_back_equal(@ForAll("events") TelegramEvent event) throws IOException {
        assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
    }

    @Test
    void a_field_of_a_later_time_is_ignored() throws IOException {
        String json = new String(EventJson.write(sample()), StandardCharsets.UTF_8);
        String later = json.replaceFirst("\\{", "{\"colour\":\"blue\",");
        assertThat(EventJson.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(sample());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"version\":1}",
                "{\"version\":2,\"meter\":\"home\",\"at\":\"2024-10-18T07:14:00Z\"}",
                "{\"version\":1,\"meter\":\"home\",\"at\":\"yesterday\"}",
                "{\"version\":1,\"meter\":\"home\",\"at\":\"2024-10-18T07:14:00Z\",\"electricity\":{\"importT1Wh\":1.5}}",
                "{\"version\":1,\"meter\":\"home\",\"at\":\"2024-10-18T07:14:00Z\",\"electricity\":{\"importT1Wh\":\"1\"}}"
            })
    void what_is_no_event_is_refused(String json) {
        assertThatThrownBy(() -> EventJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Provide
    Arbitrary<TelegramEvent> events() {
        return RandomEvents.events();
    }
}
