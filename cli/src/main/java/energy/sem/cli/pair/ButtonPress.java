package energy.sem.cli.pair;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import energy.sem.cli.StartFailure;

/** Asks a device again and again until somebody has pressed its button. */
final class ButtonPress {
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** One question. */
    interface Question {
        /** The token; empty while the button was not pressed. */
        Optional<String> ask() throws IOException;
    }

    /** Lets time pass. */
    interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }

    private final Question question;
    private final Sleep sleep;

    ButtonPress(Question question, Sleep sleep) {
        this.question = question;
        this.sleep = sleep;
    }

    /**
     * The token.
     *
     * @param patience how long to ask
     * @param unpressed told once, when the device answers and its button was not pressed yet
     * @throws StartFailure when the device cannot be asked, or nobody pressed it in time
     */
    String await(Duration patience, Consumer<Duration> unpressed) throws InterruptedException {
        Optional<String> token = first();
        if (token.isEmpty()) {
            unpressed.accept(patience);
        }
        String trouble = "";
        for (Duration waited = EVERY; token.isEmpty() && waited.compareTo(patience) <= 0; waited = waited.plus(EVERY)) {
            sleep.sleep(EVERY);
            try {
                token = question.ask();
                trouble = "";
            } catch (IOException e) {
                // It answered before: the network may have dropped one question.
                trouble = " (at last: " + e.getMessage() + ")";
            }
        }
        String last = trouble;
        return token.orElseThrow(() -> new StartFailure(
                "the button was not pressed within " + patience.toSeconds() + " seconds" + last + ": try it again."));
    }

    private Optional<String> first() {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new StartFailure(e.getMessage() + ".", e);
        }
    }
}
