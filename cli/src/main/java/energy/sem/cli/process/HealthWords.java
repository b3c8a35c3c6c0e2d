package energy.sem.cli.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a service's health answer says is down. */
public final class HealthWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HealthWords() {}

    /**
     * What is down, as the service says it, such as {@code : storing (kafka: has not answered since …)}; empty when it does not
     * say.
     */
    public static String of(String health) {
        List<String> down = new ArrayList<>();
        try {
            for (JsonNode check : JSON.readTree(health).path("checks")) {
                if (check.path("status").asText().equals("DOWN")) {
                    List<String> data = new ArrayList<>();
                    check.path("data")
                            .properties()
                            .forEach(each -> data.add(
                                    each.getKey() + ": " + each.getValue().asText()));
                    down.add(
                            check.path("name").asText() + (data.isEmpty() ? "" : " (" + String.join(", ", data) + ")"));
                }
            }
        } catch (IOException e) {
            // No JSON: another server, or one that is just starting.
            return "";
        }
        return down.isEmpty() ? "" : ": " + String.join("; ", down);
    }
}
