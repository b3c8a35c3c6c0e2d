package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.HandClock;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.ClockState;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.clock.Incoming;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.p1.Frame;
import energy.sem.p1.P1Time;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.p1.TelegramReader;
import energy.sem.registry.KeptKey;

/** Telegrams as they are on the line, pushed to a gateway at a time that the test says. */
final class Deliveries {
    private final HandClock clock;
    private final GatewayTime time;
    private final Making making;

    /** @param folder an empty one */
    Deliveries(Path folder, Instant now, Transformers transformers) {
        this.clock = new HandClock(now);
        this.time = new GatewayTime(clock, clock::nanos, folder);
        Meter meter = new Meter(
                "home",
                "push",
                Optional.empty(),
                List.of(KeptKey.always("key")),
                "home",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TimeChoice.AUTO,
                transformers);
        this.making = new Making(meter, ZoneId.of("Europe/Brussels"), ClockMemory.of(folder, "home"));
    }

    Deliveries(Path folder, Instant now) {
        this(folder, now, Transformers.NONE);
    }

    /** The events that are published at one push of all of it. */
    List<TelegramEvent> inOne(byte[] bytes) {
        List<Telegram> telegrams = read(bytes);
        List<TelegramEvent> events = new ArrayList<>();
        for (int i = 0; i < telegrams.size(); i++) {
            List<P1Time> following = telegrams.subList(i + 1, telegrams.size()).stream()
                    .map(Telegram::at)
                    .filter(Objects::nonNull)
                    .toList();
            events.addAll(making.take(new Incoming(telegrams.get(i), time.now(), false), following)
                    .published());
        }
        return events;
    }

    /** The events that are published at a push of each of its telegrams, a second after the other. */
    List<TelegramEvent> oneByOne(byte[] bytes) {
        List<TelegramEvent> events = new ArrayList<>();
        for (Telegram telegram : read(bytes)) {
            events.addAll(making.take(new Incoming(telegram, time.now(), false), List.of())
                    .published());
            clock.turn(Duration.ofSeconds(1));
        }
        return events;
    }

    ClockState clock() {
        return making.clock();
    }

    static List<Telegram> read(byte[] bytes) {
        List<Telegram> telegrams = new ArrayList<>();
        TelegramReader reader = new TelegramReader(new TelegramListener() {
            @Override
            public void telegram(Telegram telegram, Frame frame) {
                telegrams.add(telegram);
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                throw new AssertionError(rejected);
            }
        });
        reader.feed(bytes);
        reader.end();
        return telegrams;
    }
}
