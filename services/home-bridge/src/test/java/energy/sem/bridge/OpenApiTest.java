package energy.sem.bridge;

import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document says what the service really answers. */
@QuarkusTest
class OpenApiTest {
    @Test
    void the_document_in_docs_is_the_one_that_is_served() throws Exception {
        String served = RestAssured.get("/q/openapi").asString();
        Path committed = Path.of("../../docs/openapi/home-bridge.yaml");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as("docs/openapi/home-bridge.yaml; -Dsem.docs.update=true writes it")
                .isEqualTo(Files.readString(committed));
    }

    @Test
    void a_bridge_to_which_nothing_is_configured_is_ready_and_idle() {
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/api/v1/version").then().statusCode(200);
        // Those of an application before this one, in the same JVM, end a moment later.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .as("no consumer of Kafka, no connection to a broker")
                .noneMatch(each ->
                        each.getName().equals("telegrams") || each.getName().startsWith("mqtt ")));
    }
}
