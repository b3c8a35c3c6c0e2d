package energy.sem.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@link EventJson} is what it is compared with: where that reads an event this reads the same, and elsewhere none. */
class EventReaderTest {
    private static final byte[] SAMPLE = EventJson.write(EventJsonTest.sample());

    private final EventReader reader = new EventReader();

    @Property(tries = 300)
    void a_stream_of_events_is_read_as_they_were_written(@ForAll("streams") List<TelegramEvent> stream)
            throws IOException {
        for (TelegramEvent event : stream) {
            assertThat(reader.read(EventJson.write(event))).isEqualTo(event);
        }
    }

    @Property(tries = 2000)
    void whatever_befalls_the_bytes_the_answer_is_that_of_the_usual_reader(
            @ForAll("events") TelegramEvent event, @ForAll Random random) throws IOException {
        byte[] json = EventJson.write(event);
        reader.read(json);
        for (int i = 0; i < 20; i++) {
            byte[] hurt = hurt(json, random);

            assertThat(outcome(reader::read, hurt))
                    .as(new String(hurt, StandardCharsets.UTF_8))
                    .isEqualTo(outcome(EventJson::read, hurt));
        }
        assertThat(reader.read(json)).isEqualTo(event);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '>',
            value = {
                "\"version\":1 > \"version\":2",
                "\"version\":1 > \"version\":1.0",
                "\"version\":1 > \"version\":01",
                "\"version\":1 > \"version\":10000000000000000000",
                "\"meter\":\"home\" > \"meter\":null",
                "\"meter\":\"home\" > \"meter\":\"ho\\u006de\"",
                "\"meter\":\"home\", > ''",
                "\"at\":\"2024-10-18T07:14:00Z\" > \"at\":\"2024-10-18T25:14:00Z\"",
                "\"at\":\"2024-10-18T07:14:00Z\" > \"at\":\"2024-10-18T09:14:00+02:00\"",
                "\"at\":\"2024-10-18T07:14:00Z\" > \"at\":\"2024-02-30T07:14:00Z\"",
                "\"at\":\"2024-10-18T07:14:00Z\" > \"at\":\"2024-10-18T07:14:00.123456789Z\"",
                "\"at\":\"2024-10-18T07:14:00Z\" > \"at\":\"2024-10-18T07:14:00Z",
                "\"crc\":\"valid\" > \"crc\":\"VALID\"",
                "\"crc\":\"valid\" > \"crc\":\"wrong\"",
                "\"crc\":\"valid\" > '\"crc\":\"valid\" '",
                "\"crc\":\"valid\" > \"crc\":\"valid\" 7",
                "\"crc\":\"valid\" > \"crc\":\"valid\",\"crc\":\"absent\"",
                "\"importT1Wh\":1234567 > \"importT1Wh\":-1234567",
                "\"importT1Wh\":1234567 > \"importT1Wh\":9223372036854775807",
                "\"importT1Wh\":1234567 > \"importT1Wh\":9223372036854775808",
                "\"importT1Wh\":1234567 > \"importT1Wh\":\"1234567\"",
                "\"importT1Wh\":1234567 > \"importT1Wh\":1e3",
                "\"importT1Wh\":1234567 > \"importT1Wh\":1234567,\"colour\":\"blue\"",
                "\"phase\":1, > ''",
                "\"phase\":1 > \"phase\":3000000000",
                "\"plausible\":true > \"plausible\":tru",
                "\"plausible\":true > \"plausible\":true,\"findings\":[null]",
                "\"plausible\":true > \"plausible\": true",
                "\"text\":\"valid\" > \"text\":\"va\\u006cid\"",
                "\"text\":\"valid\" > \"text\":\"valid\",\"colour\":\"blue\"",
                "\"text\":\"valid\" > \"value\":1.5",
                "\"kind\":\"checksum\" > \"kind\":\"of-tomorrow\"",
                "\"kind\":\"checksum\", > ''",
                "} > }}",
                "{ > ' {'"
            })
    void a_change_of_the_text_has_the_effect_that_it_has_for_the_usual_reader(String text, String instead)
            throws IOException {
        reader.read(SAMPLE);
        String changed = new String(SAMPLE, StandardCharsets.UTF_8).replace(text, instead);
        assertThat(changed).isNotEqualTo(new String(SAMPLE, StandardCharsets.UTF_8));
        byte[] json = changed.getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(reader::read, json)).isEqualTo(outcome(EventJson::read, json));
    }

    @Test
    void what_a_meter_repeats_is_the_same_object_again() throws IOException {
        TelegramEvent first = reader.read(SAMPLE);
        TelegramEvent second = reader.read(SAMPLE);

        assertThat(second).isEqualTo(EventJsonTest.sample()).isNotSameAs(first);
        assertThat(second.monthPeaks()).isNotEmpty().isSameAs(first.monthPeaks());
        assertThat(second.devices()).isNotEmpty().isSameAs(first.devices());
        assertThat(second.electricity().serial())
                .isNotEmpty()
                .isSameAs(first.electricity().serial());
    }

    @Test
    void a_long_value_is_read_and_not_remembered() throws IOException {
        byte[] json = new String(SAMPLE, StandardCharsets.UTF_8)
                .replace("SEM5", "S".repeat(5000))
                .getBytes(StandardCharsets.UTF_8);

        String first = reader.read(json).identification();
        assertThat(reader.read(json).identification()).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void more_meters_than_it_remembers_are_read_all_the_same() throws IOException {
        for (int i = 0; i < 4500; i++) {
            String name = "m" + i % 2250;
            byte[] json = new String(SAMPLE, StandardCharsets.UTF_8)
                    .replace("\"home\"", '"' + name + '"')
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(reader.read(json).meter()).isEqualTo(name);
        }
    }

    @Test
    void what_is_no_event_is_refused_with_the_usual_words() {
        assertThatThrownBy(() -> reader.read(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.read("{\"version\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("this program reads version 1");
    }

    @Provide
    Arbitrary<List<TelegramEvent>> streams() {
        return RandomEvents.events().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<TelegramEvent> events() {
        return RandomEvents.events();
    }

    /** The event, or null where it is refused. */
    private static TelegramEvent outcome(Reader reader, byte[] json) {
        try {
            return Objects.requireNonNull(reader.read(json));
        } catch (IOException refused) {
            return null;
        }
    }

    /** Bytes changed, lost, doubled or moved; mostly to others that mean something in JSON. */
    private static byte[] hurt(byte[] json, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : json) {
            bytes.add(each);
        }
        byte[] meaningful = "{}[]\",:\\0 9-.eEtn\u0000\u007f".getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0 && !bytes.isEmpty(); i--) {
            int at = random.nextInt(bytes.size());
            byte other = random.nextInt(10) == 0
                    ? (byte) random.nextInt(256)
                    : meaningful[random.nextInt(meaningful.length)];
            switch (random.nextInt(4)) {
                case 0 -> bytes.set(at, other);
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, other);
                default -> {
                    List<Byte> part =
                            new ArrayList<>(bytes.subList(at, Math.min(bytes.size(), at + random.nextInt(40))));
                    bytes.addAll(random.nextInt(bytes.size() + 1), part);
                }
            }
        }
        byte[] hurt = new byte[bytes.size()];
        for (int i = 0; i < hurt.length; i++) {
            hurt[i] = bytes.get(i);
        }
        return hurt;
    }

    private interface Reader {
        TelegramEvent read(byte[] json) throws IOException;
    }
}
