package energy.sem.p1;

import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers the clock of a meter that sends it in two objects (IEC 62056-6-1, as Iskraemeco's AM550 in Sweden): the time
 * {@code 0.9.1(094127)} and the date {@code 0.9.2(220130)}, also {@code (09:41:27)} and {@code (2022-01-30)}. A digit more
 * in front is the season of IEC 62056-21, 1 for summer and 0 for winter; a letter behind is the suffix of P1-502 6.4.
 */
final class DateAndTime {

    private static final int NOT_SAID = -1;
    private static final int DIGITS = 6;
    private static final int CENTURY = 20;
    private static final int SUMMER = 1;

    private int time;
    private int date;
    private int timeFrom;
    private int dateFrom;
    private int a;
    private P1Time.Suffix suffix;

    /** Forgets everything, for another telegram. */
    void reset() {
        time = NOT_SAID;
        date = NOT_SAID;
        suffix = P1Time.Suffix.NONE;
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        int which = Obis.withoutA(code);
        if (which == Obis.TIME_OF_DAY) {
            a = Obis.a(code);
            timeFrom = values.cursor.at;
            time = sixDigits(values);
            return true;
        }
        if (which == Obis.DATE) {
            a = Obis.a(code);
            dateFrom = values.cursor.at;
            date = sixDigits(values);
            return true;
        }
        return false;
    }

    /** Two digits each of hour, minute, second or year, month, day. */
    private int sixDigits(ValueReader values) {
        ByteCursor cursor = values.cursor;
        if (!cursor.group() || !cursor.lineEnds()) {
            return failed(values);
        }
        int count = 0;
        int number = 0;
        for (int i = cursor.textFrom; i < cursor.textTo; i++) {
            byte b = cursor.bytes[i];
            if (b >= '0' && b <= '9') {
                number = number * 10 + b - '0';
                count++;
            } else if (i == cursor.textTo - 1 && (b | 0x20) == 's') {
                suffix = P1Time.Suffix.S;
            } else if (i == cursor.textTo - 1 && (b | 0x20) == 'w') {
                suffix = P1Time.Suffix.W;
            } else if (b != '-' && b != ':') {
                return failed(values);
            }
            if (count > DIGITS + 2) {
                return failed(values);
            }
        }
        int before = number / 1_000_000;
        boolean season = count == DIGITS + 1 && before <= SUMMER;
        boolean century = count == DIGITS + 2 && before == CENTURY;
        if (season) {
            suffix = before == SUMMER ? P1Time.Suffix.S : P1Time.Suffix.W;
        }
        return count == DIGITS || season || century ? number % 1_000_000 : failed(values);
    }

    private static int failed(ValueReader values) {
        values.fail();
        return NOT_SAID;
    }

    /** Both together, packed as {@link P1Time#unpacked} takes it; {@link Unsaid#LONG} unless both were said. */
    long at() {
        if (time == NOT_SAID || date == NOT_SAID) {
            return Unsaid.LONG;
        }
        long local = CivilTime.second(
                date / 10_000, date / 100 % 100, date % 100, time / 10_000, time / 100 % 100, time % 100);
        return local == CivilTime.INVALID ? Unsaid.LONG : P1Time.packed(local, suffix);
    }

    /** Whether both were said and are no moment together. */
    private boolean isNoTime() {
        return time != NOT_SAID && date != NOT_SAID && at() == Unsaid.LONG;
    }

    /** Hands over, as written, what was read and is not in the telegram's time, so that it is not lost. */
    void leftOver(ByteCursor cursor, Consumer<UnknownObject> kept) {
        leftOver(cursor, ".1", time, timeFrom, kept);
        leftOver(cursor, ".2", date, dateFrom, kept);
    }

    private void leftOver(ByteCursor cursor, String e, int said, int from, Consumer<UnknownObject> kept) {
        if (said != NOT_SAID) {
            cursor.at = from;
            cursor.group();
            kept.accept(new UnknownObject(a + "-0:0.9" + e, List.of(cursor.text()), isNoTime()));
        }
    }
}
