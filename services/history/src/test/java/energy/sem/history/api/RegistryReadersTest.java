package energy.sem.history.api;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;
import energy.sem.registry.EntryKind;
import energy.sem.registry.KeptKey;
import energy.sem.registry.ReaderEntry;

import static energy.sem.history.api.TestRegistry.meters;
import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Readers and groups come, change and go while history runs, as the registry on a real Kafka says. */
@QuarkusTest
@TestProfile(WithReaders.class)
class RegistryReadersTest {
    private static final List<String> METERS = List.of("kepthome", "keptattic", "elshome", "elsattic", "zebrahome");

    private static final List<String> READERS = List.of("eva", "els");

    private final String key = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private TestRegistry registry;
    private Telegrams telegrams;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void meters_that_are_heard() throws Exception {
        registry = new TestRegistry();
        telegrams = new Telegrams();
        METERS.forEach(meter -> await().untilAsserted(() -> {
            speak(meter);
            assertThat(get("/api/v1/meters/" + meter + "/latest", "one").statusCode())
                    .isEqualTo(200);
        }));
    }

    @AfterEach
    void close() throws Exception {
        TestServices.get().startKafka();
        for (String reader : READERS) {
            registry.remove(reader);
        }
        registry.remove(EntryKind.GROUP, "keptyard");
        registry.remove(EntryKind.GROUP, "elsyard");
        await().until(() ->
                Collections.disjoint(get("/api/v1/readers", "one").jsonPath().getList("readers.name"), READERS));
        telegrams.close();
        registry.close();
    }

    private void speak(String meter) {
        telegrams.send(Telegrams.event(meter, Instant.now(), 100, null));
    }

    private static Response get(String address, String key) {
        return given().header("X-API-Key", key).get(address);
    }

    /** Those of the meters above whose newest reading the key opens; none with a wrong key. */
    private static List<String> opened(String key) {
        return METERS.stream()
                .filter(meter -> get("/api/v1/meters/" + meter + "/latest", key).statusCode() == 200)
                .toList();
    }

    /** Tries the key only once history knows it: too many wrong keys would be refused before any is looked at. */
    private static void awaitOpened(String key, String... meters) {
        await().until(() -> get("/api/v1/readers", "one").asString().contains(KeptKey.hash(key)));
        await().untilAsserted(() -> assertThat(opened(key)).containsExactlyInAnyOrder(meters));
    }

    @Test
    void a_reader_that_is_added_reads_its_meters_and_one_that_is_removed_none() throws Exception {
        assertThat(get("/api/v1/meters", key).statusCode()).isEqualTo(403);

        registry.add("eva", meters("kepthome", "keptattic"), key);

        awaitOpened(key, "kepthome", "keptattic");
        assertThat(get("/api/v1/meters/elshome/latest", key).statusCode()).isEqualTo(404);
        assertThat(get("/q/metrics", key).statusCode()).isEqualTo(403);

        registry.change("eva", entry -> entry.with(meters("keptattic")));
        awaitOpened(key, "keptattic");

        registry.remove("eva");
        await().until(() -> get("/api/v1/meters", key).statusCode() == 403);
        assertThat(opened("of-els")).containsExactly("elshome", "elsattic");
    }

    @Test
    void a_rotated_key_opens_beside_the_one_before_until_that_is_over() throws Exception {
        registry.add("eva", meters("kepthome"), key);
        awaitOpened(key, "kepthome");

        registry.rotate("eva", other, Duration.ofHours(1));
        awaitOpened(other, "kepthome");
        assertThat(opened(key)).containsExactly("kepthome");

        registry.change(
                "eva",
                entry -> new ReaderEntry(
                        entry.version() + 1,
                        entry.opens(),
                        entry.keys().stream()
                                .map(each -> each.sha256().equals(KeptKey.hash(key))
                                        ? each.endingBy(Instant.now().plusSeconds(2))
                                        : each)
                                .toList()));
        await().until(() -> get("/api/v1/meters", key).statusCode() == 403);
        assertThat(opened(other)).containsExactly("kepthome");
    }

