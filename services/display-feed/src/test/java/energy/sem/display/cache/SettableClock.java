package energy.sem.display.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import energy.sem.display.history.InventedHome;

/** A clock that stands until it is moved. */
final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    private SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** It is this time in the household's zone. */
    static SettableClock at(String local) {
        return new SettableClock(instant(local));
    }

    void set(String local) {
        now.set(instant(local));
    }

    void forward(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(InventedHome.ZONE).toInstant();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nothing here asks the clock for a zone");
    }
}
