package energy.sem.cli.doctor;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.Service;
import energy.sem.local.mariadb.DatabaseUser;

/** The running system that is looked at: its doors. Each answer within seconds, or not at all. */
final class Patient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Ports ports;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param folder its data folder */
    Patient(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    Path folder() {
        return folder;
    }

    Ports ports() {
        return ports;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Where the log of a service is, for a person to read on. */
    String log(Service service) {
        return log(service.title(), folder.resolve("logs").resolve(service.title() + ".log"));
    }

    /** Where Kafka's log is. */
    String kafkaLog() {
        return log("kafka", folder.resolve("kafka/kafka.log"));
    }

    /** Where MariaDB's log is. */
    String databaseLog() {
        return InstalledSem.is(folder)
                ? "sudo journalctl -u mariadb"
                : folder.resolve("mariadb/mariadb.log").toString();
    }

    private String log(String part, Path file) {
        return InstalledSem.is(folder) ? "sudo journalctl -u sem-" + part : file.toString();
    }

    /** What a service answers, whatever its status. */
    HttpResponse<String> get(Service service, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.of(service) + path);
        try {
            return http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(service.title() + " does not answer at " + uri, e);
        }
    }

    /** The JSON that a service answers with status 200. */
    JsonNode json(Service service, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(service, path);
        if (answer.statusCode() != 200) {
            throw new IOException(service.title() + " answers " + path + " with status " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** The metrics of a service. */
    MetricsText metrics(Service service) throws IOException, InterruptedException {
        return new MetricsText(get(service, "/q/metrics").body());
    }

    /** The database as history sees it, which reads and cannot write. */
    Connection database() throws IOException {
        Properties passwords = new Properties();
        Path file = folder.resolve("mariadb/passwords.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new IOException("the database's passwords in " + file + " cannot be read", e);
        }
        String user = DatabaseUser.HISTORY.userName();
        try {
            return DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + ports.mariaDb() + "/sem?connectTimeout=3000&socketTimeout=5000",
                    user,
                    passwords.getProperty(user));
        } catch (SQLException e) {
            throw new IOException("MariaDB does not answer on port " + ports.mariaDb() + ": " + e.getMessage(), e);
        }
    }

    /** One number that the database knows. */
    long number(String query) throws IOException {
        try (Connection connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IOException("MariaDB does not answer: " + e.getMessage(), e);
        }
    }
}