    @Test
    void a_group_opens_its_members_and_itself_and_all_opens_all() throws Exception {
        registry.add("eva", new ReaderEntry.Opens(false, Set.of("kepthome"), Set.of("elsyard", "nogroup")), key);
        awaitOpened(key, "kepthome", "elshome", "elsattic");
        assertThat(get("/api/v1/groups", key).jsonPath().getList("groups.name")).containsExactly("elsyard");
        assertThat(get("/api/v1/groups/elsyard/sharing/month,0", key).statusCode())
                .isEqualTo(200);

        registry.change("eva", entry -> entry.with(ReaderEntry.Opens.ALL));
        awaitOpened(key, METERS.toArray(String[]::new));
        assertThat(get("/q/metrics", key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_group_that_is_added_changed_and_removed_is_listed_shared_and_opened_as_it_is_then() throws Exception {
        registry.add("eva", new ReaderEntry.Opens(false, Set.of("kepthome"), Set.of("keptyard")), key);
        awaitOpened(key, "kepthome");
        assertThat(groups(key)).isEmpty();
        assertThat(sharing(key).statusCode()).isEqualTo(404);

        registry.group("keptyard", "fixed", Map.of("keptattic", BigDecimal.valueOf(100)), "keptattic", "keptnotyet");

        await().untilAsserted(() -> assertThat(groups("one")).contains("keptyard"));
        assertThat(opened(key)).containsExactly("kepthome", "keptattic");
        assertThat(groups(key)).containsExactly("keptyard");
        JsonPath listed = get("/api/v1/groups", key).jsonPath();
        assertThat(listed.getString("groups[0].key")).isEqualTo("fixed");
        assertThat(listed.getList("groups[0].members.meter")).isEqualTo(List.of("keptattic", "keptnotyet"));
        assertThat(listed.getBoolean("groups[0].members[1].known")).isFalse();
        assertThat(get("/api/v1/meters", "one").jsonPath().getList("groups")).contains("keptyard");
        assertThat(sharing(key).jsonPath().getList("members.meter")).isEqualTo(List.of("keptattic", "keptnotyet"));
        assertThat(get("/api/v1/groups/keptyard/history/day", key).statusCode()).isEqualTo(200);
        // A household that reads one of two members is not told that there is a group.
        assertThat(groups("of-els")).doesNotContain("keptyard");
        assertThat(sharing("of-els").statusCode()).isEqualTo(404);

        registry.group("keptyard", "relative", Map.of(), "kepthome", "keptattic", "elshome");

        await().untilAsserted(() -> assertThat(opened(key)).containsExactly("kepthome", "keptattic", "elshome"));
        assertThat(sharing(key).jsonPath().getList("members.meter"))
                .isEqualTo(List.of("kepthome", "keptattic", "elshome"));
        assertThat(get("/api/v1/readers", "one").jsonPath().getList("readers.find { it.name == 'eva' }.meters"))
                .isEqualTo(List.of("elshome", "keptattic", "kepthome"));

        registry.remove(EntryKind.GROUP, "keptyard");

        await().untilAsserted(() -> assertThat(opened(key)).containsExactly("kepthome"));
        assertThat(sharing("one").statusCode()).isEqualTo(404);
        assertThat(groups("one")).doesNotContain("keptyard");
    }

    @Test
    void a_group_of_the_settings_wins_over_one_of_its_name() throws Exception {
        registry.group("elsyard", "priority", Map.of(), "elshome", "kepthome");
        registry.group("keptyard", "relative", Map.of(), "kepthome");
        await().untilAsserted(() -> assertThat(groups("one")).contains("keptyard"));

        assertThat(get("/api/v1/groups", "one")
                        .jsonPath()
                        .getList("groups.find { it.name == 'elsyard' }.members.meter"))
                .isEqualTo(List.of("elshome", "elsattic"));
        registry.add("eva", new ReaderEntry.Opens(false, Set.of(), Set.of("elsyard")), key);
        awaitOpened(key, "elshome", "elsattic");
    }

    @Test
    void of_a_group_whose_record_cannot_be_read_nothing_is_open() throws Exception {
        registry.add("eva", new ReaderEntry.Opens(false, Set.of("kepthome"), Set.of("keptyard")), key);
        registry.group("keptyard", "relative", Map.of(), "keptattic");
        awaitOpened(key, "kepthome", "keptattic");

        registry.write("group/keptyard", "{\"schema\":99}");

        await().untilAsserted(() -> assertThat(opened(key)).containsExactly("kepthome"));
        assertThat(sharing("one").statusCode()).isEqualTo(404);
        registry.group("keptyard", "relative", Map.of(), "keptattic");
        await().untilAsserted(() -> assertThat(opened(key)).containsExactly("kepthome", "keptattic"));
    }

    private static List<String> groups(String key) {
        return get("/api/v1/groups", key).jsonPath().getList("groups.name");
    }

    private static Response sharing(String key) {
        return get("/api/v1/groups/keptyard/sharing/month", key);
    }

    @Test
    void one_whose_name_the_settings_have_opens_nothing() throws Exception {
        registry.add("els", meters("zebrahome"), key);
        registry.add("eva", meters("kepthome"), other);
        awaitOpened(other, "kepthome");

        assertThat(get("/api/v1/meters", key).statusCode()).isEqualTo(403);
        assertThat(opened("of-els")).containsExactly("elshome", "elsattic");
    }

    @Test
    void a_live_stream_ends_before_its_next_reading_once_its_key_is_revoked() throws Exception {
        registry.add("eva", meters("kepthome"), key);
        awaitOpened(key, "kepthome");
        HttpURLConnection stream = (HttpURLConnection)
                new URL(root.resolve("/api/v1/meters/kepthome/live?key=" + key).toString()).openConnection();
        stream.setReadTimeout(30_000);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            awaitData(lines);
            speak("kepthome");
            awaitData(lines);

            registry.remove("eva");
            await().until(() -> get("/api/v1/meters", key).statusCode() == 403);
            speak("kepthome");

            assertThat(lines.lines().filter(line -> line.startsWith("data:"))).isEmpty();
        }
    }

    private static void awaitData(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
    }

    @Test
    void what_is_known_holds_while_kafka_is_away_and_what_changed_meanwhile_is_followed() throws Exception {
        registry.add("eva", meters("kepthome"), key);
        awaitOpened(key, "kepthome");

        TestServices.get().killKafka();
        assertThat(opened(key)).containsExactly("kepthome");
        assertThat(get("/api/v1/meters", other).statusCode()).isEqualTo(403);

        TestServices.get().startKafka();
        registry.rotate("eva", other, Duration.ZERO);
        awaitOpened(other, "kepthome");
        assertThat(get("/api/v1/meters", key).statusCode()).isEqualTo(403);
    }

    @Test
    void services_without_kafka_are_told_by_hashes_and_a_reader_is_not() throws Exception {
        registry.add("eva", new ReaderEntry.Opens(false, Set.of("kepthome"), Set.of("elsyard")), key);
        awaitOpened(key, "kepthome", "elshome", "elsattic");

        Response told = get("/api/v1/readers", "one");

        assertThat(told.jsonPath().getList("readers.find { it.name == 'eva' }.meters"))
                .isEqualTo(List.of("elsattic", "elshome", "kepthome"));
        assertThat(told.jsonPath().getString("readers.find { it.name == 'eva' }.keys[0].sha256"))
                .isEqualTo(KeptKey.hash(key));
        assertThat(Instant.parse(told.jsonPath().getString("readers.find { it.name == 'eva' }.keys[0].notBefore")))
                .isBeforeOrEqualTo(Instant.now());
        assertThat(told.asString()).doesNotContain(key);
        assertThat(given().header("X-API-Key", "one")
                        .header("If-None-Match", told.header("ETag"))
                        .get("/api/v1/readers")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/api/v1/readers", key).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/readers", "of-els").statusCode()).isEqualTo(403);
        assertThat(given().get("/api/v1/readers").statusCode()).isEqualTo(401);
    }
}
