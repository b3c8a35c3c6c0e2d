package energy.sem.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.process.Service;

/** The running system that is looked at: its doors. Each answer within seconds, or not at all. */
final class Patient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A service waits for a connection to the database for five seconds. */
    private static final Duration PATIENCE_FOR_READINESS = Duration.ofSeconds(12);

    private final Addresses addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Patient(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The services that this SEM has. */
    Set<Service> services() {
        return addresses.services().keySet();
    }

    /** The folder whose disk has to have room. */
    Path folder() {
        return addresses.folder();
    }

    /** The folders in which something is kept, as far as they are on this machine; each may be a disk of its own. */
    List<Path> stores() {
        return Stream.concat(
                        Stream.of(folder()),
                        Stream.of("kafka", "mariadb", "backlog")
                                .map(folder()::resolve)
                                .filter(Files::isDirectory))
                .toList();
    }

    String bootstrapServers() {
        return addresses.kafka();
    }

    /** Where the database is, for a person. */
    String databaseAddress() {
        return addresses.jdbcUrl().replaceFirst("jdbc:mariadb://([^/?]+).*", "$1");
    }

    /** Where the log of a service is, for a person to read on. */
    String log(Service service) {
        return log(service.title(), "logs/" + service.title() + ".log");
    }

    /** Where the log of a part is, by the name that its keeper calls it. */
    Path log(String part) {
        return folder().resolve(
                        switch (part) {
                            case "Kafka" -> "kafka/kafka.log";
                            case "MariaDB" -> "mariadb/mariadb.log";
                            default -> "logs/" + part + ".log";
                        });
    }

    /** What to do when a service does not answer. */
    String advice(Service service) {
        return addresses.keptBy().advice(log(service));
    }

    /** What to do when Kafka does not answer. */
    String adviceForKafka() {
        return addresses.keptBy().advice(log("kafka", "kafka/kafka.log"));
    }

    /** What to do when the database does not answer. */
    String adviceForDatabase() {
        return addresses.keptBy().advice(log("mariadb", "mariadb/mariadb.log"));
    }

    /** Whether it is {@code ./sem up} that starts again what has ended, and writes it down. */
    boolean isKeptBySemUp() {
        return addresses.keptBy() == KeptBy.SEM_UP;
    }

    /** Where ends are counted otherwise, for a person. */
    String restarts() {
        return addresses.keptBy().restarts();
    }

    private String log(String part, String file) {
        String command = addresses.keptBy().logCommand(part);
        return command.isEmpty() ? folder().resolve(file).toString() : command;
    }

    /** What a service answers, whatever its status. */
    HttpResponse<String> get(Service service, String path) throws IOException, InterruptedException {
        return get(service, path, PATIENCE);
    }

    /** Whether a service is ready, and what of it is not: it may have to wait for another part before it can tell. */
    HttpResponse<String> readiness(Service service) throws IOException, InterruptedException {
        return get(service, "/q/health/ready", PATIENCE_FOR_READINESS);
    }

    private HttpResponse<String> get(Service service, String path, Duration patience)
            throws IOException, InterruptedException {
        URI uri = URI.create(addresses.services().get(service) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
        addresses.readKey().ifPresent(key -> request.header("X-API-Key", key));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(service.title() + " does not answer at " + uri, e);
        }
    }

    /** The JSON that a service answers with status 200. */
    JsonNode json(Service service, String path) throws IOException, InterruptedException {
        return JSON.readTree(body(service, path));
    }

    /** The metrics of a service. */
    MetricsText metrics(Service service) throws IOException, InterruptedException {
        return new MetricsText(body(service, "/q/metrics"));
    }

    private String body(Service service, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(service, path);
        if (answer.statusCode() != 200) {
            throw new IOException(service.title() + " answers " + path + " with status " + answer.statusCode()
                    + (answer.statusCode() == 401 || answer.statusCode() == 403
                            ? ": reading needs a key there, which SEM_HISTORY_KEY is to say here"
                            : ""));
        }
        return answer.body();
    }

    /** What a service's own clock says now; empty when it does not say. */
    Optional<Instant> clock(Service service) throws IOException, InterruptedException {
        return get(service, "/q/health/live").headers().firstValue("Date").map(date -> ZonedDateTime.parse(
                        date, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant());
    }

    /** One number that the database knows. */
    long number(String query) throws IOException {
        return Long.parseLong(text(query).orElse("0"));
    }

    /** One text that the database knows; empty when it knows none. */
    Optional<String> text(String query) throws IOException {
        try (Connection connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IOException("MariaDB does not answer at " + databaseAddress() + ": " + e.getMessage(), e);
        }
    }

    private Connection database() throws IOException, SQLException {
        Connection connection = QuickConnection.open(
                addresses.jdbcUrl(), addresses.user(), addresses.password().get());
        connection.setReadOnly(true);
        return connection;
    }
}
