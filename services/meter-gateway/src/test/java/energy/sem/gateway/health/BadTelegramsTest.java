package energy.sem.gateway.health;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of a meter whose telegrams are rejected; of the causes c is CRC, w CRC of a whole telegram and so on. */
class BadTelegramsTest {

    @ParameterizedTest
    @CsvSource({
        "ccc, bad-telegrams, check the cable",
        "wcw, bad-telegrams, check the cable",
        "w, unknown-checksum, a checksum of a kind that SEM does not know",
        "vww, unknown-checksum, 2 of the last 3 telegrams are whole but fail their CRC",
        "eee, encrypted, set sem.meters.<name>.decryption-key",
        "eet, encrypted, '3 of the last 3 telegrams are rejected, 2 are encrypted'",
        "ttw, bad-telegrams, are cut short",
        "o, bad-telegrams, have no end",
        "f, bad-telegrams, are no telegrams",
    })
    void the_most_frequent_cause_is_said_in_words(String recent, String state, String words) {
        Diagnosis.Finding finding = BadTelegrams.of(outcomes(recent), false);

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"w", "ww", "vww", "e", "eet"})
    void whole_and_encrypted_telegrams_are_no_fault_of_a_cable(String recent) {
        assertThat(BadTelegrams.of(outcomes(recent), false).words()).doesNotContain("cable");
    }

    @ParameterizedTest
    @CsvSource({"''", "v", "vvw", "vvvvee"})
    void few_rejected_ones_are_no_cause_for_alarm(String recent) {
        assertThat(BadTelegrams.of(outcomes(recent), false)).isNull();
    }

    private static List<Outcome> outcomes(String letters) {
        return letters.chars()
                .boxed()
                .flatMap(c -> Stream.of(
                        switch ((char) (int) c) {
                            case 'c' -> Outcome.CRC;
                            case 'w' -> Outcome.CRC_OF_WHOLE;
                            case 'e' -> Outcome.ENCRYPTED;
                            case 't' -> Outcome.TRUNCATED;
                            case 'o' -> Outcome.OVERSIZE;
                            case 'f' -> Outcome.FORMAT;
                            default -> Outcome.VALID;
                        }))
                .toList();
    }
}
