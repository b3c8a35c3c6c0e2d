package energy.sem.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import energy.sem.p1.Connection;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.P1Time;
import energy.sem.p1.PowerFailure;
import energy.sem.p1.PowerQuality;
import energy.sem.p1.Relay;
import energy.sem.p1.SwitchState;
import energy.sem.p1.Telegram;
import energy.sem.p1.VoltageEvents;

import static energy.sem.event.OccurrenceKind.BREAKER;
import static energy.sem.event.OccurrenceKind.CHECKSUM;
import static energy.sem.event.OccurrenceKind.FUSE_CENTI_A;
import static energy.sem.event.OccurrenceKind.GRID;
import static energy.sem.event.OccurrenceKind.LIMITER_VA;
import static energy.sem.event.OccurrenceKind.LIMITER_W;
import static energy.sem.event.OccurrenceKind.LONG_POWER_FAILURES;
import static energy.sem.event.OccurrenceKind.MESSAGE_CODE;
import static energy.sem.event.OccurrenceKind.POWER_FAILURE;
import static energy.sem.event.OccurrenceKind.POWER_FAILURES;
import static energy.sem.event.OccurrenceKind.RELAY;
import static energy.sem.event.OccurrenceKind.SAGS;
import static energy.sem.event.OccurrenceKind.SWELLS;
import static energy.sem.event.OccurrenceKind.TEXT;
import static energy.sem.event.OccurrenceKind.VALVE;

/** Gathers all that one telegram says beside what is counted. Not thread-safe. */
final class TelegramOccurrences {
    private static final String OFF = "off";

    private final String serial;
    private final Instant at;
    private final List<Occurrence> said = new ArrayList<>();

    /**
     * @param serial of the meter
     * @param at the time of the telegram
     */
    TelegramOccurrences(String serial, Instant at) {
        this.serial = serial;
        this.at = at;
    }

    /**
     * All of it.
     *
     * @param checksum the word for how its checksum came out
     * @param instants what a stamp in the telegram means
     * @param serials the number of a device
     */
    List<Occurrence> of(
            Telegram telegram,
            String checksum,
            Function<P1Time, Instant> instants,
            Function<MbusDevice, String> serials) {
        quality(telegram.quality(), instants);
        connection(telegram.connection());
        text(TEXT, telegram.message());
        text(MESSAGE_CODE, telegram.messageCode());
        for (MbusDevice device : telegram.devices()) {
            if (device.valve() != null) {
                String word = word(device.valve());
                said.add(Occurrence.state(VALVE, serials.apply(device), null, at, null, word));
            }
        }
        state(CHECKSUM, null, checksum);
        return said;
    }

    private void quality(PowerQuality quality, Function<P1Time, Instant> instants) {
        count(POWER_FAILURES, null, quality.failures());
        count(LONG_POWER_FAILURES, null, quality.longFailures());
        for (PowerFailure failure : quality.log()) {
            // An entry without a time is memory never written.
            if (failure.end() != null) {
                Instant end = instants.apply(failure.end());
                said.add(new Occurrence(POWER_FAILURE.word(), serial, null, end, null, null, failure.seconds()));
            }
        }
        for (VoltageEvents phase : quality.voltage()) {
            count(SAGS, phase.phase(), phase.sags());
            count(SWELLS, phase.phase(), phase.swells());
        }
    }

    private void connection(Connection connection) {
        if (connection.breaker() != null) {
            state(BREAKER, null, word(connection.breaker()));
        }
        for (Relay relay : connection.relays()) {
            said.add(Occurrence.state(RELAY, serial, relay.number(), at, null, word(relay.state())));
        }
        if (connection.limiterW() != null) {
            limit(LIMITER_W, connection.activeLimitW());
        }
        if (connection.limiterVa() != null) {
            limit(LIMITER_VA, connection.limiterVa());
        }
        if (connection.fuseCentiA() != null) {
            limit(FUSE_CENTI_A, connection.activeFuseCentiA());
        }
        if (connection.grid() != null) {
            state(GRID, null, connection.grid());
        }
    }

    private void count(OccurrenceKind kind, Integer number, Integer count) {
        if (count != null) {
            said.add(Occurrence.state(kind, serial, number, at, count.longValue(), null));
        }
    }

    private void limit(OccurrenceKind kind, Integer active) {
        state(kind, active == null ? null : active.longValue(), active == null ? OFF : null);
    }

    /** That there is no text is said too: the one before is gone. */
    private void text(OccurrenceKind kind, String text) {
        if (text != null) {
            state(kind, null, text.isEmpty() ? null : text);
        }
    }

    private void state(OccurrenceKind kind, Long value, String text) {
        said.add(Occurrence.state(kind, serial, null, at, value, text));
    }

    private static String word(SwitchState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
