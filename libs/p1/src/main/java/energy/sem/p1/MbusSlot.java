package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Gathers what the lines of a telegram say about one M-Bus channel. Lines come in any order, so a value without unit is
 * converted at the end, when the device's type is known.
 */
final class MbusSlot {

    private static final int GROUPS_BEFORE_VALUE = 5;
    private static final int NOT_SAID = -1;

    /** What the value is. {@link #WITHOUT_UNIT} counts thousandths of the standard's unit. */
    private static final int NO_VALUE = 0;

    private static final int LITRES = 1;
    private static final int MEGAJOULES = 2;
    private static final int WATT_HOURS = 3;
    private static final int WITHOUT_UNIT = 4;

    /** A device whose clock was never set counts from 1 January 2000; before 2001 nobody read M-Bus devices. */
    private static final long CLOCKS_ARE_SET = P1Time.packed(CivilTime.second(1, 1, 1, 0, 0, 0), P1Time.Suffix.S);

    /** Whether the telegram has an object of this channel. */
    boolean used;

    private final int channel;
    private final Remembered<String> serial = new Remembered<>();
    private final Remembered<String> secondSerial = new Remembered<>();
    private final Remembered<String> ean = new Remembered<>();
    private int type;
    private long at;

    /** Where the readings of the two kinds stand. */
    private int correctedFrom;

    private int uncorrectedFrom;
    private int quantity;
    private long value;
    private boolean temperatureCorrected;
    private int valve;

    private MbusDevice before;

    MbusSlot(int channel) {
        this.channel = channel;
        reset();
    }

