package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/** Gathers the objects about the connection, its limits, failures and relays. */
final class ConnectionObjects {

    boolean hungarianBreaker;

    private SwitchState breaker;
    private Integer limiterW;
    private Integer limiterVa;
    private Integer fuseCentiA;
    private String grid;
    private List<Relay> relays = List.of();
    private Integer failures;
    private Integer longFailures;
    private List<PowerFailure> failureLog = List.of();

    /** Forgets everything, for another telegram. */
    void reset() {
        hungarianBreaker = false;
        breaker = null;
        limiterW = null;
        limiterVa = null;
        fuseCentiA = null;
        grid = null;
        relays = List.of();
        failures = null;
        longFailures = null;
        failureLog = List.of();
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
            case Obis.FUSE -> fuseCentiA = values.centiA();
            case Obis.GRID -> grid = values.text();
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
        SwitchState state = values.switchState();
        if (state != null) {
            relays = relays.isEmpty() ? new ArrayList<>(4) : relays;
            relays.add(new Relay(Obis.b(code), state));
        }
        return true;
    }

    private void readLimiter(ValueReader values) {
        if (!values.cursor.number()) {
            values.fail();
            return;
        }
        int apparent = Unit.apparentPower(values.cursor.unit);
        if (apparent != Unit.NOT_THIS) {
            limiterVa = values.whole(apparent);
        } else {
            limiterW = values.whole(values.orDefault(Unit.power(values.cursor.unit), 3));
        }
    }

    /** {@code (z)(0-0:96.7.19)} and z times {@code (end)(seconds*s)} (P1-502 6.12), or {@code ()}. */
    private void readFailureLog(ValueReader values) {
        ByteCursor cursor = values.cursor;
        int from = cursor.at;
        if (!cursor.number()) {
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
            P1Time end = values.time();
            if (!cursor.hasGroup()) {
                break;
            }
            Long seconds = values.failed ? null : values.seconds();
            if (seconds != null) {
                log.add(new PowerFailure(end, seconds));
            }
        }
        values.inList = false;
        if (!values.failed && values.last(log) != null) {
            failureLog = log;
        }
    }

    Connection connection() {
        return new Connection(breaker, relays, limiterW, limiterVa, fuseCentiA, grid);
    }

    PowerQuality quality(List<VoltageEvents> voltage) {
        return failures == null && longFailures == null && failureLog.isEmpty() && voltage.isEmpty()
                ? PowerQuality.NONE
                : new PowerQuality(failures, longFailures, failureLog, voltage);
    }
}
