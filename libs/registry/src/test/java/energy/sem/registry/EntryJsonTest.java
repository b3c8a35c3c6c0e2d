package energy.sem.registry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The records of the registry, good ones and broken ones. */
class EntryJsonTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void the_example_of_the_documentation_is_read_and_written_as_it_stands() throws BrokenEntryException {
        String json = "{\"schema\":1,\"version\":3,\"settings\":{\"publish-every\":\"PT10S\",\"source\":\"push\"},"
                + "\"keys\":[{\"sha256\":\"" + HASH + "\",\"notBefore\":\"2026-11-30T20:00:00Z\","
                + "\"notAfter\":\"2026-12-01T20:00:00Z\"}]}";

        MeterEntry entry = EntryJson.read(bytes(json));

        assertThat(entry)
                .isEqualTo(new MeterEntry(
                        3,
                        Map.of("source", "push", "publish-every", "PT10S"),
                        List.of(new PushKey(
                                HASH,
                                Optional.of(Instant.parse("2026-11-30T20:00:00Z")),
                                Optional.of(Instant.parse("2026-12-01T20:00:00Z"))))));
        assertThat(new String(EntryJson.write(entry), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void a_field_that_is_not_known_is_passed_over_and_a_setting_that_is_not_known_is_kept()
            throws BrokenEntryException {
        MeterEntry entry = EntryJson.read(bytes(
                "{\"schema\":1,\"version\":1,\"settings\":{\"colour\":\"red\"},\"keys\":[],\"readers\":[{\"a\":1}]}"));

        assertThat(entry).isEqualTo(new MeterEntry(1, Map.of("colour", "red"), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                                 | not a JSON object",
                "garbage                                                          | not JSON",
                "{\"schema\":1                                                    | not JSON",
                "[]                                                               | not a JSON object",
                "{} {}                                                            | not JSON",
                "null                                                             | not a JSON object",
                "{\"version\":1,\"settings\":{},\"keys\":[]}                      | no schema number",
                "{\"schema\":\"1\",\"version\":1,\"settings\":{},\"keys\":[]}      | no schema number",
                "{\"schema\":2,\"version\":1,\"settings\":{},\"keys\":[]}          | schema number is 2",
                "{\"schema\":0,\"version\":1,\"settings\":{},\"keys\":[]}          | schema number is 0",
                "{\"schema\":1,\"settings\":{},\"keys\":[]}                       | no version",
                "{\"schema\":1,\"version\":1.5,\"settings\":{},\"keys\":[]}        | no version",
                "{\"schema\":1,\"version\":1e99,\"settings\":{},\"keys\":[]}       | no version",
                "{\"schema\":1,\"version\":0,\"settings\":{},\"keys\":[]}          | not from 1 on",
                "{\"schema\":1,\"version\":1,\"keys\":[]}                         | no settings",
                "{\"schema\":1,\"version\":1,\"settings\":[],\"keys\":[]}          | no settings",
                "{\"schema\":1,\"version\":1,\"settings\":{\"source\":7},\"keys\":[]} | not a text",
                "{\"schema\":1,\"version\":1,\"settings\":{}}                     | no keys",
                "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[\"secret\"]} | not 64 hex digits",
                "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[{\"sha256\":\"secret\"}]} | not 64 hex digits",
            })
    void what_is_no_entry_is_told_without_quoting_it(String value, String why) {
        String json = value == null ? "" : value;

        assertThatThrownBy(() -> EntryJson.read(bytes(json)))
                .isInstanceOf(BrokenEntryException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-11-30", "2026-13-01T00:00:00Z", "''"})
    void a_time_that_is_none_is_told(String time) {
        String json = "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[{\"sha256\":\"" + HASH
                + "\",\"notAfter\":\"" + time + "\"}]}";

        assertThatThrownBy(() -> EntryJson.read(bytes(json))).hasMessage("a key's time is none");
    }

    @Test
    void more_keys_or_more_bytes_than_ever_are_written_are_not_taken() {
        String key = "{\"sha256\":\"" + HASH + "\"}";
        String nine = "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[" + (key + ",").repeat(8) + key + "]}";
        String large =
                "{\"schema\":1,\"version\":1,\"settings\":{\"source\":\"" + "x".repeat(70_000) + "\"},\"keys\":[]}";

        assertThatThrownBy(() -> EntryJson.read(bytes(nine))).hasMessageContaining("9 keys");
        assertThatThrownBy(() -> EntryJson.read(bytes(large))).hasMessageContaining("64 KiB");
    }

    @ParameterizedTest
    @CsvSource({
        "meter/home,       home",
        "meter/m123,       m123",
        "reader/kitchen,   ",
        "group/street.7,   ",
    })
    void a_record_says_by_its_key_what_it_is_of(String key, String meter) throws BrokenEntryException {
        assertThat(EntryJson.meter(key)).isEqualTo(Optional.ofNullable(meter));
    }

    @ParameterizedTest
    @CsvSource({"home", "meter/", "meter/Home", "meter/ho me", "meter/a/b", "''", "/home", "METER/home"})
    void a_key_of_nothing_is_broken(String key) {
        assertThatThrownBy(() -> EntryJson.meter(key)).hasMessageContaining("its key is not meter/");
    }

    @Test
    void a_record_without_a_key_is_broken() {
        assertThatThrownBy(() -> EntryJson.meter(null)).hasMessage("it has no key");
    }

    @Property
    void what_is_written_is_read_again(
            @ForAll @LongRange(min = 1) long version,
            @ForAll @Size(max = 5) Map<String, String> settings,
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 4_000_000_000L) Long> ends)
            throws BrokenEntryException {
        List<PushKey> keys = new ArrayList<>();
        ends.forEach(end -> keys.add(PushKey.always("k" + end).endingBy(Instant.ofEpochSecond(end))));
        MeterEntry entry = new MeterEntry(version, settings, keys);

        assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
