package energy.sem.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Raw readings as history answers them. */
final class Readings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Readings() {}

    /** The import registers (tariff 1, Wh) of a meter's two hours from this moment on. */
    static List<Long> importT1Wh(RunningSem sem, String meter, Instant from) throws IOException, InterruptedException {
        var answer = Http.get(sem.history(
                "/api/v1/meters/" + meter + "/readings?from=" + from + "&to=" + from.plus(Duration.ofHours(2))));
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Long> readings = new ArrayList<>();
        for (String line : new String(answer.body(), StandardCharsets.UTF_8).split("\n", -1)) {
            JsonNode kwh = JSON.readTree(line).path("importT1Kwh");
            if (kwh.isNumber()) {
                readings.add(kwh.decimalValue().movePointRight(3).longValueExact());
            }
        }
        return readings;
    }
}
