package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.P1Time;
import energy.sem.p1.Register;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramBuilder;
import energy.sem.registry.KeptKey;
import energy.sem.source.Telegrams;

/**
 * A household that uses 3.6 kW, one watt-hour a second, so that each reading tells when it was counted, with a meter whose
 * clock, and a gateway whose clock, are as far off as a test says.
 */
final class Household {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final HandClock gatewayClock = new HandClock(NOON);
    final List<TelegramEvent> published = new ArrayList<>();
    private final TimeChoice choice;
    private final Path folder;
    private GatewayTime time;
    private Making making;
    /** How far the meter's clock is ahead of the truth. */
    Duration meterAhead = Duration.ZERO;
    /** The stamp at which the meter's clock stands still. */
    Instant meterStands;

    /** Whether nothing is used, so that the registers stand. */
    boolean away;

    /** Whether it has gas that rises. */
    boolean readsGas;

    boolean live = true;
    private Instant now = NOON;
    private long unusedSeconds;
    private long gasRead = -1;
    private MbusDevice gas;

    Household(TimeChoice choice, Path folder) {
        this.choice = choice;
        this.folder = folder;
        restart();
    }

    /** Ends the gateway and starts it again. */
    void restart() {
        if (making != null) {
            published.addAll(making.rest(time.now()));
        }
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
                choice,
                Transformers.NONE);
        time = new GatewayTime(gatewayClock, gatewayClock::nanos, folder);
        making = new Making(meter, ZoneId.of("Europe/Brussels"), ClockMemory.of(folder, "home"));
    }

    /** The true time. */
    Instant now() {
        return now;
    }

    /** Time goes by without a telegram. */
    void pause(Duration time) {
        now = now.plus(time);
        unusedSeconds += away ? time.toSeconds() : 0;
        gatewayClock.turn(time);
    }

    /** A telegram each so many seconds, for so long. */
    void speaks(Duration time, int everySeconds) {
        for (Instant until = now.plus(time); now.isBefore(until); pause(Duration.ofSeconds(everySeconds))) {
            hears(readsGas ? telegramWithGas() : telegram(now).build());
        }
    }

    /** The gateway gets this telegram. */
    Making.Made hears(Telegram telegram) {
        Making.Made made = making.take(new Incoming(telegram, time.now(), live), List.of());
        published.addAll(made.published());
        return made;
    }

    /** What the meter says of a true instant. */
    TelegramBuilder telegram(Instant at) {
        return Telegrams.of(meterStands != null ? meterStands : at.plus(meterAhead), wh(at) - unusedSeconds);
    }

    // Gas is read each five minutes and stamped by the meter's clock of then.
    private Telegram telegramWithGas() {
        if (gasRead != now.getEpochSecond() / 300) {
            gasRead = now.getEpochSecond() / 300;
            P1Time stamp = P1Time.of(now.plus(meterAhead), ZoneId.of("Europe/Brussels"));
            long litre = wh(now) - unusedSeconds;
            gas = new MbusDevice(1, 3, MbusKind.GAS, "7SEM0000000043", null, stamp, litre, null, null, false, null);
        }
        return telegram(now).devices(List.of(gas)).build();
    }

    static long wh(Instant at) {
        return 10_000_000 + Duration.between(NOON, at).toSeconds();
    }

    /** The gateway looks at what it holds back. */
    void looks() {
        time.keep();
        published.addAll(making.due(time.now()));
    }

    ClockState clock() {
        return making.clock();
    }

    /** The published events that are stored, not kept aside. */
    List<TelegramEvent> stored() {
        return published.stream().filter(e -> e.verdict().plausible()).toList();
    }

    List<TelegramEvent> keptAside() {
        return published.stream().filter(e -> !e.verdict().plausible()).toList();
    }

    /** How far an event's time is after the true one of its reading. */
    static Duration late(TelegramEvent event) {
        Instant counted = NOON.plusSeconds(event.electricity().registers().get(Register.IMPORT_T1_WH) - 10_000_000);
        return Duration.between(counted, event.at());
    }
}
