package energy.sem.ingest;

import java.util.Map;

import energy.sem.local.test.TestServices;
import energy.sem.tests.EndContract;

import static energy.sem.tests.Waiting.await;

/** A contract whose second half comes late is looked at before ingest ends. */
class EndIT extends EndContract {
    private static final String KEY = "key-of-the-tests";
    private static final String NO_CONTRACT = "contracts: none of what it should be";
    private static final int SENT = 10;

    @Override
    protected Map<String, String> environment() {
        TestServices services = TestServices.get();
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:1",
                "QUARKUS_DATASOURCE_JDBC_URL",
                services.jdbcUrl("sem"),
                "QUARKUS_DATASOURCE_USERNAME",
                "sem_ingest",
                "QUARKUS_DATASOURCE_PASSWORD",
                services.password("sem_ingest"),
                "QUARKUS_FLYWAY_USERNAME",
                "sem_migrate",
                "QUARKUS_FLYWAY_PASSWORD",
                services.password("sem_migrate"),
                "SEM_ADMIN_KEY",
                KEY);
    }

    @Override
    protected void awaitAble() {
        await().ignoreExceptions()
                .until(() -> get("/q/health/ready").replace(" ", "").contains("\"tables\":\"ready\""));
    }

    @Override
    protected String begin() {
        return "PUT /api/v1/meters/home/contracts/late HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + KEY
                + "\r\nContent-Type: application/yaml\r\nContent-Length: " + NO_CONTRACT.length() + "\r\n\r\n"
                + NO_CONTRACT.substring(0, SENT);
    }

    @Override
    protected String rest() {
        return NO_CONTRACT.substring(SENT);
    }

    @Override
    protected String answer() {
        return "HTTP/1.1 400 ";
    }
}
