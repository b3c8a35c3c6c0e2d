package energy.sem.system;

import java.net.URI;
import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that cannot be answered, of all services: each is refused with problem+json whose detail names the thing. The table is
 * {@code broken-requests.csv}.
 */
abstract class BrokenRequests {

    abstract RunningSem sem();

    @ParameterizedTest(name = "{0}: {1} {2} is {3}")
    @CsvFileSource(
            resources = "broken-requests.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 20_000)
    void is_refused_with_what_is_wrong_and_what_there_is(
            String service, String method, String path, int status, String detail) throws Exception {
        HttpResponse<byte[]> answer = Http.send(method, address(service, path));

        assertThat(Http.problem(answer, status)).contains(detail);
    }

    private URI address(String service, String path) {
        return switch (service) {
            case "history" -> sem().history(path);
            case "display-feed" -> sem().display(path);
            case "meter-gateway" -> sem().gateway(path);
            case "ingest" -> sem().ingest(path);
            default -> throw new IllegalArgumentException(service);
        };
    }
}
