package energy.sem.p1;

/**
 * Reads values of one telegram's objects in base units. A value that does not read (malformed, of another unit, out of
 * range) is null and sets {@link #failed}.
 */
final class ValueReader {

    final ByteCursor cursor;

    /** Whether a value of the current object did not read. */
    boolean failed;

    /** Whether more values may stand behind one; otherwise one that the line does not end behind has failed. */
    boolean inList;

    ValueReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    /** Wh. Without a unit but with decimals it is kWh, as the standards write it. */
    Long energyWh() {
        if (!cursor.number() || cursor.number < 0) {
            return fail(null);
        }
        int exponent = orDefault(Unit.energy(cursor.unit), 3);
        return exponent == Unit.NOT_THIS ? fail(null) : last(Long.valueOf(cursor.scaled(exponent)));
    }

    /** W. */
    Integer powerW() {
        return cursor.number() ? whole(orDefault(Unit.power(cursor.unit), 3)) : fail(null);
    }

    /** Tenths of a volt. */
    Integer deciV() {
        return cursor.number() ? whole(orDefault(Unit.voltage(cursor.unit), 1)) : fail(null);
    }

    /** Hundredths of an ampere. */
    Integer centiA() {
        return cursor.number() ? whole(orDefault(Unit.current(cursor.unit), 2)) : fail(null);
    }

    /** A number without unit and decimals, not negative. */
    Integer count() {
        return cursor.number() && cursor.unit == Unit.NONE && cursor.decimals == 0 && cursor.number >= 0
                ? whole(0)
                : fail(null);
    }

    /** Seconds. */
    Long seconds() {
        return cursor.number() && Unit.duration(cursor.unit) == 0 && cursor.number >= 0
                ? last(Long.valueOf(cursor.scaled(0)))
                : fail(null);
    }

    /** A time; null without failing when it is "never". */
    P1Time time() {
        return cursor.stamp() ? last(cursor.time()) : fail(null);
    }

    /** Any text, as written. */
    String text() {
        return cursor.group() ? last(cursor.text()) : fail(null);
    }

    /** Text written as hexadecimal octets (P1-502 6.5). */
    String octets() {
        String octets = cursor.group() ? cursor.octets() : null;
        return octets == null ? fail(null) : last(octets);
    }

    /**
     * An equipment identifier: hexadecimal octets where they give printable ASCII (P1-502 6.5), else as written, as some
     * meters send it; null without failing when empty.
     */
    String identifier() {
        if (!cursor.group()) {
            return fail(null);
        }
        if (cursor.textTo == cursor.textFrom) {
            return last(null);
        }
        String printable = cursor.octets(' ', '~');
        return last(printable != null ? printable : cursor.text());
    }

    /** 0, 1 or 2 (e-MUCS 1.3), {@code ON} or {@code OFF} (Hungary). */
    SwitchState switchState() {
        if (!cursor.group()) {
            return fail(null);
        }
        if (cursor.textIs("1") || cursor.textIs("ON")) {
            return last(SwitchState.CONNECTED);
        }
        if (cursor.textIs("0") || cursor.textIs("OFF")) {
            return last(SwitchState.DISCONNECTED);
        }
        return cursor.textIs("2") ? last(SwitchState.READY_FOR_RECONNECTION) : fail(null);
    }

    /** The number read last, as an int in the unit that {@code exponent} leads to. */
    Integer whole(int exponent) {
        if (exponent == Unit.NOT_THIS) {
            return fail(null);
        }
        long value = cursor.scaled(exponent);
        return value == (int) value ? last(Integer.valueOf((int) value)) : fail(null);
    }

    /** The exponent, or the standard's where no unit is written behind decimals. */
    int orDefault(int exponent, int standard) {
        return cursor.unit == Unit.NONE && cursor.decimals > 0 ? standard : exponent;
    }

    /** The value, unless the line goes on behind it where it must not. */
    <T> T last(T value) {
        return inList || cursor.lineEnds() ? value : fail(null);
    }

    /** Begins a new object. */
    void begin() {
        failed = false;
        inList = false;
    }

    /** Marks the failure. */
    void fail() {
        failed = true;
    }

    /** Marks the failure and returns the null that it is given. */
    <T> T fail(T nothing) {
        failed = true;
        return nothing;
    }
}
