package energy.sem.p1;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers the objects about the electricity meter as a whole: identity, time, registers, powers, messages. */
final class MeterObjects {

    /** "T0" in hexadecimal octets, read as a decimal number. */
    private static final int T_IN_OCTETS = 5430;

    /** Tariffs may count so much before a total in whole kWh shows any of it. */
    private static final long MOST_ROUNDED_WH = 10_000;

    boolean belgianVersion;
    boolean wattHours;

    /** Digits before the point of the power, which tell DSMR 2.2 from 3. */
    int powerWholeDigits;

    final Remembered<String> version = new Remembered<>();
    final Remembered<String> ean = new Remembered<>();
    final Remembered<String> message = new Remembered<>();
    final Remembered<String> messageCode = new Remembered<>();
    private final Remembered<String> serial = new Remembered<>();
    private final Remembered<String> secondSerial = new Remembered<>();
    private final Remembered<String> germanSerial = new Remembered<>();
    private final Remembered<String> logicalName = new Remembered<>();
    private final DateAndTime clock = new DateAndTime();
    private long at;
    private int tariff;
    private int netW;
    private int netFrom;
    private int netTo;

    /** Where the totals stand that are 0. */
    private final Map<Register, Integer> zeroTotals = new EnumMap<>(Register.class);

    private int importW;
    private int exportW;
    private final RegisterValues.Builder registers = RegisterValues.builder();

    /** Forgets everything, for another telegram. */
    void reset() {
        version.reset();
        ean.reset();
        message.reset();
        messageCode.reset();
        serial.reset();
        secondSerial.reset();
        logicalName.reset();
        germanSerial.reset();
        clock.reset();
        at = Unsaid.LONG;
        tariff = Unsaid.INT;
        netW = Unsaid.INT;
        importW = Unsaid.INT;
        exportW = Unsaid.INT;
        registers.clear();
        zeroTotals.clear();
        belgianVersion = false;
        wattHours = false;
        powerWholeDigits = 0;
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        Register register = Register.ofObis(code);
        if (register != null) {
            energy(register, values);
            return true;
        }
        switch (code) {
            case Obis.IMPORT_POWER -> {
                importW = values.powerW();
                powerWholeDigits = values.numbers.wholeDigits;
            }
            case Obis.EXPORT_POWER -> exportW = values.powerW();
            case Obis.NET_POWER -> {
                netFrom = values.cursor.at + 1;
                netW = values.powerW();
                netTo = values.cursor.at - 1;
            }
            case Obis.TIME -> at = values.time();
            case Obis.TARIFF -> tariff = tariff(values);
            case Obis.SERIAL -> values.identifier(serial);
            case Obis.BELGIAN_VERSION -> {
                values.version(version);
                belgianVersion = version.said();
            }
            case Obis.VERSION -> values.version(version);
            case Obis.MESSAGE -> values.octets(message);
            case Obis.MESSAGE_CODE -> values.octets(messageCode);
            case Obis.EAN -> values.ean(ean);
            case Obis.GERMAN_SERIAL -> values.identifier(germanSerial);
            case Obis.SECOND_SERIAL -> values.identifier(secondSerial);
            case Obis.LOGICAL_NAME -> values.identifier(logicalName);
            default -> {
                if (Register.isTariffBeyond(code)) {
                    values.fail();
                    return true;
                }
                return clock.read(code, values);
            }
        }
        return true;
    }

    private void energy(Register register, ValueReader values) {
        int from = values.cursor.at;
        long counted = values.counted(register.unit());
        if (counted == 0 && register.isTotal()) {
            zeroTotals.put(register, from);
        }
        if (counted != Unsaid.LONG) {
            registers.set(register, counted);
        }
        wattHours |= values.numbers.unit == Unit.WH;
    }

