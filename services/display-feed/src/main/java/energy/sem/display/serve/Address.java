package energy.sem.display.serve;

import java.time.Instant;

import energy.sem.display.shelf.Edition;
import energy.sem.display.shelf.Found;
import energy.sem.display.shelf.Wish;

/** An address that was read, with what was last said of its view. Thread-safe. */
final class Address {
    private final Ask ask;
    private final Wish wish;
    private volatile SaidOfView said;

    Address(Ask ask) {
        this.ask = ask;
        this.wish = ask.testCard()
                ? null
                : new Wish(
                        ask.meter(),
                        ask.period(),
                        ask.offset(),
                        ask.utility(),
                        new Edition(ask.language(), ask.form()));
    }

    Ask ask() {
        return ask;
    }

    /** What is asked of the desk; null for the test card. */
    Wish wish() {
        return wish;
    }

    /** What the headers say of the view that was found. */
    SaidOfView say(Found found, Instant now) {
        SaidOfView last = said;
        if (last != null && last.holds(found, now)) {
            return last;
        }
        SaidOfView fresh = SaidOfView.of(found, now);
        said = fresh;
        return fresh;
    }
}
