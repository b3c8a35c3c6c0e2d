package energy.sem.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/**
 * A database that is read-only or locked stops ingest without losing or skipping anything, and it goes on. One that is away:
 * {@link CrashIT}.
 */
@IngestTest
class TroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @AfterEach
    void all_is_well_again() throws SQLException {
        Sql.run("root", "SET GLOBAL read_only = 0");
        awaitReady(200);
    }

    @Test
    void a_read_only_database_is_waited_for() throws SQLException {
        Sql.run("root", "SET GLOBAL read_only = 1");
        topic.send(List.of(
                Events.at("readonly", "2026-11-22T10:00:00Z").importT1Wh(5).build()));
        awaitReady(503);
        RestAssured.get("/q/health/ready").then().body(containsString("read-only"));
        RestAssured.get("/q/health/live").then().statusCode(200);
        Sql.run("root", "SET GLOBAL read_only = 0");
        topic.awaitConsumed();

        assertThat(lastImport("readonly")).isEqualTo(5);
        assertThat(topic.dead("readonly")).isEmpty();
    }

    @Test
    void a_kafka_that_is_frozen_and_keeps_its_connections_is_said_and_waited_for() {
        TestServices.get().freezeKafka();
        try {
            awaitReady(503);
            RestAssured.get("/q/health/ready").then().body(containsString("has not answered since"));
            RestAssured.get("/q/health/live").then().statusCode(200);
        } finally {
            TestServices.get().thawKafka();
        }
        awaitReady(200);
        topic.send(List.of(
                Events.at("thawed", "2026-11-22T10:00:00Z").importT1Wh(5).build()));
        topic.awaitConsumed();

        assertThat(lastImport("thawed")).isEqualTo(5);
    }

    @Test
    void a_meter_that_someone_else_has_locked_is_waited_for() throws SQLException {
        topic.send(List.of(
                Events.at("locked", "2026-11-22T10:00:00Z").importT1Wh(5).build()));
        topic.awaitConsumed();
        try (Connection other = TestServices.get().connect("root");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT id FROM meter WHERE name = 'locked' FOR UPDATE");
            topic.send(List.of(
                    Events.at("locked", "2026-11-22T10:01:00Z").importT1Wh(6).build()));
            await().atMost(PATIENCE)
                    .until(() -> Tables.number("SELECT COUNT(*) FROM information_schema.innodb_trx"
                                    + " WHERE trx_state = 'LOCK WAIT'")
                            > 0);
            assertThat(lastImport("locked")).isEqualTo(5);
            other.rollback();
        }
        topic.awaitConsumed();

        assertThat(lastImport("locked")).isEqualTo(6);
    }

    private static void awaitReady(int status) {
        await().atMost(PATIENCE).until(() -> RestAssured.get("/q/health/ready").statusCode() == status);
    }

    private static long lastImport(String meter) {
        return Tables.number("SELECT last_import_t1_wh FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                + " WHERE d.serial = '1SEM-" + meter + "'");
    }
}
