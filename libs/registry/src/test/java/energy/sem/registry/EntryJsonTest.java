package energy.sem.registry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.sharing.SharingKey;
import energy.sem.sharing.SharingMember;
import energy.sem.sharing.SharingRule;

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

        MeterEntry entry = EntryJson.read(EntryKind.METER, bytes(json));

        assertThat(entry)
                .isEqualTo(new MeterEntry(
                        3,
                        Map.of("source", "push", "publish-every", "PT10S"),
                        List.of(new KeptKey(
                                HASH,
                                Optional.of(Instant.parse("2026-11-30T20:00:00Z")),
                                Optional.of(Instant.parse("2026-12-01T20:00:00Z"))))));
        assertThat(new String(EntryJson.write(entry), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void a_field_that_is_not_known_is_passed_over_and_a_setting_that_is_not_known_is_kept()
            throws BrokenEntryException {
        MeterEntry entry = EntryJson.read(
                EntryKind.METER,
                bytes(
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

        assertThatThrownBy(() -> EntryJson.read(EntryKind.METER, bytes(json)))
                .isInstanceOf(BrokenEntryException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-11-30", "2026-13-01T00:00:00Z", "''"})
    void a_time_that_is_none_is_told(String time) {
        String json = "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[{\"sha256\":\"" + HASH
                + "\",\"notAfter\":\"" + time + "\"}]}";

        assertThatThrownBy(() -> EntryJson.read(EntryKind.METER, bytes(json))).hasMessage("a key's time is none");
    }

    @Test
    void more_keys_or_more_bytes_than_ever_are_written_are_not_taken() {
        String key = "{\"sha256\":\"" + HASH + "\"}";
        String nine = "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[" + (key + ",").repeat(8) + key + "]}";
        String large =
                "{\"schema\":1,\"version\":1,\"settings\":{\"source\":\"" + "x".repeat(70_000) + "\"},\"keys\":[]}";

        assertThatThrownBy(() -> EntryJson.read(EntryKind.METER, bytes(nine))).hasMessageContaining("9 keys");
        assertThatThrownBy(() -> EntryJson.read(EntryKind.METER, bytes(large))).hasMessageContaining("64 KiB");
    }

    @ParameterizedTest
    @CsvSource({
        "meter/home,       meter",
        "meter/m123,       meter",
        "reader/kitchen,   reader",
        "group/street,     group",
        "panel/street.7,   ",
    })
    void a_record_says_by_its_key_what_it_is_of(String key, String kind) throws BrokenEntryException {
        assertThat(EntryJson.kind(key).map(EntryKind::word)).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "home",
        "meter/",
        "meter/Home",
        "meter/ho me",
        "meter/a/b",
        "''",
        "/home",
        "METER/home",
        "reader/",
        "reader/a/b",
        "group/street.7"
    })
    void a_key_of_nothing_is_broken(String key) {
        assertThatThrownBy(() -> EntryJson.kind(key))
                .hasMessageContaining("its key is not meter/ or reader/ or group/ and");
    }

    @Test
    void a_record_without_a_key_is_broken() {
        assertThatThrownBy(() -> EntryJson.kind(null)).hasMessage("it has no key");
    }

    @Property
    void what_is_written_is_read_again(
            @ForAll @LongRange(min = 1) long version,
            @ForAll @Size(max = 5) Map<String, String> settings,
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 4_000_000_000L) Long> ends)
            throws BrokenEntryException {
        List<KeptKey> keys = new ArrayList<>();
        ends.forEach(end -> keys.add(KeptKey.always("k" + end).endingBy(Instant.ofEpochSecond(end))));
        MeterEntry entry = new MeterEntry(version, settings, keys);

        assertThat(EntryJson.read(EntryKind.METER, EntryJson.write(entry))).isEqualTo(entry);
    }

    @Test
    void a_readers_example_of_the_documentation_is_read_and_written_as_it_stands() throws BrokenEntryException {
        String json = "{\"schema\":1,\"version\":2,\"meters\":[\"attic\",\"home\"],\"groups\":[\"street\"],"
                + "\"keys\":[{\"sha256\":\"" + HASH + "\"}]}";
        String all = "{\"schema\":1,\"version\":1,\"all\":true,\"keys\":[]}";

        ReaderEntry entry = EntryJson.read(EntryKind.READER, bytes(json));

        assertThat(entry.opens()).isEqualTo(new ReaderEntry.Opens(false, Set.of("home", "attic"), Set.of("street")));
        assertThat(entry.keys()).extracting(KeptKey::sha256).containsExactly(HASH);
        assertThat(new String(EntryJson.write(entry), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(EntryJson.read(EntryKind.READER, bytes(all)))
                .isEqualTo(new ReaderEntry(1, ReaderEntry.Opens.ALL, List.of()));
        assertThat(new String(EntryJson.write(EntryJson.read(EntryKind.READER, bytes(all))), StandardCharsets.UTF_8))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                    | neither a meter nor a group, nor all",
                "\"all\":false,                      | neither a meter nor a group, nor all",
                "\"meters\":[],\"groups\":[],        | neither a meter nor a group, nor all",
                "\"all\":true,\"meters\":[\"home\"], | opens all, and names some too",
                "\"all\":\"true\",                  | neither true nor false",
                "\"all\":1,                          | neither true nor false",
                "\"all\":null,                       | neither true nor false",
                "\"meters\":\"secret\",             | not a list of names",
                "\"meters\":{\"secret\":1},         | not a list of names",
                "\"meters\":null,                    | not a list of names",
                "\"meters\":[7],                     | not a text",
                "\"meters\":[null],                  | not a text",
                "\"meters\":[\"SECRET\"],           | name of a meter",
                "\"meters\":[\"*\"],                | name of a meter",
                "\"meters\":[\"home\",\"\"],       | name of a meter",
                "\"groups\":[\"home,attic\"],       | name of a group",
            })
    void a_reader_that_does_not_say_what_it_opens_is_none(String opens, String why) {
        String json = "{\"schema\":1,\"version\":1," + (opens == null ? "" : opens) + "\"keys\":[]}";

        assertThatThrownBy(() -> EntryJson.read(EntryKind.READER, bytes(json)))
                .isInstanceOf(BrokenEntryException.class)
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("secret", "SECRET");
    }

    @Test
    void a_reader_of_more_than_a_thousand_names_is_none() {
        Set<String> names =
                IntStream.rangeClosed(0, 1000).mapToObj(i -> "m" + i).collect(Collectors.toSet());

        assertThatThrownBy(() -> new ReaderEntry.Opens(false, names, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 1000");
    }

    @Property
    void what_is_written_of_a_reader_is_read_again(
            @ForAll @LongRange(min = 1) long version,
            @ForAll boolean all,
            @ForAll @Size(min = 1, max = 20) Set<@IntRange(min = 0, max = 99_999) Integer> meters,
            @ForAll @Size(max = 20) Set<@IntRange(min = 0, max = 99_999) Integer> groups,
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 4_000_000_000L) Long> ends)
            throws BrokenEntryException {
        List<KeptKey> keys = new ArrayList<>();
        ends.forEach(end -> keys.add(KeptKey.from("k" + end, Instant.ofEpochSecond(end))
                .endingBy(Instant.ofEpochSecond(end).plusSeconds(60))));
        ReaderEntry.Opens opens =
                all ? ReaderEntry.Opens.ALL : new ReaderEntry.Opens(false, names("m", meters), names("g", groups));
        ReaderEntry entry = new ReaderEntry(version, opens, keys);

        assertThat(EntryJson.read(EntryKind.READER, EntryJson.write(entry))).isEqualTo(entry);
    }

    @Test
    void a_groups_example_of_the_documentation_is_read_and_written_as_it_stands() throws BrokenEntryException {
        String json = "{\"schema\":1,\"version\":3,\"members\":[\"dora\",\"anna\"],\"key\":\"fixed\","
                + "\"sharesPpm\":[666667,333333]}";
        String plain = "{\"schema\":1,\"version\":1,\"members\":[\"anna\"],\"key\":\"priority\"}";

        GroupEntry entry = EntryJson.read(EntryKind.GROUP, bytes(json));

        assertThat(entry.key().members())
                .containsExactly(new SharingMember("dora", 666_667), new SharingMember("anna", 333_333));
        assertThat(entry.key().rule()).isEqualTo(SharingRule.FIXED);
        assertThat(new String(EntryJson.write(entry), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(new String(EntryJson.write(EntryJson.read(EntryKind.GROUP, bytes(plain))), StandardCharsets.UTF_8))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"key\":\"relative\"                                                | no members",
                "\"members\":[],\"key\":\"relative\"                               | no members",
                "\"members\":\"secret\",\"key\":\"relative\"                     | not a list of names",
                "\"members\":{\"secret\":1},\"key\":\"relative\"                 | not a list of names",
                "\"members\":[7],\"key\":\"relative\"                              | not a text",
                "\"members\":[\"SECRET\"],\"key\":\"relative\"                   | name of a member",
                "\"members\":[\"SECRET\",\"SECRET\"],\"key\":\"relative\"      | name of a member",
                "\"members\":[\"a\",\"a\"],\"key\":\"relative\"                | a is a member twice",
                "\"members\":[\"a\"]                                                 | key is none of fixed, fixed-rounds",
                "\"members\":[\"a\"],\"key\":\"secret\"                          | key is none of fixed, fixed-rounds",
                "\"members\":[\"a\"],\"key\":7                                     | key is none of fixed, fixed-rounds",
                "\"members\":[\"a\"],\"key\":\"fixed\"                           | fixed needs shares",
                "\"members\":[\"a\"],\"key\":\"relative\",\"sharesPpm\":[1000000]  | relative takes no shares",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[999999]      | add up to 99.9999 %",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[1000000,0]   | not one of each member",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[]            | not one of each member",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":{\"a\":1}   | not one of each member",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[\"secret\"] | not a whole number",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[1e6]         | not a whole number",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[99999999999] | not a whole number",
                "\"members\":[\"a\"],\"key\":\"fixed\",\"sharesPpm\":[1000001]     | not from 0 to",
            })
    void a_group_that_does_not_say_who_shares_how_is_none(String content, String why) {
        String json = "{\"schema\":1,\"version\":1," + content + "}";

        assertThatThrownBy(() -> EntryJson.read(EntryKind.GROUP, bytes(json)))
                .isInstanceOf(BrokenEntryException.class)
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("secret", "SECRET");
    }

    @Test
    void a_group_has_a_version_like_all() {
        SharingKey key = new SharingKey(SharingRule.RELATIVE, List.of(new SharingMember("a", 0)));

        assertThatThrownBy(() -> new GroupEntry(0, key)).hasMessageContaining("not from 1 on");
        assertThatThrownBy(() -> EntryJson.read(
                        EntryKind.GROUP, bytes("{\"schema\":1,\"members\":[\"a\"],\"key\":\"relative\"}")))
                .hasMessage("it has no version");
        assertThatThrownBy(() -> EntryJson.read(
                        EntryKind.GROUP,
                        bytes("{\"schema\":2,\"version\":1,\"members\":[\"a\"],\"key\":\"relative\"}")))
                .hasMessageContaining("schema number is 2");
    }

    @Test
    void the_largest_group_fits_into_a_record() throws BrokenEntryException {
        List<SharingMember> members = IntStream.range(0, 1000)
                .mapToObj(i -> new SharingMember(String.format("%032d", i), i == 0 ? 500_500 : 500))
                .toList();
        GroupEntry entry = new GroupEntry(Long.MAX_VALUE, new SharingKey(SharingRule.FIXED_ROUNDS, members));

        assertThat(EntryJson.read(EntryKind.GROUP, EntryJson.write(entry))).isEqualTo(entry);
    }

    @Property
    void what_is_written_of_a_group_is_read_again(
            @ForAll @LongRange(min = 1) long version,
            @ForAll SharingRule rule,
            @ForAll @Size(min = 1, max = 20) Set<@IntRange(min = 0, max = 99_999) Integer> members,
            @ForAll @IntRange(min = 1, max = 1_000_000) int ofFirst)
            throws BrokenEntryException {
        List<String> names = new ArrayList<>(names("m", members));
        List<SharingMember> sharing = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int rest = i == names.size() - 1 ? 1_000_000 - ofFirst : 0;
            int ppm = names.size() == 1 ? 1_000_000 : i == 0 ? ofFirst : rest;
            sharing.add(new SharingMember(names.get(i), rule.takesShares() ? ppm : 0));
        }
        GroupEntry entry = new GroupEntry(version, new SharingKey(rule, sharing));

        assertThat(EntryJson.read(EntryKind.GROUP, EntryJson.write(entry))).isEqualTo(entry);
    }

    private static Set<String> names(String before, Set<Integer> numbers) {
        return numbers.stream().map(number -> before + number).collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
