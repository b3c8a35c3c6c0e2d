package energy.sem.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.IngestTest;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document in docs is the one that is served. */
@IngestTest
class OpenApiTest {

    @Test
    void the_document_in_docs_is_the_one_that_is_served() throws IOException {
        String served = get("/q/openapi").asString();
        Path committed = Path.of("../../docs/openapi/ingest.yaml");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as("docs/openapi/ingest.yaml; -Dsem.docs.update=true writes it")
                .isEqualTo(Files.readString(committed));
    }
}
