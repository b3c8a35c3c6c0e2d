package energy.sem.p1;

import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers what the lines of a telegram say about one M-Bus channel. Lines come in any order, so a value without unit is
 * converted at the end, when the device's type is known.
 */
final class MbusSlot {

    private static final int GROUPS_BEFORE_VALUE = 5;

    /** Whether the telegram has an object of this channel. */
    boolean used;

    private final int channel;
    private Integer type;
    private String serial;
    private String secondSerial;
    private int secondSerialFrom;
    private int secondSerialTo;
    private String ean;
    private P1Time at;
    private Long volumeLitre;
    private Long heatMj;
    private Long energyWh;
    private boolean temperatureCorrected;
    private SwitchState valve;

    /** A value whose unit was not written, in thousandths of the standard's unit. */
    private Long withoutUnit;

    MbusSlot(int channel) {
        this.channel = channel;
    }

    /** Forgets everything, for another telegram. */
    void reset() {
        used = false;
        type = null;
        serial = null;
        secondSerial = null;
        ean = null;
        at = null;
        volumeLitre = null;
        heatMj = null;
        energyWh = null;
        temperatureCorrected = false;
        valve = null;
        withoutUnit = null;
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int codeWithoutChannel, ValueReader values) {
        switch (codeWithoutChannel) {
            case Obis.MBUS_TYPE -> type = values.count();
            case Obis.MBUS_SERIAL -> serial = values.identifier();
            case Obis.MBUS_SERIAL_2 -> {
                secondSerial = values.identifier();
                secondSerialFrom = values.cursor.textFrom;
                secondSerialTo = values.cursor.textTo;
            }
            case Obis.MBUS_EAN -> ean = values.identifier();
            case Obis.MBUS_VALVE -> valve = values.switchState();
            case Obis.MBUS_READING -> readReading(values, true);
            case Obis.MBUS_READING_UNCORRECTED -> readReading(values, false);
            case Obis.MBUS_READING_DSMR_3 -> readDsmr3(values);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code (time)(value*unit)}. */
    private void readReading(ValueReader values, boolean corrected) {
        values.inList = true;
        P1Time time = values.time();
        if (values.failed || !values.cursor.number()) {
            values.fail();
        } else {
            take(time, values.cursor.unit, corrected, values);
        }
    }

    /** {@code (time)(status)(period)(count)(code)(unit)(value)}, the value often on a line of its own (P1-3). */
    private void readDsmr3(ValueReader values) {
        ByteCursor cursor = values.cursor;
        values.inList = true;
        P1Time time = values.time();
        for (int i = 0; i < GROUPS_BEFORE_VALUE && !values.failed; i++) {
            if (!cursor.group()) {
                values.fail();
            }
        }
        long unit = Unit.pack(cursor.bytes, cursor.textFrom, cursor.textTo);
        boolean found = !values.failed && (cursor.hasGroup() || cursor.groupOnNextLine());
        if (!found || !cursor.number() || cursor.unit != Unit.NONE) {
            values.fail();
        } else {
            take(time, unit, true, values);
        }
    }

    private void take(P1Time time, long unit, boolean corrected, ValueReader values) {
        ByteCursor cursor = values.cursor;
        if (time == null && cursor.lineEnds()) {
            return;
        }
        if (cursor.number < 0 || !cursor.lineEnds()) {
            values.fail();
        } else if (Unit.volume(unit) != Unit.NOT_THIS) {
            volumeLitre = cursor.scaled(Unit.volume(unit));
        } else if (Unit.heat(unit) != Unit.NOT_THIS) {
            heatMj = cursor.scaled(Unit.heat(unit));
        } else if (Unit.energy(unit) != Unit.NOT_THIS) {
            energyWh = cursor.scaled(Unit.energy(unit));
        } else if (unit == Unit.NONE && cursor.decimals > 0) {
            withoutUnit = cursor.scaled(3);
        } else {
            values.fail();
        }
        if (!values.failed) {
            at = time;
            temperatureCorrected = corrected;
        }
    }

    /** Hands over, as written, the identifier that the device's serial is not, so that it is not lost. */
    void otherIdentifiers(ByteCursor cursor, Consumer<UnknownObject> kept) {
        if (serial != null && secondSerial != null) {
            kept.accept(new UnknownObject(
                    "0-" + channel + ":96.1.1", List.of(cursor.text(secondSerialFrom, secondSerialTo))));
        }
    }

    MbusDevice device() {
        MbusKind kind = MbusKind.ofType(type);
        if (withoutUnit != null) {
            switch (kind) {
                case GAS, WATER -> volumeLitre = withoutUnit;
                case HEAT -> heatMj = withoutUnit;
                case ELECTRICITY -> energyWh = withoutUnit;
                case OTHER -> at = null;
            }
        }
        return new MbusDevice(
                channel,
                type,
                kind,
                serial != null ? serial : secondSerial,
                ean,
                at,
                volumeLitre,
                heatMj,
                energyWh,
                temperatureCorrected && at != null,
                valve);
    }
}
