package energy.sem.ingest;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.test.TestServices;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

/** Ingest is up before its database, which comes later and empty. */
@IngestTest
@TestProfile(StartWithoutDatabaseTest.DatabaseComesLater.class)
class StartWithoutDatabaseTest {

    @Test
    void it_waits_says_so_makes_the_tables_and_goes_on() {
        try (Topic topic = new Topic()) {
            topic.send(List.of(
                    Events.at("patient", "2026-11-22T10:00:00Z").importT1Wh(5).build()));
            RestAssured.get("/q/health/live").then().statusCode(200);
            RestAssured.get("/q/health/ready").then().statusCode(503).body(containsString("waiting for the database"));

            TestServices.get().startMariaDb();
            topic.awaitConsumed();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Tables.number("SELECT COUNT(*) FROM device WHERE serial = '1SEM-patient'") == 1);
        }
    }

    /** Starts the service when the database has lost everything and is away. */
    public static final class DatabaseComesLater implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EmptyAndAway.class));
        }
    }

    /** After the services have started, as they are asked for their addresses. */
    public static final class EmptyAndAway implements QuarkusTestResourceLifecycleManager {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            try {
                Sql.run("root", "DROP DATABASE sem");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            TestServices.get().stopMariaDb();
            return Map.of();
        }

        @Override
        public void stop() {
            TestServices.get().startMariaDb();
        }
    }
}
