package energy.sem.system.tree;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogsTest {
    private static final Path SERVICES =
            Path.of(System.getProperty("sem.checkout", "..")).resolve("services");

    @Test
    void no_service_lets_what_is_said_to_it_begin_a_line_of_its_log() throws IOException {
        List<Path> services;
        try (Stream<Path> folders = Files.list(SERVICES)) {
            services = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        }
        assertThat(services).hasSizeGreaterThanOrEqualTo(5);
        for (Path service : services) {
            Properties settings = new Properties();
            try (Reader file = Files.newBufferedReader(service.resolve("src/main/resources/application.properties"))) {
                settings.load(file);
            }
            assertThat(settings).as(service.toString()).containsEntry("quarkus.log.console.filter", "one-line");
        }
    }
}
