package energy.sem.gateway.show;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
import energy.sem.local.test.SemTestServices;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Readers are added, changed, rotated and removed while the gateway runs, on a real Kafka, and its own doors follow at once. */
@QuarkusTest
@TestProfile(ReadersTest.TwoHomes.class)
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class ReaderDoorTest {
    private static final String DOOR = "/api/v1/admin/readers";

    private final Set<String> made = new HashSet<>();

    @AfterEach
    void removeAll() throws Exception {
        for (String reader : made) {
            write("reader/" + reader, null);
        }
        await().untilAsserted(() -> assertThat(
                        admin().get(DOOR).jsonPath().<String>getList("findAll { it.setBy == 'registry' }.reader"))
                .isEmpty());
    }

    @Test
    void a_reader_that_is_added_reads_its_meters_at_once_and_one_that_is_removed_none() {
        JsonPath added = put("eva", "{\"meters\":[\"attic\",\"nowhere\"]}", "")
                .statusCode(201)
                .extract()
                .jsonPath();
        String key = added.getString("key");

        assertThat(key).hasSize(24);
        assertThat(added.getLong("version")).isEqualTo(1);
        assertThat(read(key)).containsExactly("attic");
        assertThat(get("/q/metrics", key).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/meters/roof/telegram", key).asString())
                .isEqualTo(get("/api/v1/meters/none/telegram", key).asString().replace("none", "roof"));

        admin().delete(DOOR + "/eva").then().statusCode(204);

        assertThat(get("/api/v1/meters", key).statusCode()).isEqualTo(403);
        admin().delete(DOOR + "/eva").then().statusCode(404).body("detail", containsString("no reader eva"));
    }

    @Test
    void a_group_opens_its_members_and_all_opens_all() {
        String street = put("eva", "{\"groups\":[\"sheds\",\"nogroup\"],\"meters\":[\"roof\"]}", "")
                .extract()
                .path("key");
        assertThat(read(street)).containsExactlyInAnyOrder("roof", "shed", "attic");

        put("eva", "{\"all\":true}", "?version=1")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("all", equalTo(true))
                .body("key", nullValue());

        assertThat(read(street)).isEqualTo(read("of all"));
        assertThat(get("/q/metrics", street).statusCode()).isEqualTo(200);
    }

    @Test
    void a_rotated_key_opens_beside_the_one_before_and_one_that_is_known_to_others_ends_at_once() {
        String first = put("eva", "{\"meters\":[\"attic\"]}", "").extract().path("key");

        String second = rotate("eva", "")
                .body("keys", hasSize(2))
                .body("keys[0].notAfter", notNullValue())
                .extract()
                .path("key");
        assertThat(read(first)).containsExactly("attic");
        assertThat(read(second)).containsExactly("attic");

        String third = rotate("eva", "?both=PT0S").extract().path("key");
        assertThat(get("/api/v1/meters", first).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/meters", second).statusCode()).isEqualTo(403);
        assertThat(read(third)).containsExactly("attic");
        rotate("nobody", "").statusCode(404);
    }

    @Test
    void no_clear_key_is_in_the_topic_nor_in_the_list() {
        String key = put("secret", "{\"meters\":[\"attic\"]}", "").extract().path("key");

        assertThat(KafkaTopic.records("sem.registry", "reader/secret").stream()
                        .filter(record -> record.value() != null)
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8)))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).contains("\"sha256\"").doesNotContain(key));
        assertThat(admin().get(DOOR).asString()).contains("\"mark\"").doesNotContain(key, "of els", "of jan", "sha256");
    }

    @Test
    void the_list_has_those_of_the_environment_too_which_win() throws Exception {
        put("eva", "{\"meters\":[\"attic\"]}", "");
        put("els", "{\"all\":true}", "").statusCode(409).body("detail", containsString("sem.readers.els"));
        rotate("els", "").statusCode(409);
        admin().delete(DOOR + "/els").then().statusCode(409);
        String hash = energy.sem.registry.KeptKey.hash("stolen");
        write("reader/els", "{\"schema\":1,\"version\":1,\"all\":true,\"keys\":[{\"sha256\":\"" + hash + "\"}]}");
        made.add("els");

        await().untilAsserted(() -> admin().get(DOOR + "/els")
                .then()
                .body("setBy", equalTo("environment"))
                .body("fault", containsString("passed over")));
        assertThat(admin().get(DOOR).jsonPath().getList("reader")).isEqualTo(List.of("els", "eva", "jan"));
        assertThat(admin().get(DOOR).jsonPath().getList("find { it.reader == 'els' }.meters"))
                .isEqualTo(List.of("nowhere", "roof", "shed"));
        assertThat(get("/api/v1/meters", "stolen").statusCode()).isEqualTo(403);
        assertThat(read("of els")).containsExactlyInAnyOrder("roof", "shed");
    }

    @Test
    void two_who_read_one_version_cannot_both_change_it() {
        put("eva", "{\"meters\":[\"attic\"]}", "");
        put("eva", "{\"meters\":[\"roof\"]}", "").statusCode(409).body("detail", containsString("?version=1"));
        put("eva", "{\"meters\":[\"roof\"]}", "?version=1").statusCode(200);
        put("eva", "{\"meters\":[\"shed\"]}", "?version=1").statusCode(409).body("detail", containsString("version 2"));
        rotate("eva", "?version=1").statusCode(409);
        admin().delete(DOOR + "/eva?version=1").then().statusCode(409);
        put("nobody", "{\"meters\":[\"shed\"]}", "?version=1").statusCode(409);
        admin().delete(DOOR + "/eva?version=2").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                 | neither a meter nor a group",
                "{\"all\":false}                    | neither a meter nor a group",
                "{\"meters\":[]}                    | neither a meter nor a group",
                "{\"all\":true,\"meters\":[\"roof\"]} | all, and names some too",
                "{\"all\":\"true\"}                 | says what the reader opens",
                "{\"meter\":[\"roof\"]}             | says what the reader opens",
                "{\"meters\":\"roof\"}              | says what the reader opens",
                "{\"meters\":[7]}                   | says what the reader opens",
                "{\"meters\":[\"Roof\"]}            | lower-case letters and digits",
                "{\"meters\":[\"*\"]}               | lower-case letters and digits",
                "{\"meters\":[\"roof\"],\"meters\":[\"shed\"]} | says what the reader opens",
                "[\"roof\"]                         | says what the reader opens",
                "meters                             | says what the reader opens",
            })
    void a_body_that_does_not_say_what_it_opens_is_refused(String body, String why) {
        put("eva", body, "").statusCode(400).body("detail", containsString(why));
        admin().get(DOOR + "/eva").then().statusCode(404);
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        put("eva", "{\"meters\":[\"" + "a".repeat(70_000) + "\"]}", "").statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eva", "e-va", "e%20va", "abcdefghijklmnopqrstuvwxyz0123456"})
    void a_name_that_is_none_is_refused(String name) {
        admin().contentType("application/json")
                .urlEncodingEnabled(false)
                .body("{\"meters\":[\"roof\"]}")
                .put(DOOR + "/" + name)
                .then()
                .statusCode(400)
                .body("detail", containsString("A reader's name"));
    }

    @Test
    void only_the_administrator_comes_in() {
        for (String key : List.of("of all", "of els", TestMeters.keyOf("attic"))) {
            assertThat(get(DOOR, key).statusCode()).isEqualTo(403);
        }
        given().get(DOOR).then().statusCode(401);
        given().delete(DOOR + "/eva").then().statusCode(401);
    }

    @Test
    void a_record_that_cannot_be_read_opens_nothing_is_told_and_can_only_be_removed() throws Exception {
        String key = put("eva", "{\"meters\":[\"attic\"]}", "").extract().path("key");
        write("reader/eva", "{\"schema\":99}");
        write("reader/odd", "garbage");
        made.add("odd");

        await().untilAsserted(() -> {
            admin().get(DOOR + "/eva").then().body("fault", containsString("schema number is 99"));
            admin().get(DOOR + "/odd").then().body("fault", containsString("not JSON"));
        });
        assertThat(get("/api/v1/meters", key).statusCode()).isEqualTo(403);
        put("eva", "{\"all\":true}", "").statusCode(409).body("detail", containsString("cannot be read"));
        put("eva", "{\"all\":true}", "?version=1").statusCode(409);
        rotate("eva", "").statusCode(409).body("detail", containsString("schema number is 99"));
        admin().get("/api/v1/admin/meters").then().body("meter", not(containsString("eva")));
        assertThat(admin().get("/api/v1/admin/meters").asString()).doesNotContain("reader/", "\"odd\"");
        admin().delete(DOOR + "/odd").then().statusCode(204);
        admin().delete(DOOR + "/eva").then().statusCode(204);
        put("eva", "{\"meters\":[\"roof\"]}", "").statusCode(201);
    }

    private static List<String> read(String key) {
        return get("/api/v1/meters", key).jsonPath().getList("meter", String.class);
    }

    private static RequestSpecification admin() {
        return given().header("X-API-Key", TestMeters.ADMIN_KEY);
    }

    private ValidatableResponse put(String reader, String opens, String query) {
        made.add(reader);
        return admin().contentType("application/json")
                .body(opens.getBytes(StandardCharsets.UTF_8))
                .put(DOOR + "/" + reader + query)
                .then();
    }

    private static ValidatableResponse rotate(String reader, String query) {
        return admin().post(DOOR + "/" + reader + "/rotate-key" + query).then();
    }

    private static Response get(String address, String key) {
        return given().header("X-API-Key", key).get(address);
    }

    private static void write(String key, String value) throws InterruptedException, ExecutionException {
        String bootstrap = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("sem.registry", 0, key, value)).get();
        }
    }
}
