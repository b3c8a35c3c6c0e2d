package energy.sem.bridge.alarm.text;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Notice.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts of alarms, in each language. */
class WordsTest {
    private static final Instant AT = Instant.parse("2026-11-30T17:15:00Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void every_language_has_the_same_texts_with_the_same_values(String language) throws Exception {
        Properties english = texts("en");
        Properties other = texts(language);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(names(other.getProperty(key)))
                    .as("%s in %s", key, language)
                    .isEqualTo(names(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void a_message_says_its_values_and_leaves_no_brace(String language) {
        Words words = new Words(language, BRUSSELS);
        Words.Text text = words.of(notice("new-peak", "", Kind.ACTIVE, Map.of("kw", "4.2", "at", AT.toString())));
        assertThat(text.title()).contains("home");
        assertThat(text.message()).contains("4.2 kW").contains("18:15").doesNotContain("{");
        assertThat(words.of(notice("new-peak", "", Kind.CLEARED, Map.of())).title())
                .contains("home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void a_digest_lists_its_alarms_by_title(String language) {
        Words words = new Words(language, BRUSSELS);
        String alarms = "home/no-data//active,home/phase-overload/L2/cleared";
        Words.Text text = words.of(new Notice(
                "id",
                new AlarmKey("", "digest", ""),
                Level.HIGH,
                Kind.DIGEST,
                AT,
                Map.of("count", "2", "alarms", alarms)));
        assertThat(text.title()).contains("2");
        assertThat(text.message().lines().filter(line -> line.startsWith("- home")))
                .hasSize(1);
        assertThat(text.message()).contains("L2").doesNotContain("{");
    }

    private static Notice notice(String rule, String device, Kind kind, Map<String, String> values) {
        return new Notice("id", new AlarmKey("home", rule, device), Level.LOW, kind, AT, values);
    }

    private static String names(String text) {
        return text.replaceAll("[^{}]*(\\{[A-Za-z]+})?", "$1")
                .chars()
                .sorted()
                .mapToObj(c -> "" + (char) c)
                .reduce("", String::concat);
    }

    private static Properties texts(String language) throws Exception {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/alarm_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
