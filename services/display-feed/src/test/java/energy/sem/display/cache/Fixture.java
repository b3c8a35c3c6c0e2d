package energy.sem.display.cache;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import energy.sem.display.format.Encoding;
import energy.sem.display.history.History;
import energy.sem.display.history.InventedHome;
import energy.sem.display.history.StandInHistory;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;

import static energy.sem.tests.Waiting.await;

/** A picture service over a history that can be made to fail, on a clock that can be moved. */
final class Fixture implements AutoCloseable {
    /** For tests in which history is ill: how long one of its answers is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** For those in which it is well: however busy the machine is, it is not taken for ill. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(30);

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }

    final SettableClock clock;
    final StandInHistory history;
    final PictureCache cache;
    final PictureService pictures;

    private final Duration patience;
    private volatile Duration historyAhead = Duration.ZERO;

    Fixture(String localTime) {
        this(localTime, 8_000_000, LONG_PATIENCE);
    }

    Fixture(String localTime, long mostBytes) {
        this(localTime, mostBytes, LONG_PATIENCE);
    }

    Fixture(String localTime, Duration patience) {
        this(localTime, 8_000_000, patience);
    }

    private Fixture(String localTime, long mostBytes, Duration patience) {
        this.patience = patience;
        clock = SettableClock.at(localTime);
        try {
            history = StandInHistory.of(() -> clock.instant().plus(historyAhead));
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
        cache = new PictureCache(mostBytes);
        pictures = pictures(cache);
    }

    private PictureService pictures(PictureCache onShelf) {
        return new PictureService(
                new History(history.uri(), "", patience),
                onShelf,
                new Renderer(),
                new RefreshSettings(
                        Optional.of("home"),
                        Language.EN,
                        InventedHome.ZONE,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(30),
                        patience),
                clock);
    }

    /** Another service that watches the same history, open; whoever asks for it closes it. */
    PictureService replica() {
        PictureService replica = pictures(new PictureCache(8_000_000));
        replica.open();
        await().until(() -> replica.known().meters().isPresent() && replica.isOpen());
        return replica;
    }

    /** Opens the service and waits until history has answered and the running periods are there; no device asks. */
    Fixture open() {
        openUnasked();
        for (Period period : Period.values()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), InventedHome.ZONE);
            ViewKey key = ViewKey.at("home", period, 0, Utility.ELECTRICITY, today);
            await().until(() -> cache.get(key).isPresent());
        }
        return this;
    }

    /** The same where an answer of history may be late, so that it takes a device that asks. */
    Fixture openAndAsk() {
        openUnasked();
        for (Period period : Period.values()) {
            await().until(() -> get(period, 0).view().status() == Status.OK);
        }
        return this;
    }

    /** Opens the service and waits until history has answered. */
    Fixture openUnasked() {
        pictures.open();
        await().until(() -> pictures.known().meters().isPresent() && pictures.isOpen());
        return this;
    }

    /** Waits until the refresher, whatever it is at, has begun anew. */
    void awaitEndOfRound() {
        long rounds = rounds();
        await().until(() -> rounds() > rounds);
    }

    private long rounds() {
        return history.asked().stream().filter("/api/v1/meters"::equals).count();
    }

    /** History's clock is so much ahead of ours; behind it, when negative. */
    void historyIsAhead(Duration much) {
        historyAhead = much;
    }

    InventedHome home() {
        return history.home();
    }

    static PictureRequest request(Period period, int offset, Encoding encoding) {
        return new PictureRequest(null, period, offset, Utility.ELECTRICITY, new Variant(Language.EN, encoding));
    }

    /** What a device gets that waits for its answer. */
    PictureAnswer get(PictureRequest request) {
        return get(pictures, request);
    }

    static PictureAnswer get(PictureService pictures, PictureRequest request) {
        Optional<PictureAnswer> ready = pictures.ready(request);
        if (ready.isPresent()) {
            return ready.get();
        }
        CompletableFuture<PictureAnswer> answer = new CompletableFuture<>();
        pictures.find(request, (found, failure) -> {
            if (found == null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(found);
            }
        });
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    PictureAnswer get(Period period, int offset) {
        return get(request(period, offset, Encoding.PNG));
    }

    @Override
    public void close() {
        pictures.close();
        history.close();
    }
}
