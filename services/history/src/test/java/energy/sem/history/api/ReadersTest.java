package energy.sem.history.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.browser.Chromium;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** All that a household can ask, searched for any trace of another: names, serials, figures, contracts, alarms, counts. */
@QuarkusTest
@TestProfile(WithReaders.class)
class ReadersTest {
    /** Of the other home: its names, and the figure that its registers begin with. */
    private static final List<String> TRACES = List.of("zebra", "777123");

    private static final String ELS = "of-els";
    /** Of a reader of the registry, for the same meters. */
    private static final String EVI = "of-evi";

    private static final long ZEBRAS_WH = 777_123_456L;
    private static Telegrams telegrams;

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource
    URI root;

    /** An answer: status, headers that do not tell the time, and body. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {
        /** What it is beside the name that was asked for. */
        Answer without(String name) {
            return new Answer(status, headers, body.replace(name, "?"));
        }
    }

    @BeforeEach
    void twoHomes() throws Exception {
        if (telegrams != null) {
            return;
        }
        telegrams = new Telegrams();
        try (TestRegistry registry = new TestRegistry()) {
            registry.add("evi", TestRegistry.meters("elshome", "elsattic"), EVI);
        }
        await().until(() -> get("/api/v1/meters", EVI).status() == 200);
        SampleMeters.write("elshome", false, 3);
        SampleMeters.registers(
                "zebrahome",
                Instant.ofEpochSecond(Instant.now().getEpochSecond() / 900 * 900)
                        .minus(Duration.ofDays(3)),
                SampleMeters.rising(Map.of("import_t1_wh", ZEBRAS_WH), Map.of("import_t1_wh", 100L), 288));
        DoctorRow.write(
                Duration.ZERO,
                "[{\"check\": \"meters\", \"what\": \"zebrahome and elshome are silent\", \"advice\": \"look\"}]");
        await().untilAsserted(() -> {
            speak();
            assertThat(get("/api/v1/meters/zebrahome/latest", "one").status()).isEqualTo(200);
            assertThat(get("/api/v1/meters/elshome/latest", "one").status()).isEqualTo(200);
            JsonPath all = JsonPath.from(get("/api/v1/meters", "one").body());
            assertThat(all.getList("alarms")).hasSize(3);
            assertThat(all.getList("findings.faults")).hasSize(1);
        });
    }

    @AfterAll
    static void close() throws Exception {
        if (telegrams != null) {
            telegrams.close();
        }
        DoctorRow.remove();
    }

    private static void speak() {
        Instant now = Instant.now();
        telegrams.send(Telegrams.event("elshome", now, 642, null));
        telegrams.send(Telegrams.event(
                "zebrahome", now, "1SEMzebra", RegisterValues.of(Map.of(Register.IMPORT_T1_WH, ZEBRAS_WH)), 642, null));
    }

    private Answer get(String address, String key) throws IOException, InterruptedException {
        return ask("GET", address, key);
    }

    private Answer ask(String method, String address, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root.toString().replaceFirst("/$", "") + address))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("X-API-Key", key)
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return new Answer(answer.statusCode(), headers, new String(answer.body(), StandardCharsets.UTF_8));
    }

    private List<String> addresses(String meter) throws Exception {
        return Addresses.of(get("/q/openapi?format=json", "one").body(), meter);
    }

    @ParameterizedTest
    @ValueSource(strings = {ELS, EVI})
    void nothing_that_a_reader_is_answered_has_a_trace_of_another_home(String key) throws Exception {
        for (String meter : List.of("elshome", "elsattic")) {
            for (String address : addresses(meter)) {
                Answer answer = get(address, key);
                String asked =
                        address.contains("zebradeal") ? answer.body().replace("zebradeal\\\"", "") : answer.body();
                for (String trace : TRACES) {
                    assertThat(asked.toLowerCase(Locale.ROOT)).as(address).doesNotContain(trace);
                    assertThat(answer.headers().toString().toLowerCase(Locale.ROOT))
                            .as(address)
                            .doesNotContain(trace);
                }
            }
        }
    }

    @Test
    void the_same_answers_to_a_key_that_opens_all_have_them_so_the_search_finds() throws Exception {
        assertThat(get("/api/v1/meters", "one").body()).contains("zebrahome", "1SEMzebra");
        assertThat(get("/api/v1/meters/zebrahome/history/week,0", "of-zebra").body())
                .contains("777123");
        assertThat(get("/q/metrics", "one").body()).contains("sem_");
        assertThat(get("/api/v1/meters/elshome/bill/month,0?contract=nothere", "one")
                        .body())
                .contains("zebradeal");
    }

    @ParameterizedTest
    @CsvSource({"GET, of-els", "HEAD, of-els", "GET, of-evi"})
    void another_home_is_answered_as_one_that_is_not_there(String method, String key) throws Exception {
        List<String> others = addresses("zebrahome");
        List<String> absent = addresses("not777xyz");
        assertThat(others).hasSameSizeAs(absent);
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).contains("zebrahome")) {
                Answer other = ask(method, others.get(i), key).without("zebrahome");
                assertThat(other)
                        .as(others.get(i))
                        .isEqualTo(ask(method, absent.get(i), key).without("not777xyz"));
                assertThat(other.status()).as(others.get(i)).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "history/day,0", "peaks", "guard", "price", "bill/month,0", "contracts", "live"})
    void that_is_the_very_answer_that_a_key_for_all_gets_of_a_meter_that_is_not_there(String what) throws Exception {
        assertThat(get("/api/v1/meters/zebrahome/" + what, ELS).without("zebrahome"))
                .isEqualTo(get("/api/v1/meters/not777xyz/" + what, "one").without("not777xyz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/meters/%7Aebrahome/latest",
                "/api/v1/meters/zebrahome/latest/",
                "/api/v1/meters//zebrahome/latest",
                "/api/v1//meters/zebrahome/latest",
                "//api/v1/meters/zebrahome/latest",
                "/api/v1/meters/elshome/../zebrahome/latest",
                "/api/v1/meters/elshome/%2E%2E/zebrahome/latest",
                "/api/v1/meters/elshome%2F..%2Fzebrahome/latest",
                "/api/v1/meters/zebrahome;meter=elshome/latest",
                "/api/v1/meters;meter=elshome/zebrahome/latest",
                "/api/v1/meters/zebrahome/latest?meter=elshome",
                "/api/v1/meters/ZEBRAHOME/latest",
                "/api/v1/meters/zebrahome%00/latest",
                "/get-esp-data.php?selector=0&meter=%7Aebrahome",
                "/get-esp-data.php?selector=0&meter=elshome&meter=zebrahome",
                "/get-esp-data.php?selector=0&meter=zebrahome&meter=elshome"
            })
    void no_way_of_spelling_it_opens_another_home(String address) throws Exception {
        Answer answer = get(address, ELS);
        if (answer.status() == 200) {
            assertThat(answer).isEqualTo(get("/get-esp-data.php?selector=0&meter=elshome", ELS));
        } else {
            assertThat(answer.status()).isBetween(400, 404);
        }
    }

    @Test
    void the_list_has_the_readers_meters_and_alarms_and_nothing_of_the_installation() throws Exception {
        JsonPath own = JsonPath.from(get("/api/v1/meters", ELS).body());

        assertThat(own.getList("meters.name")).containsExactly("elshome");
        assertThat(own.getList("alarms.meter")).containsExactly("elshome");
        assertThat(own.getMap("$")).containsOnlyKeys("zone", "meters", "alarms", "groups");
        assertThat(JsonPath.from(get("/api/v1/meters", "of-zebra").body()).getList("meters.name"))
                .containsExactly("zebrahome");
    }

    @Test
    void looking_for_a_meter_finds_none_of_another_home_and_neither_does_going_on() throws Exception {
        assertThat(get("/api/v1/meters?search=zebra", ELS).without("zebra"))
                .isEqualTo(get("/api/v1/meters?search=not77", ELS).without("not77"));
        assertThat(get("/api/v1/meters?meter=zebrahome", ELS).without("zebrahome"))
                .isEqualTo(get("/api/v1/meters?meter=not777wxyzz", ELS).without("not777wxyzz"));
        assertThat(JsonPath.from(get("/api/v1/meters?limit=1", ELS).body()).getMap("$"))
                .as("as if there were no more than its own")
                .doesNotContainKey("next");
        assertThat(JsonPath.from(get("/api/v1/meters?search=1SEM&after=elshome", ELS)
                                .body())
                        .getList("meters"))
                .isEmpty();
    }

    @Test
    void a_group_is_there_for_who_may_read_every_member() throws Exception {
        assertThat(JsonPath.from(get("/api/v1/groups", ELS).body()).getList("groups.name"))
                .containsExactly("elsyard");
        assertThat(JsonPath.from(get("/api/v1/meters", ELS).body()).getList("groups"))
                .containsExactly("elsyard");
        assertThat(JsonPath.from(get("/api/v1/groups", "of-zebra").body()).getList("groups"))
                .isEmpty();
        assertThat(JsonPath.from(get("/api/v1/groups", "one").body()).getList("groups.name"))
                .contains("elsyard", "zebrastreet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history/month,0", "sharing/month,0", "sharing/month,0?format=csv", "history/nothing"})
    void another_group_is_answered_as_one_that_is_not_there(String what) throws Exception {
        assertThat(get("/api/v1/groups/zebrastreet/" + what, ELS).without("zebrastreet"))
                .isEqualTo(get("/api/v1/groups/not777wxyzz/" + what, ELS).without("not777wxyzz"));
        if (!what.contains("nothing")) {
            assertThat(get("/api/v1/groups/elsyard/" + what, ELS).status()).isEqualTo(200);
            assertThat(get("/api/v1/groups/zebrastreet/" + what, "one").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void metrics_are_of_all_and_open_to_who_may_read_all() throws Exception {
        Answer refused = get("/q/metrics", ELS);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("sem.read-keys");
        assertThat(get("/q/metrics", "two").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"month,0", "forecast", "comparison"})
    void another_homes_contract_is_one_that_is_not_there(String bill) throws Exception {
        String address = "/api/v1/meters/elshome/bill/" + bill + "?contract=";
        assertThat(get(address + "zebradeal", ELS).without("zebradeal"))
                .isEqualTo(get(address + "abcdefghi", ELS).without("abcdefghi"));
        assertThat(get(address + "elsdeal", ELS).status()).isEqualTo(200);
        assertThat(get(address + "zebradeal", "one").status()).isEqualTo(200);
    }

    @Test
    void the_original_display_shows_the_first_meter_that_may_be_read() throws Exception {
        assertThat(get("/get-esp-data.php?selector=2", "of-zebra"))
                .isEqualTo(get("/get-esp-data.php?selector=2&meter=zebrahome", "one"));
        assertThat(get("/get-esp-data.php?selector=2", ELS).body())
                .isNotEqualTo(get("/get-esp-data.php?selector=2", "of-zebra").body());
    }

    @Test
    void a_live_stream_has_the_readers_readings_only() throws Exception {
        HttpURLConnection stream = (HttpURLConnection)
                new URL(root.resolve("/api/v1/meters/elshome/live?key=" + ELS).toString()).openConnection();
        stream.setReadTimeout(30_000);
        int readings = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            while (readings < 5) {
                String line = lines.readLine();
                for (String trace : TRACES) {
                    assertThat(line.toLowerCase(Locale.ROOT)).doesNotContain(trace);
                }
                if (line.startsWith("data:")) {
                    readings++;
                    speak();
                }
            }
        }
        assertThat(get("/api/v1/meters/zebrahome/live?key=" + ELS, ELS).status())
                .isEqualTo(404);
    }

    @Test
    void the_page_shows_the_readers_meters_and_misses_nothing() {
        try (Chromium chromium = Chromium.orSkip()) {
            Page page = chromium.page(1366, 768);
            Map<String, Integer> failed = new HashMap<>();
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.onResponse(answer -> Optional.of(answer.status())
                    .filter(status -> status >= 400)
                    .ifPresent(status -> failed.put(answer.url(), status)));
            page.addInitScript("localStorage.setItem('sem-key', '" + ELS + "')");
            page.navigate(root.toString());

            await().untilAsserted(() -> {
                assertThat(failed).isEmpty();
                assertThat(faults).isEmpty();
                assertThat(page.locator("#cockpit").isVisible()).isTrue();
                assertThat(page.locator("#period").getAttribute("aria-busy")).isEqualTo("false");
            });
            assertThat(page.content()).contains("elshome").doesNotContain("zebra");
            assertThat(failed).isEmpty();
            assertThat(faults).isEmpty();
        }
    }
}
