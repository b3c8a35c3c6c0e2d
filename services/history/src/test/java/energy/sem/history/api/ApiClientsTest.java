package energy.sem.history.api;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people make of the OpenAPI documents in docs/openapi with the usual programs of Node. */
@QuarkusTest
class ApiClientsTest {
    private static final Path DOCUMENTS =
            Path.of("../../docs/openapi").toAbsolutePath().normalize();

    private static NodeTools node;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void tools() throws SQLException {
        node = NodeTools.orSkip();
        SampleMeters.write("typed", false, 3);
    }

    @Test
    void the_linter_finds_no_error_in_any_document() throws Exception {
        List<String> documents;
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            documents = files.map(Path::toString).sorted().toList();
        }
        assertThat(documents).hasSizeGreaterThan(3);
        String said = node.run(
                "redocly",
                Stream.concat(Stream.of("lint", "--extends=recommended"), documents.stream())
                        .toArray(String[]::new));
        assertThat(said).contains("Your API descriptions are valid");
    }

    @Test
    void a_strict_client_made_from_the_document_compiles_and_reads_day_latest_and_peaks() {
        node.run("openapi-typescript", DOCUMENTS.resolve("history.yaml").toString(), "--output", "history.ts");
        node.run("tsc", "--project", "tsconfig.json");
        String said = node.run("node", "out/ask.js", root.toString().replaceAll("/$", ""), "typed");

        LocalDate yesterday = LocalDate.now(SampleMeters.ZONE).minusDays(1);
        assertThat(said.lines().toList())
                .satisfiesOnlyOnce(line -> assertThat(line)
                        .matches("day " + yesterday + "T00:00:00\\+0[12]:00 2[345] buckets (\\d\\.\\d{3}) of \\1 kWh"))
                .satisfiesOnlyOnce(line -> assertThat(line).matches("latest \\S+ gas .* kW free"))
                .anySatisfy(line -> assertThat(line).matches("peak \\d{4}-\\d{2} [\\d.]+ kW computed"))
                .satisfiesOnlyOnce(line -> assertThat(line).startsWith("nobody 404 "));
    }
}
