package energy.sem.cli.doctor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.KeptFiles;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressesTest {
    private static final Installation SERVER = new Installation(
            "SEM",
            "jdbc:mariadb://mariadb:3306/sem",
            "sem_migrate",
            "secret",
            Optional.of("kafka:9092"),
            new KeptFiles(Path.of("nowhere"), Pattern.compile(".*")),
            Optional.empty(),
            Installation.NOTHING);

    @ParameterizedTest
    @CsvSource({
        "GATEWAY, SEM_GATEWAY_URL, http://meter-gateway:8080, http://localhost:8080",
        "HISTORY, SEM_HISTORY_URL, http://history:8081/, http://localhost:8081",
        "INGEST, SEM_INGEST_URL, http://ingest:8082, http://localhost:8082",
        "DISPLAY, SEM_DISPLAY_URL, http://display-feed:8083, http://localhost:8083"
    })
    void settings_say_where_a_service_is_and_the_pods_loopback_is_the_default(
            Service service, String setting, String given, String otherwise) {
        assertThat(Addresses.of(SERVER, Map.of(setting, given)).services().get(service))
                .hasToString(given.replaceFirst("/$", ""));
        assertThat(Addresses.of(SERVER, Map.of()).services().get(service)).hasToString(otherwise);
    }

    @Test
    void what_is_no_address_is_said() {
        assertThatThrownBy(() -> Addresses.of(SERVER, Map.of("SEM_INGEST_URL", "ingest:8082")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("SEM_INGEST_URL=ingest:8082 is no address such as http://localhost:8082");
    }

    @ParameterizedTest
    @CsvSource({"'', PODMAN, podman logs sem-kafka", "10.43.0.1, KUBERNETES, kubectl -n sem logs -l app=kafka"})
    void the_log_is_where_the_part_runs(String kubernetes, KeptBy keptBy, String log) {
        Map<String, String> settings = kubernetes.isEmpty() ? Map.of() : Map.of("KUBERNETES_SERVICE_HOST", kubernetes);

        assertThat(Addresses.of(SERVER, settings).keptBy()).isEqualTo(keptBy);
        assertThat(keptBy.logCommand("kafka")).isEqualTo(log);
    }

    @ParameterizedTest
    @CsvSource({"a, '', a", "a, 'b,c', a", "'', 'b, c', b", "'', '', "})
    void reading_is_opened_with_the_first_key_that_is_known(String history, String read, String key) {
        Map<String, String> settings = Map.of("SEM_HISTORY_KEY", history, "SEM_READ_KEYS", read);

        assertThat(Addresses.of(Path.of("data"), new Ports(8080, 9092, 3306), settings)
                        .readKey())
                .isEqualTo(Optional.ofNullable(key));
    }
}
