package energy.sem.history;

import java.util.Map;

import energy.sem.tests.EndContract;

/** What ingest has not answered yet is passed on before history ends. */
class EndIT extends EndContract {
    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:1",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:mariadb://localhost:1/sem",
                "SEM_INGEST_URL",
                neighbour().toString());
    }

    @Override
    protected String begin() {
        return "GET /api/v1/meters/home/imports HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    @Override
    protected String answer() {
        return "HTTP/1.1 200 ";
    }
}
