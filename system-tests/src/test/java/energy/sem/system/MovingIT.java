package energy.sem.system;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A household leaves one SEM with all that it has, and arrives in an empty one. */
@EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
class MovingIT {
    private static final String METER = "/api/v1/meters/home";

    /** What depends on now, on who has it, or on prices that are not the meter's. */
    private static final Set<String> OF_THE_HOUSE =
            Set.of("lastReadingAt", "stale", "simulated", "costs", "dataUntil", "meter");

    @TempDir
    private Path folder;

    @Test
    void the_export_of_one_gives_equal_answers_for_every_period_in_another_and_goes_out_without_a_trace()
            throws Exception {
        Path file = folder.resolve("home.zip");
        Map<String, JsonNode> before;
        try (RunningSem old = RunningSem.start(folder.resolve("old"), "--meter=home=simulated?seed=11&history=P70D")
                .awaitReady()) {
            Released.sem("export", "--data=" + old.data(), "--to=" + file);
            before = answers(old);
        }
        try (RunningSem other =
                RunningSem.start(folder.resolve("new"), "--meter=home=push").awaitReady()) {
            String data = "--data=" + other.data();
            Map<String, List<String>> empty = Database.keptForEver(other);

            assertThat(Released.sem("import", data, "--meter=home", "--dry-run", file.toString()))
                    .contains("quarter");
            assertThat(Database.keptForEver(other)).isEqualTo(empty);
            Released.sem("import", data, "--meter=home", "--yes", file.toString());

            answers(other)
                    .forEach((question, answer) ->
                            assertThat(answer).as(question).isEqualTo(before.get(question)));

            Map<String, List<String>> moved = Database.keptForEver(other);
            Released.sem("import", data, "--meter=home", "--yes", file.toString());
            assertThat(Database.keptForEver(other)).isEqualTo(moved);
            Released.sem("import", data, "--meter=home", "--undo=1");
            assertThat(Database.keptForEver(other)).isEqualTo(empty);
        }
    }

    private static Map<String, JsonNode> answers(RunningSem sem) throws Exception {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        List<String> questions = Stream.of(
                        IntStream.rangeClosed(1, 69).mapToObj(i -> "/history/day,-" + i),
                        IntStream.rangeClosed(1, 9).mapToObj(i -> "/history/week,-" + i),
                        IntStream.rangeClosed(1, 2).mapToObj(i -> "/history/month,-" + i + "?fields=voltage,power"))
                .flatMap(each -> each)
                .toList();
        for (String question : questions) {
            answers.put(question, withoutTheHouse(Http.json(sem.history(METER + question))));
        }
        ArrayNode months =
                (ArrayNode) Http.json(sem.history(METER + "/peaks?months=13")).get("months");
        // The running month goes on in the one that is still read.
        answers.put("peaks", withoutTheHouse(without(months, months.size() - 1)));
        return answers;
    }

    private static JsonNode without(ArrayNode array, int index) {
        array.remove(index);
        return array;
    }

    private static JsonNode withoutTheHouse(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(OF_THE_HOUSE);
        }
        answer.forEach(MovingIT::withoutTheHouse);
        return answer;
    }
}
