package energy.sem.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock whose hand the test moves, in UTC, and a monotonic one that goes with it but for {@link #jump}. Thread-safe. */
public final class HandClock extends Clock {
    private volatile Instant now;
    private volatile Duration jumped = Duration.ZERO;

    public HandClock(Instant now) {
        this.now = now;
    }

    /** Sets it. */
    public void set(Instant time) {
        now = time;
    }

    /** Moves it on, or back by a negative time. */
    public void turn(Duration time) {
        set(now.plus(time));
    }

    /** Sets it otherwise, though no time goes by. */
    public void jump(Duration time) {
        jumped = jumped.plus(time);
        turn(time);
    }

    /** What goes on evenly. */
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).minus(jumped).toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("what is tested asks for instants only");
    }
}