    /** Forgets everything, for another telegram. */
    void reset() {
        used = false;
        type = Unsaid.INT;
        serial.reset();
        secondSerial.reset();
        ean.reset();
        at = Unsaid.LONG;
        quantity = NO_VALUE;
        correctedFrom = NOT_SAID;
        uncorrectedFrom = NOT_SAID;
        temperatureCorrected = false;
        valve = Unsaid.INT;
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int codeWithoutChannel, ValueReader values) {
        switch (codeWithoutChannel) {
            case Obis.MBUS_TYPE -> type = values.countOrNothing();
            case Obis.MBUS_SERIAL -> values.identifier(serial);
            case Obis.MBUS_SERIAL_2 -> values.identifier(secondSerial);
            case Obis.MBUS_EAN -> values.ean(ean);
            case Obis.MBUS_VALVE -> valve = values.switchState();
            case Obis.MBUS_READING -> correctedFrom = readReading(values, true);
            case Obis.MBUS_READING_UNCORRECTED -> uncorrectedFrom = readReading(values, false);
            case Obis.MBUS_READING_DSMR_3 -> readDsmr3(values);
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * {@code (time)(value*unit)}, in either order or without a time; {@code (0)} or {@code ()} where no device is. Where it
     * begins; {@link #NOT_SAID} if it says nothing.
     */
    private int readReading(ValueReader values, boolean corrected) {
        ByteCursor cursor = values.cursor;
        if (isEmpty(cursor)) {
            return NOT_SAID;
        }
        int from = cursor.at;
        if (values.timeAndNumber()) {
            take(values.time, values.numbers.unit, corrected, values);
            return values.failed ? NOT_SAID : from;
        }
        cursor.at = from;
        if (values.numbers.read() && values.numbers.unit != Unit.NONE) {
            takeAs(Unsaid.LONG, values.numbers.unit, corrected, values);
        } else {
            values.fail();
        }
        return values.failed ? NOT_SAID : from;
    }

    private static boolean isEmpty(ByteCursor cursor) {
        int from = cursor.at;
        boolean empty = cursor.group() && (cursor.textIs("0") || cursor.textIs("")) && cursor.lineEnds();
        cursor.at = empty ? cursor.at : from;
        return empty;
    }

    /** {@code (time)(status)(period)(count)(code)(unit)(value)}, the value often on a line of its own (P1-3). */
    private void readDsmr3(ValueReader values) {
        ByteCursor cursor = values.cursor;
        values.inList = true;
        long time = values.time();
        for (int i = 0; i < GROUPS_BEFORE_VALUE && !values.failed; i++) {
            if (!cursor.group()) {
                values.fail();
            }
        }
        long unit = Unit.pack(cursor.bytes, cursor.textFrom, cursor.textTo);
        boolean found = !values.failed && (cursor.hasGroup() || cursor.groupOnNextLine());
        if (!found || !values.numbers.read() || (values.numbers.unit != Unit.NONE && values.numbers.unit != unit)) {
            values.fail();
        } else {
            take(time, unit, true, values);
        }
    }

    private void take(long time, long unit, boolean corrected, ValueReader values) {
        ByteCursor cursor = values.cursor;
        boolean counts = values.stamps.empty && unit != Unit.NONE && values.numbers.number != 0;
        boolean neverRead = time == Unsaid.LONG && !counts && cursor.lineEnds();
        if (!neverRead) {
            takeAs(time, unit, corrected, values);
        }
    }

    private void takeAs(long time, long unit, boolean corrected, ValueReader values) {
        ByteCursor cursor = values.cursor;
        int unitOf =
                values.numbers.number < 0 || !cursor.lineEnds() ? NO_VALUE : quantity(unit, values.numbers.decimals);
        if (unitOf == NO_VALUE) {
            values.fail();
            return;
        }
        boolean clockNeverSet = time != Unsaid.LONG && time < CLOCKS_ARE_SET;
        if (clockNeverSet && values.numbers.number == 0) {
            return;
        }
        if (quantity != NO_VALUE
                && corrected != temperatureCorrected
                && !goesBefore(corrected, values.numbers.number)) {
            return;
        }
        quantity = unitOf;
        value = values.numbers.scaled(
                switch (unitOf) {
                    case LITRES -> Unit.volume(unit);
                    case MEGAJOULES -> Unit.heat(unit);
                    case WATT_HOURS -> Unit.energy(unit);
                    default -> 3;
                });
        at = clockNeverSet ? Unsaid.LONG : time;
        temperatureCorrected = corrected;
    }

    /**
     * Of a gas meter that gives both readings the bill counts the one that is not corrected (e-MUCS 1.3), unless that stays
     * at 0 beside the other: then the meter has the object and never writes it. The other is kept as text.
     */
    private boolean goesBefore(boolean corrected, long number) {
        return corrected ? value == 0 && number > 0 : number > 0 || value == 0;
    }

    private static int quantity(long unit, int decimals) {
        if (Unit.volume(unit) != Unit.NOT_THIS) {
            return LITRES;
        }
        if (Unit.heat(unit) != Unit.NOT_THIS) {
            return MEGAJOULES;
        }
        if (Unit.energy(unit) != Unit.NOT_THIS) {
            return WATT_HOURS;
        }
        return unit == Unit.NONE && decimals > 0 ? WITHOUT_UNIT : NO_VALUE;
    }

    /** Whether anything was said of the device; a meter may list the channels where none is. */
    boolean isDevice() {
        return used
                && (type != Unsaid.INT
                        || quantity != NO_VALUE
                        || valve != Unsaid.INT
                        || serial.orNull() != null
                        || secondSerial.orNull() != null
                        || ean.orNull() != null);
    }

    /** Hands over, as written, what was read and is not in the device, so that it is not lost. */
    void leftOver(ByteCursor cursor, Consumer<UnknownObject> kept) {
        if (quantity != NO_VALUE && correctedFrom != NOT_SAID && uncorrectedFrom != NOT_SAID) {
            cursor.at = temperatureCorrected ? uncorrectedFrom : correctedFrom;
            List<String> groups = new ArrayList<>(2);
            while (cursor.hasGroup() && cursor.group()) {
                groups.add(cursor.text());
            }
            kept.accept(new UnknownObject("0-" + channel + (temperatureCorrected ? ":24.2.3" : ":24.2.1"), groups));
        }
        if (serial.orNull() != null && secondSerial.orNull() != null) {
            kept.accept(new UnknownObject("0-" + channel + ":96.1.1", List.of(secondSerial.group())));
        }
    }

    /** The same object as before while nothing about the device has changed: gas is read every five minutes. */
    MbusDevice device() {
        MbusKind kind = MbusKind.ofType(type);
        int of = quantity == WITHOUT_UNIT ? standardQuantity(kind) : quantity;
        long litres = of == LITRES ? value : Unsaid.LONG;
        long megajoules = of == MEGAJOULES ? value : Unsaid.LONG;
        long wattHours = of == WATT_HOURS ? value : Unsaid.LONG;
        long time = of == NO_VALUE ? Unsaid.LONG : at;
        boolean corrected = temperatureCorrected && of != NO_VALUE;
        String number = serial.orNull() != null ? serial.orNull() : secondSerial.orNull();
        boolean asBefore = before != null
                && isSaid(before.volumeLitre(), litres)
                && isSaid(before.heatMj(), megajoules)
                && isSaid(before.energyWh(), wattHours)
                && isSaid(before.at(), time)
                && before.temperatureCorrected() == corrected
                && (before.type() == null ? Unsaid.INT : before.type()) == type
                && before.valve() == SwitchState.of(valve)
                && Objects.equals(before.serial(), number)
                && Objects.equals(before.ean(), ean.orNull());
        if (!asBefore) {
            before = new MbusDevice(
                    channel,
                    Unsaid.orNull(type),
                    kind,
                    number,
                    ean.orNull(),
                    P1Time.unpacked(time),
                    Unsaid.orNull(litres),
                    Unsaid.orNull(megajoules),
                    Unsaid.orNull(wattHours),
                    corrected,
                    SwitchState.of(valve));
        }
        return before;
    }

    private static int standardQuantity(MbusKind kind) {
        return switch (kind) {
            case GAS, WATER -> LITRES;
            case HEAT -> MEGAJOULES;
            case ELECTRICITY -> WATT_HOURS;
            case OTHER -> NO_VALUE;
        };
    }

    private static boolean isSaid(Long before, long now) {
        return before == null ? now == Unsaid.LONG : before == now;
    }

    private static boolean isSaid(P1Time before, long now) {
        return before == null ? now == Unsaid.LONG : now == P1Time.packed(before.localEpochSecond(), before.suffix());
    }
}
