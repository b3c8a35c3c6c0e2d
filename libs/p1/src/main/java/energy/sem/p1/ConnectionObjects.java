package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Gathers the objects about the connection, its limits, failures and relays. */
final class ConnectionObjects {

    boolean hungarianBreaker;

    private int breaker;
    private int limiterW;
    private int limiterVa;
    private int limiterCentiA;
    private int limiterPlain;
    private int limiterFrom;
    private int limiterTo;
    private int fuseCentiA;
    private int fuseFrom;
    private int fuseTo;

    /** Whether {@code 31.4.0} is one of three average currents (Lithuania) and not the fuse threshold of e-MUCS. */
    private boolean averageCurrents;

    private final Remembered<String> grid = new Remembered<>();
    private List<Relay> relays = List.of();
    private int failures;
    private int longFailures;
    private final Remembered<List<PowerFailure>> failureLog = new Remembered<>();

    private Connection before = Connection.NONE;

    /** Forgets everything, for another telegram. */
    void reset() {
        hungarianBreaker = false;
        breaker = Unsaid.INT;
        limiterW = Unsaid.INT;
        limiterVa = Unsaid.INT;
        limiterCentiA = Unsaid.INT;
        limiterPlain = Unsaid.INT;
        fuseCentiA = Unsaid.INT;
        averageCurrents = false;
        grid.reset();
        if (!relays.isEmpty()) {
            relays = List.of();
        }
        failures = Unsaid.INT;
        longFailures = Unsaid.INT;
        failureLog.reset();
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        switch (code) {
            case Obis.BREAKER -> breaker = values.switchState();
            case Obis.BREAKER_HUNGARY -> {
                breaker = values.switchState();
                hungarianBreaker = true;
            }
            case Obis.LIMITER -> readLimiter(values);
            case Obis.FUSE -> {
                fuseFrom = values.cursor.at + 1;
                fuseCentiA = values.centiA();
                fuseTo = values.cursor.at - 1;
            }
            case Obis.AVERAGE_CURRENT_L2, Obis.AVERAGE_CURRENT_L3 -> {
                averageCurrents = true;
                return false;
            }
            case Obis.GRID -> values.text(grid);
            case Obis.FAILURES -> failures = values.count();
            case Obis.LONG_FAILURES -> longFailures = values.count();
            case Obis.FAILURE_LOG -> readFailureLog(values);
            default -> {
                return readRelay(code, values);
            }
        }
        return true;
    }

    private boolean readRelay(int code, ValueReader values) {
        if (Obis.a(code) != 0 || Obis.withoutAB(code) != Obis.RELAY) {
            return false;
        }
        SwitchState state = SwitchState.of(values.switchState());
        if (state != null) {
            relays = relays.isEmpty() ? new ArrayList<>(4) : relays;
            relays.add(new Relay(Obis.b(code), state));
        }
        return true;
    }

    /** In kW; kVA in Luxembourg, by its standard also without a unit; amperes of some meters of DSMR 2.2 and 3. */
    private void readLimiter(ValueReader values) {
        limiterFrom = values.cursor.at + 1;
        if (!values.numbers.read()) {
            values.fail();
            return;
        }
        long unit = values.numbers.unit;
        if (unit == Unit.NONE) {
            limiterPlain = values.whole(3);
        } else if (Unit.apparentPower(unit) != Unit.NOT_THIS) {
            limiterVa = values.whole(Unit.apparentPower(unit));
        } else if (Unit.current(unit) != Unit.NOT_THIS) {
            limiterCentiA = values.whole(Unit.current(unit));
        } else {
            limiterW = values.whole(Unit.power(unit));
        }
        limiterTo = values.cursor.at - 1;
    }

    /** {@code (z)(0-0:96.7.19)} and z times {@code (end)(seconds*s)} (P1-502 6.12), also swapped, or {@code ()}. */
    private void readFailureLog(ValueReader values) {
        ByteCursor cursor = values.cursor;
        if (failureLog.recall(cursor)) {
            return;
        }
        int from = cursor.at;
        if (!values.numbers.read()) {
            cursor.at = from;
            if (!cursor.group() || !cursor.textIs("")) {
                values.fail();
            }
            return;
        }
        if (cursor.hasGroup() && !cursor.group()) {
            values.fail();
            return;
        }
        values.inList = true;
        List<PowerFailure> log = new ArrayList<>();
        while (cursor.hasGroup() && !values.failed) {
            if (isEntryEmpty(cursor)) {
                continue;
            }
            long seconds = values.timeAndNumber() ? values.numberAsSeconds() : values.fail();
            if (!values.failed) {
                log.add(new PowerFailure(P1Time.unpacked(values.time), seconds));
            }
        }
        values.inList = false;
        if (values.failed || !cursor.lineEnds()) {
            values.fail();
        } else {
            failureLog.learn(cursor, from, List.copyOf(log));
        }
    }

    /** Whether {@code ()()} stands here, a place in the log that no failure has taken; the cursor goes behind it. */
    private static boolean isEntryEmpty(ByteCursor cursor) {
        int from = cursor.at;
        boolean empty = cursor.group() && cursor.textIs("") && cursor.group() && cursor.textIs("");
        cursor.at = empty ? cursor.at : from;
        return empty;
    }

    /** Hands over, as written, what was read and is not in any value, so that it is not lost. */
    void leftOver(ByteCursor cursor, Consumer<UnknownObject> kept) {
        if (averageCurrents && fuseCentiA != Unsaid.INT) {
            kept.accept(new UnknownObject("1-0:31.4.0", List.of(cursor.text(fuseFrom, fuseTo))));
            fuseCentiA = Unsaid.INT;
        }
        if (limiterCentiA != Unsaid.INT && fuseCentiA != Unsaid.INT) {
            kept.accept(new UnknownObject("0-0:17.0.0", List.of(cursor.text(limiterFrom, limiterTo))));
            limiterCentiA = Unsaid.INT;
        }
    }

    Connection connection(Dialect dialect) {
        if (limiterCentiA != Unsaid.INT) {
            fuseCentiA = limiterCentiA;
        }
        if (limiterPlain != Unsaid.INT && dialect == Dialect.LUXEMBOURG) {
            limiterVa = limiterPlain;
        } else if (limiterPlain != Unsaid.INT) {
            limiterW = limiterPlain;
        }
        if (!isAsBefore()) {
            before = new Connection(
                    SwitchState.of(breaker),
                    relays,
                    Unsaid.orNull(limiterW),
                    Unsaid.orNull(limiterVa),
                    Unsaid.orNull(fuseCentiA),
                    grid.orNull());
        }
        return before;
    }

    private boolean isAsBefore() {
        return before.breaker() == SwitchState.of(breaker)
                && isSaid(before.limiterW(), limiterW)
                && isSaid(before.limiterVa(), limiterVa)
                && isSaid(before.fuseCentiA(), fuseCentiA)
                && Objects.equals(before.grid(), grid.orNull())
                && before.relays().equals(relays);
    }

    private static boolean isSaid(Integer before, int now) {
        return before == null ? now == Unsaid.INT : before == now;
    }

    PowerQuality quality(List<VoltageEvents> voltage) {
        List<PowerFailure> log = failureLog.said() ? failureLog.orNull() : List.of();
        return failures == Unsaid.INT && longFailures == Unsaid.INT && log.isEmpty() && voltage.isEmpty()
                ? PowerQuality.NONE
                : new PowerQuality(Unsaid.orNull(failures), Unsaid.orNull(longFailures), log, voltage);
    }
}
