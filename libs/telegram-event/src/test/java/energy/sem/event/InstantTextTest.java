package energy.sem.event;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstantTextTest {

    @Property
    void reads_every_instant_as_javas_own_parser_does(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long epochMilli) {
        Instant instant = Instant.ofEpochMilli(epochMilli);
        assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
        Instant second = Instant.ofEpochSecond(instant.getEpochSecond());
        assertThat(InstantText.read(second.toString())).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-29T10:15:00Z",
                "2026-13-01T10:15:00Z",
                "2026-11-22T24:15:00Z",
                "2026-11-22T10:60:00Z",
                "2026-11-22T10:15:61Z",
                "2026-11-22 10:15:00Z",
                "2026-11-22T10:15:00+",
                "2026-11-22T10:15:00,000Z",
                "2026-11-22T10:15:00.00/Z",
                "2026-11-2:T10:15:00Z"
            })
    void leaves_every_other_text_to_the_usual_parser(String text) {
        assertThat(InstantText.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T11:15:00+01:00", "2026-11-22T10:15:00.000000Z"})
    void other_forms_of_an_instant_are_still_read(String at) throws Exception {
        byte[] json =
                "{\"version\":1,\"meter\":\"home\",\"at\":\"%s\"}".formatted(at).getBytes(UTF_8);
        assertThat(EventJson.read(json).at()).isEqualTo(Instant.parse("2026-11-22T10:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29T10:15:00Z", "yesterday", ""})
    void what_is_no_instant_is_refused(String at) {
        byte[] json =
                "{\"version\":1,\"meter\":\"home\",\"at\":\"%s\"}".formatted(at).getBytes(UTF_8);
        assertThatThrownBy(() -> EventJson.read(json)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Instant.parse(at)).isInstanceOf(DateTimeParseException.class);
    }
}
