package energy.sem.display.shelf;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import energy.sem.display.format.Form;
import energy.sem.display.history.History;
import energy.sem.display.history.InventedHome;
import energy.sem.display.history.StandInHistory;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;

import static org.awaitility.Awaitility.await;

/** A desk over a history that can be made to fail, on a clock that can be moved. */
final class Fixture implements AutoCloseable {
    /** For tests in which history is ill: how long one of its answers is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** For those in which it is well: however busy the machine is, it is not taken for ill. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(30);

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    final SettableClock clock;
    final StandInHistory history;
    final Shelf shelf;
    final Desk desk;

    private final Duration patience;

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
            history = StandInHistory.of(clock::instant);
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
        shelf = new Shelf(mostBytes);
        desk = desk(shelf);
    }

    private Desk desk(Shelf onShelf) {
        return new Desk(
                new History(history.uri(), "", patience),
                onShelf,
                new Printer(),
                new KeeperSettings(
                        Optional.of("home"),
                        Language.EN,
                        InventedHome.ZONE,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(30),
                        patience),
                clock);
    }

    /** The desk of another service that watches the same history, open; whoever asks for it closes it. */
    Desk replica() {
        Desk replica = desk(new Shelf(8_000_000));
        replica.open();
        await().until(() -> replica.known().meters().isPresent() && replica.isOpen());
        return replica;
    }

    /** Opens the desk and waits until history has answered and the running periods are there; no device asks. */
    Fixture open() {
        openUnasked();
        for (Period period : Period.values()) {
            ViewKey key = new ViewKey("home", period, 0, Utility.ELECTRICITY);
            await().until(() -> shelf.get(key).isPresent());
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

    /** Opens the desk and waits until history has answered. */
    Fixture openUnasked() {
        desk.open();
        await().until(() -> desk.known().meters().isPresent() && desk.isOpen());
        return this;
    }

    /** Waits until the keeper, whatever it is at, has begun anew. */
    void awaitEndOfRound() {
        long rounds = rounds();
        await().until(() -> rounds() > rounds);
    }

    private long rounds() {
        return history.asked().stream().filter("/api/v1/meters"::equals).count();
    }

    InventedHome home() {
        return history.home();
    }

    static Wish wish(Period period, int offset, Form form) {
        return new Wish(null, period, offset, Utility.ELECTRICITY, new Edition(Language.EN, form));
    }

    /** What a device gets that waits for its answer. */
    Found get(Wish wish) {
        return get(desk, wish);
    }

    static Found get(Desk desk, Wish wish) {
        Optional<Found> atHand = desk.atHand(wish);
        if (atHand.isPresent()) {
            return atHand.get();
        }
        CompletableFuture<Found> answer = new CompletableFuture<>();
        desk.find(wish, (found, failure) -> {
            if (found == null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(found);
            }
        });
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    Found get(Period period, int offset) {
        return get(wish(period, offset, Form.PNG));
    }

    @Override
    public void close() {
        desk.close();
        history.close();
    }
}
