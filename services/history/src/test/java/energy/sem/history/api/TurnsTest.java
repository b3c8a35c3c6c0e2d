package energy.sem.history.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import energy.sem.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnsTest {
    private final Semaphore free = new Semaphore(1, true);

    @Test
    void ten_at_once_are_done_one_after_the_other() throws Exception {
        AtomicInteger within = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(10);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return Turns.inTurn(free, Duration.ofMinutes(1), () -> {
                        most.accumulateAndGet(within.incrementAndGet(), Math::max);
                        within.decrementAndGet();
                        return number;
                    });
                }));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(all.get(i).get()).isEqualTo(i);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void one_that_waits_too_long_is_told_when_to_come_back() {
        assertThatThrownBy(() ->
                        Turns.inTurn(free, Duration.ofMinutes(1), () -> Turns.inTurn(free, Duration.ZERO, () -> "")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.retryAfterSeconds()).hasValue(5);
                });
    }

    @Test
    void one_that_fails_leaves_its_place_to_the_next() throws Exception {
        assertThatThrownBy(() -> Turns.inTurn(free, Duration.ZERO, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(Turns.inTurn(free, Duration.ZERO, () -> "next")).isEqualTo("next");
    }
}
