package energy.sem.p1;

import java.util.List;
import java.util.function.Consumer;

/** Gathers the objects about the electricity meter as a whole: identity, time, registers, powers, messages. */
final class MeterObjects {

    String version;
    boolean belgianVersion;
    boolean wattHours;

    /** Digits before the point of the power, which tell DSMR 2.2 from 3. */
    int powerWholeDigits;

    String ean;
    P1Time at;
    Integer tariff;
    Integer importW;
    Integer exportW;
    String message;
    String messageCode;

    private String serial;
    private String secondSerial;
    private int secondSerialFrom;
    private int secondSerialTo;
    private String logicalName;
    private int logicalNameFrom;
    private int logicalNameTo;
    private Long importT1Wh;
    private Long importT2Wh;
    private Long importWh;
    private Long exportT1Wh;
    private Long exportT2Wh;
    private Long exportWh;

    /** Forgets everything, for another telegram. */
    void reset() {
        version = null;
        logicalName = null;
        ean = null;
        at = null;
        tariff = null;
        importW = null;
        exportW = null;
        message = null;
        messageCode = null;
        serial = null;
        secondSerial = null;
        importT1Wh = null;
        importT2Wh = null;
        importWh = null;
        exportT1Wh = null;
        exportT2Wh = null;
        exportWh = null;
        belgianVersion = false;
        wattHours = false;
        powerWholeDigits = 0;
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        switch (code) {
            case Obis.IMPORT_T1 -> importT1Wh = energy(values);
            case Obis.IMPORT_T2 -> importT2Wh = energy(values);
            case Obis.EXPORT_T1 -> exportT1Wh = energy(values);
            case Obis.EXPORT_T2 -> exportT2Wh = energy(values);
            case Obis.IMPORT -> importWh = energy(values);
            case Obis.EXPORT -> exportWh = energy(values);
            case Obis.IMPORT_POWER -> {
                importW = values.powerW();
                powerWholeDigits = values.cursor.wholeDigits;
            }
            case Obis.EXPORT_POWER -> exportW = values.powerW();
            case Obis.TIME -> at = values.time();
            case Obis.TARIFF -> tariff = tariff(values);
            case Obis.SERIAL -> serial = values.identifier();
            case Obis.BELGIAN_VERSION -> {
                version = values.text();
                belgianVersion = version != null;
            }
            case Obis.VERSION -> version = values.text();
            case Obis.MESSAGE -> message = values.octets();
            case Obis.MESSAGE_CODE -> messageCode = values.octets();
            case Obis.EAN -> ean = values.identifier();
            case Obis.SECOND_SERIAL -> {
                secondSerial = values.identifier();
                secondSerialFrom = values.cursor.textFrom;
                secondSerialTo = values.cursor.textTo;
            }
            case Obis.LOGICAL_NAME -> {
                logicalName = values.identifier();
                logicalNameFrom = values.cursor.textFrom;
                logicalNameTo = values.cursor.textTo;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Long energy(ValueReader values) {
        Long wh = values.energyWh();
        wattHours |= values.cursor.unit == Unit.WH;
        return wh;
    }

    /** {@code (0001)}, or {@code (TARIFF 1)} as Hungarian meters write. */
    private static Integer tariff(ValueReader values) {
        ByteCursor cursor = values.cursor;
        int from = cursor.at;
        if (cursor.number()) {
            return cursor.unit == Unit.NONE && cursor.decimals == 0 ? values.whole(0) : values.fail(null);
        }
        cursor.at = from;
        String text = values.text();
        boolean inWords = text != null && text.length() == 8 && text.startsWith("TARIFF ");
        int digit = inWords ? text.charAt(7) - '0' : -1;
        return digit >= 0 && digit <= 9 ? Integer.valueOf(digit) : values.fail(null);
    }

    String serial() {
        return serial != null ? serial : secondSerial != null ? secondSerial : logicalName;
    }

    boolean hasLogicalName() {
        return logicalName != null;
    }

    /** Hands over, as written, the identifiers that {@link #serial()} is not, so that they are not lost. */
    void otherIdentifiers(ByteCursor cursor, Consumer<UnknownObject> kept) {
        if (serial != null && secondSerial != null) {
            kept.accept(new UnknownObject("0-0:96.1.0", List.of(cursor.text(secondSerialFrom, secondSerialTo))));
        }
        if ((serial != null || secondSerial != null) && logicalName != null) {
            kept.accept(new UnknownObject("0-0:42.0.0", List.of(cursor.text(logicalNameFrom, logicalNameTo))));
        }
    }

    Registers registers() {
        return new Registers(importT1Wh, importT2Wh, importWh, exportT1Wh, exportT2Wh, exportWh);
    }

    boolean countsElectricity() {
        return importWh != null || exportWh != null || hasTariffs();
    }

    boolean hasTariffs() {
        return importT1Wh != null || importT2Wh != null || exportT1Wh != null || exportT2Wh != null;
    }
}
