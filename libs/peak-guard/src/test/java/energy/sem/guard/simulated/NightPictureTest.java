package energy.sem.guard.simulated;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture of docs/evcc.md is one of the simulated year. */
class NightPictureTest {
    /** A night on which the washing stops the car once. */
    private static final int DAY = 17;

    private static final Night WITHOUT = Night.of(DAY, Controls.NONE);
    private static final Night WITH = Night.of(DAY, Controls.EVCC);

    @Test
    void the_picture_in_docs_is_the_one_that_is_drawn() throws Exception {
        String drawn = NightPicture.of(WITHOUT, WITH);
        Path committed = Path.of("../../docs/pictures/guard-night.svg");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, drawn);
        }
        assertThat(drawn)
                .as("docs/pictures/guard-night.svg; -Dsem.docs.update=true draws it")
                .isEqualTo(Files.readString(committed));
        assertThat(drawn.length()).isLessThan(60_000);
    }

    @Test
    void it_shows_what_the_page_says() {
        assertThat(WITH.targetW(0)).isEqualTo(WITH.targetW(Night.MINUTES - 1));
        assertThat(WITH.highestQuarterW()).isLessThanOrEqualTo(WITH.targetW(0));
        assertThat(WITHOUT.highestQuarterW()).isGreaterThan(2 * WITH.highestQuarterW());
    }
}
