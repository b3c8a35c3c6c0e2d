package energy.sem.gateway.show;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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

import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Groups are added, changed and removed while the gateway runs, on a real Kafka, and its own doors follow at once. */
@QuarkusTest
@TestProfile(ReadersTest.TwoHomes.class)
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class GroupDoorTest {
    private static final String DOOR = "/api/v1/admin/groups";

    private final Set<String> made = new HashSet<>();

    @AfterEach
    void removeAll() throws Exception {
        for (String each : made) {
            write(each, null);
        }
        await().untilAsserted(() -> assertThat(
                        admin().get(DOOR).jsonPath().<String>getList("findAll { it.setBy == 'registry' }.group"))
                .isEmpty());
    }

    @Test
    void a_group_that_is_added_changed_and_removed_is_what_its_readers_read() {
        String key = reader("eva", "{\"meters\":[\"roof\"],\"groups\":[\"street\"]}");
        assertThat(read(key)).containsExactly("roof");

        put("street", "{\"members\":[\"shed\",\"nowhere\"]}", "")
                .statusCode(201)
                .body("group", equalTo("street"))
                .body("setBy", equalTo("registry"))
                .body("version", equalTo(1))
                .body("members", equalTo(List.of("shed", "nowhere")))
                .body("key", equalTo("relative"))
                .body("shares", nullValue());
        assertThat(read(key)).containsExactlyInAnyOrder("roof", "shed");

        put(
                        "street",
                        "{\"members\":[\"shed\",\"attic\",\"roof\"],\"key\":\"fixed\",\"shares\":{\"attic\":66.6667,\"shed\":33.3333}}",
                        "?version=1")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("shares.attic", equalTo(66.6667f))
                .body("shares.size()", equalTo(2));
        assertThat(read(key)).containsExactlyInAnyOrder("roof", "shed", "attic");
        admin().get(DOOR + "/street").then().body("members", equalTo(List.of("shed", "attic", "roof")));

        admin().delete(DOOR + "/street").then().statusCode(204);

        assertThat(read(key)).containsExactly("roof");
        admin().delete(DOOR + "/street").then().statusCode(404).body("detail", containsString("no group street"));
        admin().get(DOOR + "/street").then().statusCode(404);
    }

    @Test
    void the_list_has_those_of_the_environment_too_which_win() throws Exception {
        put("street", "{\"members\":[\"attic\"]}", "");
        put("sheds", "{\"members\":[\"roof\"]}", "").statusCode(409).body("detail", containsString("sem.groups.sheds"));
        admin().delete(DOOR + "/sheds").then().statusCode(409);
        write("group/sheds", "{\"schema\":1,\"version\":1,\"members\":[\"roof\"],\"key\":\"relative\"}");
        made.add("group/sheds");

        await().untilAsserted(() -> admin().get(DOOR + "/sheds")
                .then()
                .body("setBy", equalTo("environment"))
                .body("fault", containsString("passed over")));
        assertThat(admin().get(DOOR).jsonPath().getList("group")).isEqualTo(List.of("sheds", "street"));
        assertThat(admin().get(DOOR).jsonPath().getList("find { it.group == 'sheds' }.members"))
                .isEqualTo(List.of("attic", "shed"));
        assertThat(read(reader("eva", "{\"groups\":[\"sheds\"]}"))).containsExactlyInAnyOrder("attic", "shed");
    }

    @Test
    void two_who_read_one_version_cannot_both_change_it() {
        put("street", "{\"members\":[\"attic\"]}", "");
        put("street", "{\"members\":[\"roof\"]}", "").statusCode(409).body("detail", containsString("?version=1"));
        put("street", "{\"members\":[\"roof\"]}", "?version=1").statusCode(200);
        put("street", "{\"members\":[\"shed\"]}", "?version=1")
                .statusCode(409)
                .body("detail", containsString("version 2"));
        admin().delete(DOOR + "/street?version=1").then().statusCode(409);
        put("nobody", "{\"members\":[\"shed\"]}", "?version=1").statusCode(409);
        admin().delete(DOOR + "/street?version=2").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                      | says a group",
                "{\"members\":[]}                                      | members: it has no members",
                "{\"members\":\"roof\"}                              | says a group",
                "{\"members\":[7]}                                     | says a group",
                "{\"member\":[\"roof\"]}                             | says a group",
                "{\"members\":[\"roof\"],\"share\":{\"roof\":100}} | says a group",
                "{\"members\":[\"roof\"],\"members\":[\"shed\"]} | says a group",
                "{\"members\":[\"Roof\"]}                            | lower-case letters and digits",
                "{\"members\":[\"roof\",\"roof\"]}                 | members: roof is a member twice",
                "{\"members\":[\"roof\"],\"key\":\"best\"}       | key: it is none of fixed, fixed-rounds",
                "{\"members\":[\"roof\"],\"key\":7}                | says a group",
                "{\"members\":[\"roof\"],\"key\":\"fixed\"}      | shares: the key fixed needs shares",
                "{\"members\":[\"roof\"],\"shares\":{\"roof\":100}} | shares: the key relative takes no shares",
                "{\"members\":[\"roof\"],\"key\":\"fixed\",\"shares\":{\"roof\":99.9}} | add up to 99.9 %, not to 100 %",
                "{\"members\":[\"roof\"],\"key\":\"fixed\",\"shares\":{\"shed\":100}} | shares: shed is no member",
                "{\"members\":[\"roof\"],\"key\":\"fixed\",\"shares\":{\"A B\":100}} | lower-case letters and digits",
                "{\"members\":[\"roof\"],\"key\":\"fixed\",\"shares\":{\"roof\":1e99}} | more than 100 %",
                "{\"members\":[\"roof\"],\"key\":\"fixed\",\"shares\":{\"roof\":\"100\"}} | says a group",
                "{\"members\":[\"roof\"],\"key\":\"fixed\",\"shares\":[100]} | says a group",
                "[\"roof\"]                                            | says a group",
                "members                                                 | says a group",
            })
    void a_body_that_does_not_say_a_group_is_refused(String body, String why) {
        put("street", body, "").statusCode(400).body("detail", containsString(why));
        admin().get(DOOR + "/street").then().statusCode(404);
    }

    @Test
    void a_thousand_members_are_taken_and_no_more() {
        List<String> names = IntStream.range(0, 1001)
                .mapToObj(i -> "\"" + String.format("%032d", i) + "\"")
                .toList();
        String shares = names.stream().limit(1000).map(each -> each + ":0.1").collect(Collectors.joining(","));

        put("street", "{\"members\":" + names.subList(0, 1000) + ",\"key\":\"fixed\",\"shares\":{" + shares + "}}", "")
                .statusCode(201)
                .body("members", hasSize(1000));
        put("street", "{\"members\":" + names + "}", "?version=1")
                .statusCode(400)
                .body("detail", containsString("1001 meters are more than 1000"));
        put("street", "{\"members\":[\"" + "a".repeat(140_000) + "\"]}", "?version=1")
                .statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Street", "a-street", "a%20street", "abcdefghijklmnopqrstuvwxyz0123456"})
    void a_name_that_is_none_is_refused(String name) {
        admin().contentType("application/json")
                .urlEncodingEnabled(false)
                .body("{\"members\":[\"roof\"]}")
                .put(DOOR + "/" + name)
                .then()
                .statusCode(400)
                .body("detail", containsString("A group's name"));
    }

    @Test
    void only_the_administrator_comes_in() {
        for (String key : List.of("of all", "of els", TestMeters.keyOf("attic"))) {
            assertThat(get(DOOR, key).statusCode()).isEqualTo(403);
        }
        given().get(DOOR).then().statusCode(401);
        given().delete(DOOR + "/street").then().statusCode(401);
    }

    @Test
    void a_record_that_cannot_be_read_opens_nothing_is_told_and_can_only_be_removed() throws Exception {
        String key = reader("eva", "{\"meters\":[\"roof\"],\"groups\":[\"street\"]}");
        put("street", "{\"members\":[\"attic\"]}", "");
        assertThat(read(key)).containsExactlyInAnyOrder("roof", "attic");
        write("group/street", "{\"schema\":99}");

        await().untilAsserted(() ->
                admin().get(DOOR + "/street").then().body("fault", containsString("schema number is 99")));
        assertThat(read(key)).containsExactly("roof");
        put("street", "{\"members\":[\"attic\"]}", "").statusCode(409).body("detail", containsString("cannot be read"));
        put("street", "{\"members\":[\"attic\"]}", "?version=1").statusCode(409);
        assertThat(admin().get("/api/v1/admin/meters").asString()).doesNotContain("group/", "\"street\"");
        admin().delete(DOOR + "/street").then().statusCode(204);
        put("street", "{\"members\":[\"attic\"]}", "").statusCode(201);
    }

    private static List<String> read(String key) {
        return get("/api/v1/meters", key).jsonPath().getList("meter", String.class);
    }

    private static RequestSpecification admin() {
        return given().header("X-API-Key", TestMeters.ADMIN_KEY);
    }

    private ValidatableResponse put(String group, String said, String query) {
        made.add("group/" + group);
        return admin().contentType("application/json")
                .body(said.getBytes(StandardCharsets.UTF_8))
                .put(DOOR + "/" + group + query)
                .then();
    }

    private String reader(String name, String opens) {
        made.add("reader/" + name);
        return admin().contentType("application/json")
                .body(opens)
                .put("/api/v1/admin/readers/" + name)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
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
