package energy.sem.bridge.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.history.GuardNow;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers of the guard on MQTT, and that what docs/evcc.md says of them is so. */
class GuardTopicsTest {
    private static final GuardNow NOW = new GuardNow(1950, 2133, 2400, 600);

    @Test
    void each_number_has_a_topic_of_its_own() {
        assertThat(GuardTopics.values(NOW))
                .containsEntry("guard/allowedImportW", "1950")
                .containsEntry("guard/projectedW", "2133")
                .containsEntry("guard/targetW", "2400")
                .containsEntry("guard/secondsLeft", "600")
                .hasSize(4);
    }

    @Test
    void no_limit_is_never_said() {
        assertThat(GuardTopics.values(new GuardNow(0, 0, 0, 1))).containsEntry("guard/allowedImportW", "1");
    }

    @Test
    void the_recipes_name_topics_that_there_are_and_no_others() throws Exception {
        Matcher topics = Pattern.compile("sem/home/(guard/[A-Za-z]+)").matcher(recipes());
        List<String> named =
                topics.results().map(each -> each.group(1)).distinct().toList();
        assertThat(named).contains("guard/allowedImportW");
        assertThat(GuardTopics.values(NOW).keySet()).containsAll(named);
    }

    @Test
    void the_recipes_wait_as_long_as_a_number_holds() throws Exception {
        assertThat(recipes()).contains("timeout: " + GuardTopics.EXPIRY.toSeconds() + "s");
    }

    @Test
    void home_assistants_recipe_takes_no_sensor_that_is_unavailable_for_zero() throws Exception {
        String recipe = recipes().substring(recipes().indexOf("alias: Car within the peak"));
        String conditions = recipe.substring(recipe.indexOf("conditions:"), recipe.indexOf("actions:"));
        List<String> counted = Pattern.compile("states\\('(sensor\\.[a-z_]+)'\\) \\| float")
                .matcher(recipe.substring(0, recipe.indexOf("```")))
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();
        assertThat(counted).hasSize(3).allSatisfy(sensor -> assertThat(conditions)
                .contains("states('" + sensor + "') | is_number"));
    }

    @Test
    void the_recipes_ask_history_for_fields_that_its_document_has() throws Exception {
        String document = Files.readString(Path.of("../../docs/openapi/history.yaml"));
        String schema = document.substring(document.indexOf("    GuardAnswer:"));
        Matcher fields = Pattern.compile("/guard\\s+jq: \\.([A-Za-z]+)").matcher(recipes());
        List<String> named =
                fields.results().map(each -> each.group(1)).distinct().toList();
        assertThat(named).contains("allowedImportW");
        assertThat(named)
                .allSatisfy(each -> assertThat(schema.substring(0, 3000)).contains(each + ":"));
    }

    private static String recipes() throws Exception {
        return Files.readString(Path.of("../../docs/evcc.md"));
    }
}
