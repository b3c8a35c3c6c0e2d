package energy.sem.p1;

/**
 * Reads values of one telegram's objects in base units. A value that does not read (malformed, of another unit, out of
 * range) is {@link Unsaid} and sets {@link #failed}.
 */
final class ValueReader {

    final ByteCursor cursor;
    final NumberReader numbers;
    final StampReader stamps;

    /** Whether a value of the current object did not read. */
    boolean failed;

    /** Whether more values may stand behind one; otherwise one that the line does not end behind has failed. */
    boolean inList;

    ValueReader(ByteCursor cursor) {
        this.cursor = cursor;
        numbers = new NumberReader(cursor);
        stamps = new StampReader(cursor);
    }

    /** Begins a new object, whose number is probably written in this shape. */
    void begin(NumberShape shape) {
        numbers.shape = shape;
        failed = false;
        inList = false;
    }

    /** Wh. Without a unit but with decimals it is kWh, as the standards write it. */
    long energyWh() {
        if (!numbers.read() || numbers.number < 0) {
            return failLong();
        }
        int exponent = orDefault(Unit.energy(numbers.unit), 3);
        if (exponent == Unit.NOT_THIS || !ends()) {
            return failLong();
        }
        return numbers.scaled(exponent);
    }

    /** W. */
    int powerW() {
        return numbers.read() ? whole(orDefault(Unit.power(numbers.unit), 3)) : fail();
    }

    /** Tenths of a volt. */
    int deciV() {
        return numbers.read() ? whole(orDefault(Unit.voltage(numbers.unit), 1)) : fail();
    }

    /** Hundredths of an ampere. */
    int centiA() {
        return numbers.read() ? whole(orDefault(Unit.current(numbers.unit), 2)) : fail();
    }

    /** A number without unit and decimals, not negative. */
    int count() {
        boolean plain = numbers.read() && numbers.isPlain() && numbers.number >= 0;
        return plain ? whole(0) : fail();
    }

    /** The same; {@link Unsaid#INT} without failing for {@code ()}. */
    int countOrNothing() {
        int from = cursor.at;
        if (cursor.group() && cursor.textIs("") && ends()) {
            return Unsaid.INT;
        }
        cursor.at = from;
        return count();
    }

    /** Seconds. */
    long seconds() {
        boolean good = numbers.read() && Unit.duration(numbers.unit) == 0 && numbers.number >= 0 && ends();
        return good ? numbers.scaled(0) : failLong();
    }

    /** A time, packed; {@link Unsaid#LONG} without failing when it is "never". */
    long time() {
        return stamps.read() && ends() ? stamps.stamp : failLong();
    }

    /** 0, 1 or 2 (e-MUCS 1.3), {@code ON} or {@code OFF} (Hungary): the digit of a {@link SwitchState}. */
    int switchState() {
        if (!cursor.group() || !ends()) {
            return fail();
        }
        int digit = cursor.textTo - cursor.textFrom == 1 ? cursor.bytes[cursor.textFrom] - '0' : -1;
        if (digit >= 0 && digit <= 2) {
            return digit;
        }
        return cursor.textIs("ON") ? 1 : cursor.textIs("OFF") ? 0 : fail();
    }

    /** Any text, as written. */
    void text(Remembered<String> into) {
        if (into.recall(cursor)) {
            return;
        }
        int from = cursor.at;
        if (cursor.group() && ends()) {
            into.learn(cursor, from, cursor.text());
        } else {
            fail();
        }
    }

    /** Text written as hexadecimal octets (P1-502 6.5); octets of 0xFF only are memory never written, an empty text. */
    void octets(Remembered<String> into) {
        if (into.recall(cursor)) {
            return;
        }
        int from = cursor.at;
        String octets = cursor.group() && ends() ? cursor.octets() : null;
        if (octets == null) {
            fail();
        } else {
            boolean unwritten = octets.chars().allMatch(c -> c == 0xFF);
            into.learn(cursor, from, unwritten ? "" : octets);
        }
    }

    /**
     * An equipment identifier: hexadecimal octets where they give printable ASCII (P1-502 6.5), else as written, as some
     * meters send it; null without failing when empty or zeros only, which name nothing.
     */
    void identifier(Remembered<String> into) {
        if (into.recall(cursor)) {
            return;
        }
        int from = cursor.at;
        if (!cursor.group() || !ends()) {
            fail();
            return;
        }
        String printable = cursor.octets(' ', '~');
        String text = printable != null ? printable : cursor.text();
        boolean zeros = cursor.text().chars().allMatch(c -> c == '0');
        into.learn(cursor, from, zeros ? null : text);
    }

    /** The number read last, as an int in the unit that {@code exponent} leads to. */
    int whole(int exponent) {
        if (exponent == Unit.NOT_THIS || !ends()) {
            return fail();
        }
        long value = numbers.scaled(exponent);
        return value == (int) value && value != Unsaid.INT ? (int) value : fail();
    }

    /** The exponent, or the standard's where no unit is written behind decimals. */
    int orDefault(int exponent, int standard) {
        return numbers.unit == Unit.NONE && numbers.decimals > 0 ? standard : exponent;
    }

    /** Whether the object may end here: its line does, or more values may follow. */
    private boolean ends() {
        return inList || cursor.lineEnds();
    }

    /** Marks the failure. */
    int fail() {
        failed = true;
        return Unsaid.INT;
    }

    private long failLong() {
        failed = true;
        return Unsaid.LONG;
    }
}
