package energy.sem.cli.up;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "up                             | ./sem up --port-base 9080",
                "up --port-base 8080 --lan      | ./sem up --lan --port-base 9080",
                "up --port-base=8080 --lan      | ./sem up --lan --port-base 9080",
                "up --data /a b                 | ./sem up --data /a b --port-base 9080",
                "up --key roof=hush --lan       | ./sem up --key roof=SECRET --lan --port-base 9080",
                "up --key=roof=a=b              | ./sem up --key=roof=SECRET --port-base 9080",
                "up --meter x=replay:/it's?a    | ./sem up --meter 'x=replay:/it'\\''s?a' --port-base 9080"
            })
    void what_was_typed_can_be_typed_again_with_other_options_and_without_secrets(String typed, String text) {
        List<String> words = List.of(typed.split(" ", -1));

        assertThat(new CommandLineText(words)
                        .with(Map.of("--port-base", "9080"))
                        .text())
                .isEqualTo(text);
    }
}
