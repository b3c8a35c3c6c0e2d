package energy.sem.bridge.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.ReadableMeters;
import energy.sem.base.ReadersOfHistory;
import energy.sem.bridge.PlayedReaders;
import energy.sem.bridge.Readings;
import energy.sem.bridge.Telegrams;
import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.AlarmState;
import energy.sem.bridge.alarm.machine.Desk;
import energy.sem.local.test.SemTestServices;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a household with a key of its own is told by the bridge: alarms of its home, and of no other that there is one. */
@QuarkusTest
@TestProfile(ReadersTest.TwoHomes.class)
@WithTestResource(SemTestServices.class)
class ReadersTest {

    public static final class TwoHomes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sem.history.url", PlayedReaders.start(),
                    "sem.read-keys", "of all",
                    "sem.readers.els.key", "of els",
                    "sem.readers.els.meters", "elshome",
                    "sem.bridge.folder", "target/bridge-readers",
                    "sem.alarms.gotify.url", "http://127.0.0.1:1/s3cret",
                    "sem.alarms.gotify.token", "s3cret");
        }
    }

    @Inject
    ReadersOfHistory readers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ParameterizedTest
    @CsvSource({"true, elshome zebra ''", "false, elshome"})
    void alarms_are_of_the_readers_meters_and_to_who_may_read_all_of_the_installation_too(boolean all, String told) {
        List<Desk.Active> active = List.of(active("elshome"), active("zebra"), active(""));

        assertThat(AlarmResource.ofMeters(active, all ? ReadableMeters.ALL : ReadableMeters.only(Set.of("elshome"))))
                .extracting(each -> each.key().meter())
                .containsExactly(told.replace("''", "").split(" ", -1));
    }

    private static Desk.Active active(String meter) {
        Instant at = Instant.parse("2026-11-30T09:00:00Z");
        return new Desk.Active(
                new AlarmKey(meter, "no-data", ""),
                new AlarmState(AlarmState.Phase.ACTIVE, at, at, at, null, Map.of()));
    }

    @Test
    void channels_are_told_and_tested_by_who_may_read_all() {
        Response own = as("of els").get("/api/v1/alarms");

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.asString()).doesNotContain("channels", "gotify");
        assertThat(as("of all").get("/api/v1/alarms").asString()).contains("channels", "gotify");
        assertThat(as("of els")
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/alarms/test")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("of els").get("/q/metrics").statusCode()).isEqualTo(403);
        assertThat(as("of all").get("/q/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void how_the_bridge_is_names_meters_to_who_may_read_them() throws Exception {
        try (Telegrams telegrams = new Telegrams(bootstrapServers)) {
            await().untilAsserted(() -> {
                telegrams.publish(Readings.event("elshome", Instant.now(), 1000));
                telegrams.publish(Readings.event("zebra", Instant.now(), 1000));
                assertThat(as("of all").get("/api/v1/bridge").jsonPath().getList("meters.name"))
                        .contains("elshome", "zebra");
            });
        }

        assertThat(as("of els").get("/api/v1/bridge").jsonPath().getList("meters.name"))
                .containsExactly("elshome");
        assertThat(given().get("/api/v1/bridge").jsonPath().getList("meters")).isEmpty();
        await().until(readers::isKnown);
        assertThat(as("guess").get("/api/v1/bridge").statusCode()).isEqualTo(403);

        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("of ada".getBytes(StandardCharsets.UTF_8)));
        PlayedReaders.say("{\"readers\":[{\"name\":\"ada\",\"all\":false,\"meters\":[\"zebra\"],\"groups\":[],\"keys\":[{\"sha256\":\""
                + hash + "\"}]}]}");
        await().until(() -> !readers.now().isEmpty());
        assertThat(as("of ada").get("/api/v1/bridge").jsonPath().getList("meters.name"))
                .containsExactly("zebra");
        assertThat(as("of ada").get("/api/v1/alarms").asString()).doesNotContain("channels");

        PlayedReaders.say("{\"readers\":[]}");
        await().until(() -> readers.now().isEmpty());
        assertThat(as("of ada").get("/api/v1/bridge").statusCode()).isEqualTo(403);
    }

    private static RequestSpecification as(String key) {
        return given().header("X-API-Key", key);
    }
}
