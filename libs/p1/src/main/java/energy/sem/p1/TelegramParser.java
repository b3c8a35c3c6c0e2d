package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/** Reads one telegram's objects, in whatever order they come (P1-502 6.13), in a single pass. Used once. */
final class TelegramParser {

    private static final int LONGEST_QUOTE = 60;

    private final ByteCursor cursor;
    private final ValueReader values;
    private final CrcState crc;
    private final boolean repaired;

    private final MeterObjects meter = new MeterObjects();
    private final PhaseObjects phases = new PhaseObjects();
    private final PeakObjects peaks = new PeakObjects();
    private final ConnectionObjects connection = new ConnectionObjects();
    private final MbusObjects mbus = new MbusObjects();
    private final List<UnknownObject> others = new ArrayList<>(0);
    private List<String> warnings = List.of();
    private int objects;

    /** @param end where the {@code !} stands */
    TelegramParser(byte[] bytes, int begin, int end, CrcState crc, boolean repaired) {
        this.cursor = new ByteCursor(bytes, begin, end);
        this.values = new ValueReader(cursor);
        this.crc = crc;
        this.repaired = repaired;
    }

    Telegram parse() {
        int begin = cursor.at + 1;
        cursor.skipLine();
        String identification = cursor.text(begin, cursor.at);
        if (identification.isBlank()) {
            throw new TelegramFormatException("the header line has no identification behind its /");
        }
        while (cursor.nextLine()) {
            readObject();
        }
        if (objects == 0) {
            throw new TelegramFormatException("no line of the telegram is an object such as 1-0:1.8.1(000001.234*kWh)");
        }
        return build(identification);
    }

    private void readObject() {
        int line = cursor.at;
        int code = cursor.code();
        values.begin();
        boolean known = code != Obis.NONE
                && (meter.read(code, values)
                        || phases.read(code, values)
                        || mbus.read(code, values)
                        || peaks.read(code, values)
                        || connection.read(code, values));
        if (known && !values.failed && cursor.lineEnds()) {
            objects++;
        } else {
            cursor.at = line;
            keepAsText(known);
        }
    }

    private void keepAsText(boolean known) {
        int line = cursor.at;
        int bracket = line;
        while (cursor.bytes[bracket] > ' ' && cursor.bytes[bracket] != '(' && bracket < cursor.end) {
            bracket++;
        }
        cursor.at = bracket;
        List<String> groups = new ArrayList<>();
        while (bracket > line && (cursor.hasGroup() || cursor.groupOnNextLine()) && cursor.group()) {
            groups.add(cursor.text());
        }
        if (groups.isEmpty() || !cursor.lineEnds()) {
            cursor.at = line;
            cursor.skipLine();
            noObject("not an object: " + quote(line, cursor.at));
            return;
        }
        objects++;
        others.add(new UnknownObject(cursor.text(line, bracket), groups));
        if (known) {
            warn("not understood: " + quote(line, cursor.at));
        }
    }

    /** Behind a valid CRC the meter itself wrote this line; without one it was probably damaged on the way. */
    private void noObject(String what) {
        if (crc == CrcState.ABSENT) {
            throw new TelegramFormatException(what + "; there is no CRC, so the rest cannot be trusted");
        }
        warn(what);
    }

    private void warn(String what) {
        warnings = warnings.isEmpty() ? new ArrayList<>() : warnings;
        warnings.add(what);
    }

    private String quote(int from, int to) {
        return to - from > LONGEST_QUOTE ? cursor.text(from, from + LONGEST_QUOTE) + "…" : cursor.text(from, to);
    }

    private Telegram build(String identification) {
        if (meter.at != null && meter.at.contradictsCalendar()) {
            warn("the suffix of " + meter.at + " contradicts the calendar; the suffix is believed");
        }
        meter.addOtherIdentifiers(others);
        mbus.addOtherIdentifiers(others);
        List<MbusDevice> devices = mbus.devices();
        return new Telegram(
                identification,
                meter.version,
                DialectRules.recognise(identification, meter, peaks, connection, devices),
                meter.serial(),
                meter.ean,
                meter.at,
                meter.registers(),
                meter.tariff,
                meter.importW,
                meter.exportW,
                phases.phases(),
                peaks.demandW,
                peaks.runningPeak,
                peaks.monthPeaks,
                devices,
                connection.connection(),
                meter.message,
                meter.messageCode,
                connection.quality(phases.voltageEvents()),
                others,
                crc,
                repaired,
                warnings);
    }
}