    /** {@code (0001)}; {@code (TARIFF 1)} as Hungarian meters write; {@code (5431)}, the octets of "T1". */
    private static int tariff(ValueReader values) {
        ByteCursor cursor = values.cursor;
        int from = cursor.at;
        if (values.numbers.read()) {
            int number = values.numbers.isPlain() ? values.whole(0) : values.fail();
            return number > T_IN_OCTETS && number <= T_IN_OCTETS + 9 ? number - T_IN_OCTETS : number;
        }
        cursor.at = from;
        boolean inWords = cursor.group() && cursor.lineEnds() && cursor.textStartsWith("TARIFF ");
        int digit = inWords && cursor.textTo - cursor.textFrom == 8 ? cursor.bytes[cursor.textTo - 1] - '0' : -1;
        return digit >= 0 && digit <= 9 ? digit : values.fail();
    }

    String serial() {
        String first = serial.orNull() != null ? serial.orNull() : secondSerial.orNull();
        if (first != null) {
            return first;
        }
        return hasLogicalName() ? logicalName.orNull() : germanSerial.orNull();
    }

    boolean hasLogicalName() {
        return logicalName.orNull() != null;
    }

    /** Hands over, as written, what was read and is not in any value, so that it is not lost. */
    void leftOver(ByteCursor cursor, Consumer<UnknownObject> kept) {
        zeroTotals.forEach((total, from) -> {
            if (isUnused(total, registers.build())) {
                cursor.at = from;
                cursor.group();
                kept.accept(new UnknownObject(total.obis(), List.of(cursor.text()), true));
            }
        });
        if (netW != Unsaid.INT && !isNetOnly()) {
            kept.accept(new UnknownObject("1-0:16.7.0", List.of(cursor.text(netFrom, netTo))));
        }
        if (at != Unsaid.LONG || clock.at() == Unsaid.LONG) {
            clock.leftOver(cursor, kept);
        }
        boolean second = secondSerial.orNull() != null;
        if (serial.orNull() != null && second) {
            kept.accept(new UnknownObject("0-0:96.1.0", List.of(secondSerial.group())));
        }
        if ((serial.orNull() != null || second) && hasLogicalName()) {
            kept.accept(new UnknownObject("0-0:42.0.0", List.of(logicalName.group())));
        }
        if (germanSerial.orNull() != null && !germanSerial.orNull().equals(serial())) {
            kept.accept(new UnknownObject("1-0:96.1.0", List.of(germanSerial.group())));
        }
    }

    /** Whether a total of 0 stands beside tariffs that count: the meter has the object and never writes it. */
    private static boolean isUnused(Register total, RegisterValues sent) {
        Long tariffs = sent.tariffSum(total.direction());
        return tariffs != null && tariffs > MOST_ROUNDED_WH;
    }

    P1Time at() {
        return P1Time.unpacked(at != Unsaid.LONG ? at : clock.at());
    }

    Integer tariff() {
        return Unsaid.orNull(tariff);
    }

    Integer importW() {
        return Unsaid.orNull(isNetOnly() ? Math.max(netW, 0) : SignedPowers.importW(importW, exportW));
    }

    Integer exportW() {
        return Unsaid.orNull(isNetOnly() ? Math.max(-netW, 0) : SignedPowers.exportW(importW, exportW));
    }

    /** Whether the power comes as one number with a sign. */
    private boolean isNetOnly() {
        return netW != Unsaid.INT && importW == Unsaid.INT && exportW == Unsaid.INT;
    }

    RegisterValues registers() {
        RegisterValues sent = registers.build();
        for (Register total : zeroTotals.keySet()) {
            sent = isUnused(total, sent) ? sent.without(total) : sent;
        }
        return sent;
    }

    boolean countsElectricity() {
        return !registers.isEmpty();
    }

    boolean hasTariffs() {
        return hasTariffs(Direction.IMPORT) || hasTariffs(Direction.EXPORT);
    }

    private boolean hasTariffs(Direction direction) {
        for (Register tariff : Register.tariffs(direction)) {
            if (registers.has(tariff)) {
                return true;
            }
        }
        return false;
    }
}
