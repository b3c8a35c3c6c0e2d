package energy.sem.base;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AdminKeyTest {
    private static final int GUESSES = 10;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private final Callers callers = new Callers(List.of(), name -> {
        throw new AssertionError("no name is looked up");
    });

    @ParameterizedTest
    @CsvSource({
        "the key,  the key,   , 0",
        "the key,  the keys,  , 403",
        "the key,  THE KEY,   , 403",
        "the key,  ,          , 401",
        "the key,  its own,   its own, 0",
        "the key,  the key,   its own, 0",
        "the key,  another,   its own, 403",
        "'',       '',        , 404",
        "' ',      ' ',       , 404",
        ",         the key,   , 404",
        ",         ,          , 404",
        ",         its own,   its own, 0",
        ",         the key,   its own, 403"
    })
    void it_opens_to_who_has_it_and_where_that_is_said_to_others(String set, String given, String other, int refused) {
        AdminKey key = new AdminKey(Optional.ofNullable(set), callers, CLOCK);

        assertThat(status(
                        key,
                        given,
                        "192.0.2.1",
                        Optional.ofNullable(other).stream().toList()))
                .isEqualTo(refused);
    }

    @Test
    void who_guesses_waits_and_the_right_key_is_let_in_from_there_all_the_same() {
        AdminKey key = new AdminKey(Optional.of("the key"), callers, CLOCK);
        for (int i = 0; i < GUESSES; i++) {
            assertThat(status(key, "guess " + i, "192.0.2.1", List.of())).isEqualTo(403);
        }

        assertThat(status(key, "guess", "192.0.2.1", List.of())).isEqualTo(429);
        assertThat(status(key, "guess", "192.0.2.2", List.of())).isEqualTo(403);
        assertThat(status(key, "the key", "192.0.2.1", List.of())).isZero();
    }

    @Test
    void it_is_refused_in_the_words_of_the_service_and_never_says_the_key() {
        AdminKey key = new AdminKey(Optional.of("the key"), callers, CLOCK);

        assertThat(refusal(key, null, "192.0.2.1", List.of())).hasMessageContaining("send one");
        assertThat(refusal(new AdminKey(Optional.empty(), callers, CLOCK), "x", "192.0.2.1", List.of()))
                .hasMessageContaining("it is off");
        assertThat(refusal(key, "a guess", "192.0.2.1", List.of()))
                .hasMessageNotContainingAny("the key of", "a guess")
                .hasMessageContaining("sem.admin-key");
    }

    private static int status(AdminKey key, String given, String address, List<String> others) {
        Problem refused = refusal(key, given, address, others);
        return refused == null ? 0 : refused.toResponse().getStatus();
    }

    private static Problem refusal(AdminKey key, String given, String address, List<String> others) {
        return catchThrowableOfType(
                Problem.class, () -> key.require(Optional.ofNullable(given), address, others, "it is off", "send one"));
    }
}
