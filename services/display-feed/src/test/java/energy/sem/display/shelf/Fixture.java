package energy.sem.display.shelf;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import energy.sem.display.format.Form;
import energy.sem.display.history.History;
import energy.sem.display.history.InventedHome;
import energy.sem.display.history.StandInHistory;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

import static org.awaitility.Awaitility.await;

/** A desk over a history that can be made to fail, on a clock that can be moved. */
final class Fixture implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(1);

    final SettableClock clock;
    final StandInHistory history;
    final Shelf shelf;
    final Desk desk;

    Fixture(String localTime) {
        this(localTime, 8_000_000);
    }

    Fixture(String localTime, long mostBytes) {
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
                new History(history.uri(), "", PATIENCE),
                onShelf,
                new Printer(),
                new KeeperSettings(
                        Optional.of("home"),
                        Language.EN,
                        InventedHome.ZONE,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(30),
                        PATIENCE),
                clock);
    }

    /** The desk of another service that watches the same history, open; whoever asks for it closes it. */
    Desk replica() {
        Desk replica = desk(new Shelf(8_000_000));
        replica.open();
        await().until(() -> replica.known().meters().isPresent() && replica.isOpen());
        return replica;
    }

    /** Opens the desk and waits until history has answered. */
    Fixture open() {
        desk.open();
        await().until(() -> desk.known().meters().isPresent() && desk.isOpen());
        return this;
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
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
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
