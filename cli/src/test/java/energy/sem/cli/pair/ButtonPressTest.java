package energy.sem.cli.pair;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ButtonPressTest {
    private final List<Duration> slept = new ArrayList<>();
    private final List<Duration> told = new ArrayList<>();

    @Test
    void it_asks_every_two_seconds_until_the_button_was_pressed() throws Exception {
        assertThat(await(30, "", "", "", "token")).isEqualTo("token");
        assertThat(slept).hasSize(3).containsOnly(Duration.ofSeconds(2));
        assertThat(told).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void a_button_that_was_pressed_already_is_not_asked_for() throws Exception {
        assertThat(await(30, "token")).isEqualTo("token");
        assertThat(told).isEmpty();
    }

    @Test
    void a_question_that_is_lost_on_the_way_is_asked_again() throws Exception {
        assertThat(await(30, "", "!lost", "token")).isEqualTo("token");
    }

    @Test
    void a_device_that_does_not_answer_at_first_is_no_matter_of_waiting() {
        assertThatThrownBy(() -> await(30, "!who is this"))
                .isInstanceOf(StartFailure.class)
                .hasMessage("who is this.");
        assertThat(slept).isEmpty();
    }

    @Test
    void a_button_that_nobody_presses_is_said_and_so_is_the_last_trouble() {
        assertThatThrownBy(() -> await(4, "", "", ""))
                .hasMessage("the button was not pressed within 4 seconds: try it again.");
        assertThatThrownBy(() -> await(4, "", "", "!lost")).hasMessageContaining("(at last: lost)");
    }

    private String await(long seconds, String... answers) throws InterruptedException {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        ButtonPress press = new ButtonPress(
                () -> {
                    String answer = left.remove();
                    if (answer.startsWith("!")) {
                        throw new IOException(answer.substring(1));
                    }
                    return Optional.of(answer).filter(token -> !token.isEmpty());
                },
                slept::add);
        return press.await(Duration.ofSeconds(seconds), told::add);
    }
}
