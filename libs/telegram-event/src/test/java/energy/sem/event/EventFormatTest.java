package energy.sem.event;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** During an upgrade old and new programs read each other's events: what both know is read alike, what is new is in no one's way. */
class EventFormatTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What only a later program knows, of each shape that JSON has. */
    private static final JsonNode OF_A_LATER_TIME = tree(
            "{'text':'3x40A','whole':40,'part':0.5,'yes':true,'nothing':null,'list':[{'from':1},[2],'x'],'none':{}}");

    @ParameterizedTest(name = "event {0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | /meter                          | home",
                "0 | /at                             | 2026-11-22T09:15:00Z",
                "0 | /timeSource                     | meter",
                "0 | /receivedAt                     | 2026-11-22T09:15:00.412Z",
                "0 | /dialect                        | EMUCS_1_7",
                "0 | /p1Version                      | 50217",
                "0 | /crc                            | valid",
                "0 | /electricity/serial             | 1SEM0007000001",
                "0 | /electricity/tariff             | 1",
                "0 | /electricity/importT1Wh         | 6550417",
                "0 | /electricity/importT2Wh         | 6605954",
                "0 | /electricity/exportT1Wh         | 345100",
                "0 | /electricity/exportT2Wh         | 120011",
                "0 | /electricity/importW            | 642",
                "0 | /electricity/demandW            | 2351",
                "0 | /electricity/phases/2/voltageDeciV  | 2339",
                "0 | /electricity/phases/2/currentCentiA | 31",
                "0 | /monthPeaks/2/peakW             | 4329",
                "0 | /monthPeaks/2/at                | 2026-11-09T12:45:00Z",
                "0 | /monthPeaks/2/closed            | false",
                "0 | /devices/0/kind                 | gas",
                "0 | /devices/0/volumeLitre          | 6990193",
                "0 | /devices/1/serial               | 8SEM0007000003",
                "0 | /unknown/0/values/0             | 000000.835*kvarh",
                "1 | /extremes/importW               | 4842",
                "1 | /extremes/importAt              | 2026-11-22T09:15:01Z",
                "1 | /extremes/voltages/1/maxDeciV   | 2351",
                "2 | /verdict/plausible              | false",
                "2 | /verdict/findings/0/serial      | 1SEM0007000001",
                "2 | /verdict/findings/0/cause       | register-falls",
                "3 | /verdict/findings/0/cause       | clock-ahead",
                "3 | /verdict/findings/0/serial      | ''",
                "4 | /timeSource                     | arrival",
                "4 | /crc                            | absent",
                "4 | /p1Version                      | ''",
                "4 | /devices/0/at                   | 2026-11-22T09:00:00Z",
                "5 | /electricity/importWh           | 25653",
                "5 | /electricity/exportWh           | 40",
                "5 | /electricity/importT1Wh         | ''",
                "5 | /devices/0/heatMj               | 12345",
                "5 | /devices/1/kind                 | electricity",
                "5 | /devices/1/energyWh             | 42195",
                "5 | /devices/2/kind                 | other",
                "6 | /timeSource                     | meter-without-suffix",
                "6 | /crc                            | repaired",
                "7 | /simulated                      | true",
                "8 | /identification                 | ''",
                "8 | /electricity/serial             | sensor",
                "8 | /devices/0/serial               | sensor-gas"
            })
    void a_recorded_event_is_read_with_its_values(int recorded, String where, String value) throws IOException {
        byte[] json = RecordedEvents.all().get(recorded).getBytes(UTF_8);

        for (TelegramEvent read : List.of(EventJson.read(json), new EventReader().read(json))) {
            assertThat(tree(read).at(where).asText()).isEqualTo(value);
        }
    }

    @Test
    void of_a_recorded_event_nothing_is_lost() throws IOException {
        EventReader reader = new EventReader();
        assertThat(RecordedEvents.all()).hasSize(9);
        for (String json : RecordedEvents.all()) {
            assertThat(tree(EventJson.read(json.getBytes(UTF_8)))).isEqualTo(MAPPER.readTree(json));
            assertThat(tree(reader.read(json.getBytes(UTF_8)))).isEqualTo(MAPPER.readTree(json));
        }
    }

    @Test
    void fields_of_a_later_time_at_every_level_take_nothing_from_what_is_known() throws IOException {
        EventReader reader = new EventReader();
        for (String json : RecordedEvents.all()) {
            TelegramEvent known = EventJson.read(json.getBytes(UTF_8));
            for (boolean first : List.of(true, false)) {
                byte[] later = MAPPER.writeValueAsBytes(grown(MAPPER.readTree(json), first));

                assertThat(EventJson.read(later)).isEqualTo(known);
                assertThat(reader.read(later)).isEqualTo(known);
            }
            assertThat(reader.read(json.getBytes(UTF_8))).isEqualTo(known);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void a_word_of_a_later_time_takes_nothing_from_what_is_known(String word, String later, String readAs)
            throws IOException {
        for (String json : RecordedEvents.all()) {
            byte[] changed = json.replace(word, later).getBytes(UTF_8);
            JsonNode expected = MAPPER.readTree(json.replace(word, readAs));

            assertThat(tree(EventJson.read(changed))).isEqualTo(expected);
            assertThat(tree(new EventReader().read(changed))).isEqualTo(expected);
        }
    }

    /** What is not known of the whole event is left out; a device that is not known is still a device. */
    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("\"crc\":\"valid\",", "\"crc\":\"x-25\",", ""),
                Arguments.of("\"crc\":\"absent\",", "\"crc\":\"\u2713\",", ""),
                Arguments.of("\"timeSource\":\"meter\",", "\"timeSource\":\"arrival-clock-off\",", ""),
                Arguments.of("\"kind\":\"gas\"", "\"kind\":\"cooling\"", "\"kind\":\"other\""),
                Arguments.of("\"dialect\":\"EMUCS_1_7\"", "\"dialect\":\"EMUCS_3\"", "\"dialect\":\"EMUCS_3\""),
                Arguments.of("\"cause\":\"clock-ahead\"", "\"cause\":\"sun-spots\"", "\"cause\":\"sun-spots\""));
    }

    /** The same with a field more in each of its objects, as its first or its last. */
    private static JsonNode grown(JsonNode node, boolean first) {
        if (node.isArray()) {
            var list = MAPPER.createArrayNode();
            node.forEach(each -> list.add(grown(each, first)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode grown = MAPPER.createObjectNode();
        if (first) {
            grown.set("ofALaterTime", OF_A_LATER_TIME);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            grown.set(field.getKey(), grown(field.getValue(), first));
        }
        grown.set("importT9Wh", OF_A_LATER_TIME);
        return grown;
    }

    private static JsonNode tree(TelegramEvent event) throws IOException {
        return MAPPER.readTree(EventJson.write(event));
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
