package energy.sem.gateway.administer;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.gateway.TestServer;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Meters are added, changed, rotated and removed while the gateway runs, on a real Kafka. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class MeterDoorTest {
    private static final String DOOR = "/api/v1/admin/meters";
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final Set<String> made = new HashSet<>();

    @AfterEach
    void removeAll() throws Exception {
        try (KafkaProducer<String, String> producer = producer()) {
            for (String meter : made) {
                producer.send(new ProducerRecord<>("sem.registry", 0, "meter/" + meter, null))
                        .get();
            }
        }
        await().untilAsserted(() -> assertThat(
                        admin().get(DOOR).jsonPath().<String>getList("findAll { it.setBy == 'registry' }.meter"))
                .doesNotContainAnyElementsOf(made.isEmpty() ? Set.of("none") : made));
    }

    @Test
    void a_meter_that_is_added_is_pushed_to_at_once_and_one_that_is_removed_no_longer() {
        JsonPath added = put("one", "{}", "").statusCode(201).extract().jsonPath();
        String key = added.getString("key");

        assertThat(key).hasSize(24);
        assertThat(added.getLong("version")).isEqualTo(1);
        push("one", key, 1_000).statusCode(202);
        assertThat(KafkaTopic.events("one")).singleElement().satisfies(event -> assertThat(
                        event.electricity().registers().get(Register.IMPORT_T1_WH))
                .isEqualTo(1_000));
        given().get("/api/v1/meters").then().body("meter", hasItem("one"));
        assertThat(given().get("/q/metrics").asString()).contains("sem_telegrams_total{meter=\"one\"");

        admin().delete(DOOR + "/one").then().statusCode(204);

        push("one", key, 1_001).statusCode(403);
        given().get("/api/v1/meters").then().body("meter", not(hasItem("one")));
        await().untilAsserted(() ->
                assertThat(given().get("/q/metrics").asString()).doesNotContain("sem_telegrams_total{meter=\"one\""));
        await().untilAsserted(() -> assertThat(KafkaTopic.records("sem.meters", "one"))
                .last()
                .satisfies(last -> assertThat(last.value()).isNull()));
        admin().delete(DOOR + "/one").then().statusCode(404).body("detail", containsString("no meter one"));
    }

    @Test
    void the_original_sensor_gets_a_key_that_it_can_hold() {
        String key = put("sensed", "{\"serial\":\"S9\"}", "?for=sensor")
                .statusCode(201)
                .extract()
                .path("key");

        assertThat(key).hasSize(19);
        given().formParam("api_key", key)
                .formParam("Pcl", "1.5")
                .post("/post-data.php")
                .then()
                .statusCode(200);
        assertThat(KafkaTopic.events("sensed"))
                .singleElement()
                .satisfies(event -> assertThat(event.electricity().serial()).isEqualTo("S9"));
        put("other", "{}", "?for=fridge").statusCode(400).body("detail", containsString("sensor"));
    }

    @Test
    void no_clear_key_is_in_the_topic_nor_in_the_list() {
        String key = put("secret", "{}", "").extract().path("key");

        assertThat(records("meter/secret"))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).contains("\"sha256\"").doesNotContain(key));
        assertThat(admin().get(DOOR).asString()).contains("secret").doesNotContain(key);
        assertThat(admin().get(DOOR + "/secret").asString()).doesNotContain(key);
    }

    @Test
    void both_keys_open_while_one_is_rotated_and_another_meter_never_notices() throws Exception {
        String other = put("beside", "{}", "").extract().path("key");
        String before = put("rotated", "{}", "").extract().path("key");
        AtomicBoolean over = new AtomicBoolean();
        List<Integer> answers = new ArrayList<>();
        CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> {
            for (long wh = 1; !over.get() || wh < 20; wh++) {
                answers.add(push("beside", other, wh).extract().statusCode());
            }
        });

        for (int i = 0; i < 10; i++) {
            JsonPath rotated = rotate("rotated", "").statusCode(200).extract().jsonPath();
            String after = rotated.getString("key");
            assertThat(after).isNotEqualTo(before);
            push("rotated", before, 100 + 2L * i).statusCode(202);
            push("rotated", after, 101 + 2L * i).statusCode(202);
            before = after;
        }
        over.set(true);
        pushing.get(2, TimeUnit.MINUTES);

        assertThat(answers).isNotEmpty().containsOnly(202);
        assertThat(KafkaTopic.events("beside")).hasSize(answers.size());
        assertThat(KafkaTopic.events("rotated")).hasSize(20);
    }

    @Test
    void a_stolen_key_is_over_at_once() {
        String stolen = put("stolen", "{}", "").extract().path("key");
        String fresh = rotate("stolen", "?both=PT0S").statusCode(200).extract().path("key");

        push("stolen", stolen, 1).statusCode(403);
        push("stolen", fresh, 2).statusCode(202);
        admin().get(DOOR + "/stolen").then().body("keys.size()", equalTo(1)).body("version", equalTo(2));
    }

    @Test
    void of_two_who_change_one_meter_the_second_is_told() {
        put("twice", "{}", "").statusCode(201);

        put("twice", "{\"serial\":\"A\"}", "?version=1")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("key", nullValue());
        put("twice", "{\"serial\":\"B\"}", "?version=1")
                .statusCode(409)
                .body("detail", containsString("was changed meanwhile: it is in version 2, not 1"));
        put("twice", "{\"serial\":\"B\"}", "").statusCode(409).body("detail", containsString("already, in version 2"));
        rotate("twice", "?version=1").statusCode(409);
        admin().delete(DOOR + "/twice?version=1").then().statusCode(409);
        put("never", "{}", "?version=1").statusCode(409).body("detail", containsString("no meter never"));

        admin().get(DOOR + "/twice")
                .then()
                .body("settings.serial", equalTo("A"))
                .body("version", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "rotate", "delete"})
    void the_environment_wins(String what) {
        ValidatableResponse answer =
                switch (what) {
                    case "put" -> put("roof", "{}", "");
                    case "rotate" -> rotate("roof", "");
                    default -> admin().delete(DOOR + "/roof").then();
                };

        answer.statusCode(409).body("detail", containsString("is set in the environment"));
        admin().get(DOOR + "/roof").then().body("setBy", equalTo("environment")).body("version", nullValue());
    }

    @Test
    void an_entry_that_the_environment_hides_is_told_and_its_key_opens_nothing() throws Exception {
        String hash = energy.sem.registry.KeptKey.hash("hidden key");
        write("meter/attic", "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[{\"sha256\":\"" + hash + "\"}]}");
        await().untilAsserted(() -> admin().get(DOOR + "/attic").then().body("fault", containsString("passed over")));

        push("attic", "hidden key", 1).statusCode(403);
        admin().get(DOOR + "/attic").then().body("setBy", equalTo("environment"));
        write("meter/attic", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bad    | {\"sourc\":\"push\"}                | no setting of a meter in the registry",
                "bad    | {\"api-key\":\"mine\"}              | no setting of a meter in the registry",
                "bad    | {\"source\":\"nonsense\"}           | source:",
                "bad    | {\"source\":\"tcp://\"}             | source:",
                "bad    | {\"source\":\"serial:/dev/ttyS0\"}  | of one machine",
                "bad    | {\"publish-every\":\"often\"}       | publish-every:",
                "bad    | {\"time\":\"never\"}                | time:",
                "bad    | {\"current-ratio\":\"0\"}           | current-ratio:",
                "bad    | {\"serial\":7}                      | not a JSON object of settings",
                "bad    | {\"serial\":\"a\",\"serial\":\"b\"} | not a JSON object of settings",
                "bad    | [\"push\"]                          | not a JSON object of settings",
                "bad    | {                                   | not a JSON object of settings",
                "bad    | nothing                             | not a JSON object of settings",
                "Bad    | {}                                  | name is 1 to 32",
                "a.b    | {}                                  | name is 1 to 32",
            })
    void what_is_no_meter_is_refused_in_words_and_changes_nothing(String name, String body, String words) {
        put(name, body, "")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(words));

        admin().get(DOOR).then().body("meter", not(hasItem(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "?version=0,            version",
        "?version=x,            version",
        "?version=99999999999999999999, version",
    })
    void a_version_that_is_none_is_refused(String query, String words) {
        put("bad", "{}", query).statusCode(400).body("detail", containsString(words));
        rotate("bad", query).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?both=P1Y", "?both=-PT1S", "?both=P91D", "?both=day"})
    void a_time_for_both_that_is_none_is_refused(String query) {
        put("timed", "{}", "");

        rotate("timed", query).statusCode(400).body("detail", containsString("both:"));
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        put("bad", "{\"serial\":\"" + "x".repeat(20_000) + "\"}", "").statusCode(413);
    }

    @ParameterizedTest
    @CsvSource({"GET, ", "GET, /roof", "PUT, /roof", "POST, /roof/rotate-key", "DELETE, /roof", "POST, "})
    void only_the_administrators_key_opens_it(String method, String path) {
        String address = DOOR + (path == null ? "" : path);
        for (String key : List.of("", TestMeters.keyOf("roof"))) {
            int status = given().header("X-API-Key", key)
                    .contentType(path == null ? "text/csv" : "application/json")
                    .body("{}")
                    .request(method, address)
                    .statusCode();
            assertThat(status).isEqualTo(key.isEmpty() ? 401 : 403);
        }
    }

    @Test
    void a_source_begins_to_be_read_when_its_meter_is_added_and_is_left_alone_when_it_is_removed() throws Exception {
        try (TestServer server = TestServer.start()) {
            put("pulled", "{\"source\":\"tcp://127.0.0.1:" + server.port() + "\"}", "")
                    .statusCode(201)
                    .body("key", nullValue());
            try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), server.controlPort())) {
                cable.getOutputStream().write(Telegrams.bytes(Telegrams.now(), 500));
                await().untilAsserted(
                                () -> assertThat(KafkaTopic.events("pulled")).hasSize(1));
            }
            given().get("/api/v1/meters").then().body("find { it.meter == 'pulled' }.source", containsString("tcp://"));

            admin().delete(DOOR + "/pulled").then().statusCode(204);

            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("meter-pulled")));
        }
    }

    @Test
    void a_source_that_is_changed_is_read_from_then_on_and_the_one_before_no_longer() throws Exception {
        Instant at = Telegrams.now();
        try (TestServer first = TestServer.start();
                TestServer second = TestServer.start()) {
            put("moved", "{\"source\":\"tcp://127.0.0.1:" + first.port() + "\"}", "")
                    .statusCode(201);
            try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), first.controlPort())) {
                cable.getOutputStream().write(Telegrams.bytes(at, 500));
                await().untilAsserted(
                                () -> assertThat(KafkaTopic.events("moved")).hasSize(1));
            }

            put("moved", "{\"source\":\"tcp://127.0.0.1:" + second.port() + "\"}", "?version=1")
                    .statusCode(200);

            try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), second.controlPort())) {
                cable.getOutputStream().write(Telegrams.bytes(at.plusSeconds(1), 501));
                await().untilAsserted(
                                () -> assertThat(KafkaTopic.events("moved")).hasSize(2));
            }
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals("meter-moved")))
                    .hasSize(1);
        }
    }

    @Test
    void a_meter_may_be_read_and_pushed_to() {
        put("both", "{\"source\":\"tcp://127.0.0.1:1\"}", "").statusCode(201).body("key", nullValue());

        String key = rotate("both", "").statusCode(200).extract().path("key");

        push("both", key, 1).statusCode(202);
    }

    @Test
    void a_thousand_are_added_by_one_file_and_each_ones_key_opens_it() {
        StringBuilder file = new StringBuilder("meter,source,publish-every\n");
        for (int i = 0; i < 1_000; i++) {
            made.add("street" + i);
            file.append("street").append(i).append(i % 2 == 0 ? ",push,\n" : ",,PT10S\n");
        }
        String[] lines =
                csv(file.toString()).statusCode(200).extract().asString().split("\r\n", -1);

        assertThat(lines).hasSize(1_002);
        assertThat(lines[0]).isEqualTo("line,meter,key,fault");
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String[] fields = lines[i + 1].split(",", -1);
            assertThat(fields[0]).isEqualTo(Integer.toString(i + 2));
            assertThat(fields[1]).isEqualTo("street" + i);
            assertThat(fields[3]).isEmpty();
            keys.add(fields[2]);
            if (i % 100 == 0) {
                push("street" + i, fields[2], 1).statusCode(202);
            }
        }
        assertThat(keys).hasSize(1_000).doesNotContain("");
        admin().get(DOOR).then().body("meter", hasItems("street0", "street999"));

        csv(file.toString())
                .statusCode(422)
                .body("detail", containsString("1000 of 1000 lines cannot be"))
                .body("faults.size()", equalTo(1_000))
                .body("faults[999].fault", containsString("a meter street999 already"));
    }

    @Test
    void of_a_file_with_one_wrong_line_nothing_is_added_and_the_line_is_told() {
        made.addAll(List.of("first", "third"));
        csv("meter,source\r\nfirst,push\r\nroof,push\r\nthird,push\r\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("status", equalTo(422))
                .body("detail", containsString("Nothing was added: 1 of 3 lines cannot be. Line 3: "))
                .body("faults.size()", equalTo(1))
                .body("faults[0].line", equalTo(3))
                .body("faults[0].meter", equalTo("roof"))
                .body("faults[0].fault", containsString("environment"));

        admin().get(DOOR).then().body("meter", not(hasItem("first"))).body("meter", not(hasItem("third")));
        csv("meter,source\nfirst,push\nthird,push\n").statusCode(200);
        admin().get(DOOR).then().body("meter", hasItems("first", "third"));
    }

    @Test
    void a_file_that_is_too_large_or_has_too_many_meters_changes_nothing() {
        String meters = IntStream.range(0, 20_001).mapToObj(i -> "m" + i).collect(Collectors.joining("\n"));

        csv("meter\n" + meters).statusCode(400).body("detail", containsString("at most 20000 meters"));
        csv("meter,serial\nlong," + "x".repeat(4 << 20)).statusCode(413).body("detail", containsString("4 MiB"));
        csv("meter\nfaulty", "?faulty=take").statusCode(400).body("detail", containsString("skip"));
        admin().get(DOOR).then().body("meter", not(hasItem("m0"))).body("meter", not(hasItem("faulty")));
    }

    @Test
    void a_file_that_never_comes_whole_is_cut_off_and_adds_nothing() throws Exception {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            slow.getOutputStream()
                    .write(("POST " + DOOR + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nX-API-Key: "
                                    + TestMeters.ADMIN_KEY + "\r\nContent-Length: 1000\r\n\r\nmeter\nhalf\n")
                            .getBytes(StandardCharsets.UTF_8));
            slow.setSoTimeout(60_000);

            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain(" 200 ");
        }
        admin().get(DOOR).then().body("meter", not(hasItem("half")));
    }

    @Test
    void of_a_file_each_line_that_can_not_be_added_is_told_and_the_others_are_if_that_is_said() {
        made.addAll(List.of("good", "fine"));
        String answer = csv(
                        """
                        source,meter,time
                        push,good,
                        push,GOOD,
                        push,roof,
                        push,good,auto
                        nonsense,wrong,
                        push,late,yesterday
                        push
                        tcp://127.0.0.1:1,fine,arrival
                        =1+1,=2+2,
                        """,
                        "?faulty=skip")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(answer.split("\r\n"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("line,meter,key,fault"),
                        line -> assertThat(line).matches("2,good,[A-Za-z0-9]{24},"),
                        line -> assertThat(line).startsWith("3,GOOD,,").contains("name is 1 to 32"),
                        line -> assertThat(line).startsWith("4,roof,,").contains("environment"),
                        line -> assertThat(line).startsWith("5,good,,").contains("twice"),
                        line -> assertThat(line).startsWith("6,wrong,,").contains("source:"),
                        line -> assertThat(line).startsWith("7,late,,").contains("time:"),
                        line -> assertThat(line).startsWith("8,,,").contains("1 fields"),
                        line -> assertThat(line).isEqualTo("9,fine,,"),
                        line -> assertThat(line).startsWith("10,'=2+2,,"));
        admin().get(DOOR)
                .then()
                .body("meter", hasItems("good", "fine"))
                .body("meter", not(hasItem("late")))
                .body("find { it.meter == 'fine' }.settings.time", equalTo("arrival"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "meter", "meter;source\na;push", "meter,colour\na,red", "meter\n\"a", "{}"})
    void a_file_that_is_none_changes_nothing(String file) {
        csv(file).statusCode(400).body("detail", containsString("file"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "garbage                                                    | it is not JSON",
                "{\"schema\":7,\"version\":2,\"settings\":{},\"keys\":[]}   | its schema number is 7",
                "{\"schema\":1,\"version\":2,\"settings\":{},\"keys\":[{\"sha256\":\"short\"}]} | 64 hex digits",
            })
    void a_broken_record_stops_nothing_is_told_and_is_not_gone_over(String value, String why) throws Exception {
        String key = put("broken", "{}", "").extract().path("key");
        write("meter/broken", value);
        await().untilAsserted(() -> admin().get(DOOR + "/broken").then().body("fault", containsString(why)));

        push("broken", key, 1).statusCode(202);
        put("after", "{}", "").statusCode(201);

        rotate("broken", "").statusCode(409).body("detail", containsString(why));
        put("broken", "{}", "?version=1").statusCode(409).body("detail", containsString("cannot be read"));
        push("broken", key, 2).statusCode(202);
        admin().delete(DOOR + "/broken").then().statusCode(204);
        put("broken", "{}", "").statusCode(201).body("fault", nullValue());
    }

    @Test
    void a_meter_of_which_there_is_only_a_broken_record_can_be_taken_away() throws Exception {
        write("meter/ruin", "garbage");
        await().untilAsserted(() -> admin().get(DOOR + "/ruin").then().body("fault", containsString("not JSON")));

        admin().delete(DOOR + "/ruin").then().statusCode(204);

        admin().get(DOOR + "/ruin").then().statusCode(404);
    }

    @Test
    void a_record_with_a_wrong_key_and_one_of_a_meter_that_cannot_be_are_told() throws Exception {
        write("strange key", "{}");
        write("meter/newer", "{\"schema\":1,\"version\":1,\"settings\":{\"source\":\"fusion://x\"},\"keys\":[]}");
        await().untilAsserted(() -> admin().get(DOOR)
                .then()
                .body("find { it.meter == 'strange key' }.fault", containsString("its key is not meter/"))
                .body("find { it.meter == 'newer' }.fault", containsString("no source")));

        given().get("/api/v1/meters").then().body("meter", not(hasItem("newer")));
        given().get("/q/health/ready").then().statusCode(200);
        write("strange key", null);
        admin().delete(DOOR + "/newer").then().statusCode(204);
    }

    @Test
    void one_answer_has_all_that_is_needed() {
        put("whole", "{\"publish-every\":\"PT10S\"}", "")
                .body("meter", equalTo("whole"))
                .body("setBy", equalTo("registry"))
                .body("settings", equalTo(Map.of("publish-every", "PT10S")))
                .body("keys[0].mark", matchesPattern("[0-9a-f]{8}"))
                .body("keys[0].notBefore", notNullValue())
                .body("keys[0].notAfter", nullValue());
        rotate("whole", "?both=P7D").body("keys[0].notAfter", notNullValue()).body("keys[1].notAfter", nullValue());
        admin().get(DOOR + "?name=whole").then().statusCode(400);
    }

    private static RequestSpecification admin() {
        return given().header("X-API-Key", TestMeters.ADMIN_KEY);
    }

    private ValidatableResponse put(String meter, String settings, String query) {
        made.add(meter);
        return admin().contentType("application/json")
                .body(settings.getBytes(StandardCharsets.UTF_8))
                .put(DOOR + "/" + meter + query)
                .then();
    }

    private static ValidatableResponse rotate(String meter, String query) {
        return admin().post(DOOR + "/" + meter + "/rotate-key" + query).then();
    }

    private static ValidatableResponse csv(String file) {
        return csv(file, "");
    }

    private static ValidatableResponse csv(String file, String query) {
        return admin().contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(DOOR + query)
                .then();
    }

    private static ValidatableResponse push(String meter, String key, long wh) {
        return given().contentType("text/plain")
                .header("X-API-Key", key)
                .body(Telegrams.text(AT.plus(Duration.ofSeconds(wh)), wh).getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/meters/" + meter + "/telegrams")
                .then();
    }

    private static List<String> records(String key) {
        return KafkaTopic.records("sem.registry", key).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static void write(String key, String value) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(new ProducerRecord<>("sem.registry", 0, key, value)).get();
        }
    }

    private static KafkaProducer<String, String> producer() {
        String bootstrap = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
    }
}
