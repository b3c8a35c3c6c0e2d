package energy.sem.registry;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether it is believed that nobody has ever administered anything. */
class UnwrittenTest {
    private static final long MINUTE = Unwritten.BELIEVED_AFTER.toNanos();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final Unwritten unwritten = new Unwritten(nanos::get);

    @Test
    void it_is_believed_when_it_was_so_for_a_minute() {
        unwritten.say(true);
        nanos.addAndGet(MINUTE - 1);
        unwritten.say(true);
        assertThat(unwritten.isBelievedOr(true)).isFalse();

        nanos.addAndGet(1);
        assertThat(unwritten.isBelievedOr(false)).isTrue();
    }

    @Test
    void what_was_written_ends_it_and_a_disk_that_is_lost_later_begins_it_anew() {
        unwritten.say(true);
        nanos.addAndGet(MINUTE);
        unwritten.say(false);
        assertThat(unwritten.isBelievedOr(true)).isTrue();
        assertThat(unwritten.isBelievedOr(false)).isFalse();

        unwritten.say(true);
        assertThat(unwritten.isBelievedOr(true)).isFalse();
    }
}
