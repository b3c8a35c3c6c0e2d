package energy.sem.p1;

/**
 * Reads values of one telegram's objects in base units. A value that does not read (malformed, of another unit, out of
 * range) is {@link Unsaid} and sets {@link #failed}.
 */
final class ValueReader {

    /** Four digits can be two octets, each of a digit; the versions of the standards have two or five. */
    private static final int LEAST_DIGITS_IN_OCTETS = 4;

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

    /** What {@link #timeAndNumber} read. */
    long time;

    /** Begins a new object, whose number is probably written in this shape. */
    void begin(NumberShape shape) {
        numbers.shape = shape;
        failed = false;
        inList = false;
    }

    /** Wh or varh. Without a unit but with decimals it is a thousand of them, as the standards write it. */
    long counted(RegisterUnit unit) {
        if (!numbers.read() || numbers.number < 0) {
            return failLong();
        }
        int exponent = orDefault(Unit.of(unit, numbers.unit), 3);
        if (exponent == Unit.NOT_THIS || !ends()) {
            return failLong();
        }
        return numbers.scaled(exponent);
    }

    /** W. */
    int powerW() {
        return numbers.read() ? numberAsW() : fail();
    }

    /** The number read last as W. */
    int numberAsW() {
        return whole(orDefault(Unit.power(numbers.unit), 3));
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

    /** The number read last as seconds. */
    long numberAsSeconds() {
        boolean good = Unit.duration(numbers.unit) == 0 && numbers.number >= 0 && ends();
        return good ? numbers.scaled(0) : failLong();
    }

    /** A time, packed; {@link Unsaid#LONG} without failing when it is "never". */
    long time() {
        return stamps.read() && ends() ? stamps.stamp : failLong();
    }

    /**
     * A time and a number, in whichever order they were written (Iskraemeco's IE5 puts the time behind); the number is in
     * {@link #numbers}, the time packed in {@link #time}. False leaves the position undefined.
     */
    boolean timeAndNumber() {
        int from = cursor.at;
        if (stamps.read()) {
            time = stamps.stamp;
            return numbers.read();
        }
        cursor.at = from;
        if (!numbers.read() || !stamps.read()) {
            return false;
        }
        time = stamps.stamp;
        return true;
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
        int from = cursor.at;
        if (!into.recall(cursor) && groupAlone()) {
            into.learn(cursor, from, cursor.text());
        }
    }

    /** A version: digits, also as hexadecimal octets ({@code 3231313130} is 21110, {@code 50} is itself). */
    void version(Remembered<String> into) {
        int from = cursor.at;
        if (!into.recall(cursor) && groupAlone()) {
            boolean maybe = cursor.textTo - cursor.textFrom >= LEAST_DIGITS_IN_OCTETS;
            String digits = maybe ? cursor.octets('0', '9') : null;
            into.learn(cursor, from, digits != null ? digits : cursor.text());
        }
    }

    /**
     * Text written as hexadecimal octets (P1-502 6.5). Zero octets and octets of 0xFF behind it are memory never written;
     * those alone, in hexadecimal or as they are, give an empty text.
     */
    void octets(Remembered<String> into) {
        int from = cursor.at;
        if (into.recall(cursor) || !groupAlone()) {
            return;
        }
        String octets = cursor.octets();
        String text = Identifiers.withoutMemory(octets != null ? octets : cursor.text());
        if (octets != null || text.isEmpty()) {
            into.learn(cursor, from, text);
        } else {
            fail();
        }
    }

    /** An equipment identifier, see {@link Identifiers}; null without failing when it names nothing. */
    void identifier(Remembered<String> into) {
        int from = cursor.at;
        if (!into.recall(cursor) && groupAlone()) {
            into.learn(cursor, from, Identifiers.read(cursor.bytes, cursor.textFrom, cursor.textTo));
        }
    }

    /** The same for an EAN. */
    void ean(Remembered<String> into) {
        int from = cursor.at;
        if (!into.recall(cursor) && groupAlone()) {
            into.learn(cursor, from, Identifiers.ean(cursor.bytes, cursor.textFrom, cursor.textTo));
        }
    }

    private boolean groupAlone() {
        if (cursor.group() && ends()) {
            return true;
        }
        fail();
        return false;
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
