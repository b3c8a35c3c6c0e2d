package energy.sem.display.paint;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.display.font.Font;
import energy.sem.display.font.Fonts;
import energy.sem.display.raster.Depth;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;

import static org.assertj.core.api.Assertions.assertThat;

class PhrasesTest {
    private static final Phrases DUTCH = Phrases.of(Language.NL);

    @ParameterizedTest
    @EnumSource
    void every_language_has_the_same_texts_with_the_same_gaps(Language language) {
        Phrases phrases = Phrases.of(language);
        assertThat(phrases.table().keySet()).isEqualTo(DUTCH.table().keySet());
        phrases.table().forEach((key, text) -> assertThat(gaps(text.toString()))
                .as("gaps of %s", key)
                .isEqualTo(gaps(DUTCH.table().get(key).toString())));
    }

    private static long gaps(String text) {
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        return matcher.results().map(result -> result.group()).distinct().count();
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_has_a_sentence_and_what_to_do(Language language) {
        for (Fault fault : Fault.values()) {
            assertThat(Phrases.of(language).text("fault." + fault.code())).isNotBlank();
            assertThat(Phrases.of(language).text("fault." + fault.code() + ".hint", "home"))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"months, 12", "months.short, 12", "months.axis, 12", "days, 7", "days.short, 7", "days.axis, 7"})
    void lists_are_complete(String key, int items) {
        for (Language language : Language.values()) {
            assertThat(Phrases.of(language).text(key).split(",")).hasSize(items).doesNotContain("");
        }
    }

    /** Those whose fonts have figures only: what numbers are written with. */
    private static final Set<Style> FIGURES = EnumSet.of(Style.NUMBER_LARGE, Style.NUMBER, Style.NUMBER_SMALL);

    @ParameterizedTest
    @EnumSource
    void every_style_has_a_font_with_every_character_that_it_writes(Style style) {
        for (Depth depth : Depth.values()) {
            for (Scale scale : Scale.values()) {
                var font = new Fonts().font(style.weight(), style.height(scale), style.width(scale), depth);
                has(style, font);
            }
        }
    }

    private static void has(Style style, Font font) {
        for (Language language : Language.values()) {
            Numbers numbers = Phrases.of(language).numbers();
            assertThat(font.has(numbers.thousandths(-1_234_567_890L, 2))).isTrue();
            if (FIGURES.contains(style)) {
                continue;
            }
            Phrases.of(language).table().values().forEach(text -> {
                assertThat(font.has(text.toString()))
                        .as("%s: %s", language, text)
                        .isTrue();
                assertThat(font.has(text.toString().toUpperCase(Locale.ROOT)))
                        .as("%s: %s", language, text)
                        .isTrue();
            });
            assertThat(font.has("0123456789.,:%/–−…·×€ kWh m³ MWh \u00A0\u202F"))
                    .isTrue();
        }
    }
}
