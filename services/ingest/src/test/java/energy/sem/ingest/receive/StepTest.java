package energy.sem.ingest.receive;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StepTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Integer> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void batches_are_worked_off_one_at_a_time_in_their_order() throws InterruptedException {
        Step<Integer> step = new Step<>(threads, done::add);
        for (int i = 0; i < 200; i++) {
            step.hand(i);
        }

        await().until(() -> done.size() == 200);
        assertThat(done).isSorted();
    }

    @Test
    void who_hands_over_is_one_batch_ahead_and_no_more() throws Exception {
        Step<Integer> step = new Step<>(threads, batch -> {
            released.await();
            done.add(batch);
        });
        step.hand(1);
        Future<?> second = threads.submit(() -> {
            step.hand(2);
            return null;
        });

        assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        released.countDown();
        second.get(30, TimeUnit.SECONDS);
        await().until(() -> done.equals(List.of(1, 2)));
    }

    @Test
    void after_a_failure_nothing_goes_on() throws InterruptedException {
        Step<Integer> step = new Step<>(threads, batch -> {
            if (batch == 1) {
                throw new IllegalArgumentException("no");
            }
            done.add(batch);
        });
        step.hand(1);

        assertThatThrownBy(() -> step.hand(2))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no");
        assertThatThrownBy(() -> step.hand(3)).isInstanceOf(IllegalStateException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void when_it_is_stopped_it_and_who_waits_for_it_are_interrupted() throws InterruptedException {
        Step<Integer> step = new Step<>(threads, batch -> released.await());
        step.hand(1);
        Future<?> second = threads.submit(() -> {
            step.hand(2);
            return null;
        });

        await().until(() -> {
            step.stop();
            return second.isDone();
        });
        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfAny(InterruptedException.class, IllegalStateException.class);
    }

    @Test
    void a_step_without_threads_says_that_the_service_stops() {
        threads.shutdown();
        Step<Integer> step = new Step<>(threads, done::add);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> step.hand(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the service stops");
        }
    }
}
