package energy.sem.cli.screen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScreenTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    @Test
    void after_stopping_nothing_is_ready_any_more() {
        screen.ready("Kafka", Duration.ofMillis(1234), "127.0.0.1:19092");
        screen.stopping();
        screen.ready("MariaDB", Duration.ofSeconds(2), "127.0.0.1:13306");
        screen.line("Ready after 3 s.");
        try (Screen.Progress progress = screen.progress("home", 10)) {
            progress.step(10);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  Kafka           ready after  1.2 s   127.0.0.1:19092", "", "Stopping …");
    }
}
