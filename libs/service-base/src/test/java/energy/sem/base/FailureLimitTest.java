package energy.sem.base;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureLimitTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final FailureLimit limit = new FailureLimit(new Clock() {
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
            return this;
        }
    });

    @Test
    void nine_failures_are_forgiven_and_the_tenth_is_the_last() {
        fail("a", 9);
        assertThat(limit.waitSeconds("a")).isZero();

        fail("a", 1);
        assertThat(limit.waitSeconds("a")).isPositive();
    }

    @Test
    void other_addresses_are_not_concerned() {
        fail("a", 50);

        assertThat(limit.waitSeconds("b")).isZero();
    }

    @Test
    void after_the_wait_one_more_may_be_tried() {
        fail("a", 10);

        now = now.plusSeconds(limit.waitSeconds("a"));

        assertThat(limit.waitSeconds("a")).isZero();
        fail("a", 1);
        assertThat(limit.waitSeconds("a")).isPositive();
    }

    @Test
    void one_wrong_key_a_minute_never_shuts_an_address_out() {
        for (int minute = 0; minute < 100; minute++) {
            fail("a", 1);
            assertThat(limit.waitSeconds("a")).isZero();
            now = now.plusSeconds(60);
        }
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(address);
        }
    }
}
