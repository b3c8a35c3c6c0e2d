package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/** Reads one telegram's objects, in whatever order they come (P1-502 6.13), in a single pass. Not thread-safe; may be used again. */
final class TelegramParser {

    private static final int LONGEST_QUOTE = 60;

    private final ByteCursor cursor = new ByteCursor();
    private final ValueReader values = new ValueReader(cursor);

    private final LineMemory lines = new LineMemory();
    private final Remembered<String> header = new Remembered<>();

    private final MeterObjects meter = new MeterObjects();
    private final PhaseObjects phases = new PhaseObjects();
    private final PeakObjects peaks = new PeakObjects();
    private final ConnectionObjects connection = new ConnectionObjects();
    private final MbusObjects mbus = new MbusObjects();
    private List<UnknownObject> others = List.of();
    private List<String> warnings = List.of();
    private int objects;

    private CrcState crc;

    /**
     * Reads a telegram.
     *
     * @param begin where its {@code /} stands
     * @param end where its {@code !} stands
     */
    Telegram parse(byte[] bytes, int begin, int end, CrcState crc, boolean repaired) {
        this.crc = crc;
        cursor.begin(bytes, begin + 1, end);
        lines.reset();
        meter.reset();
        phases.reset();
        peaks.reset();
        connection.reset();
        mbus.reset();
        if (!others.isEmpty() || !warnings.isEmpty()) {
            others = List.of();
            warnings = List.of();
        }
        objects = 0;
        String identification = readHeader();
        while (cursor.nextLine()) {
            readObject();
        }
        if (objects == 0) {
            throw new TelegramFormatException("no line of the telegram is an object such as 1-0:1.8.1(000001.234*kWh)");
        }
        return build(identification, repaired);
    }

    private String readHeader() {
        int from = cursor.at;
        if (!header.recall(cursor)) {
            cursor.skipLine();
            header.learn(cursor, from, cursor.text(from, cursor.at));
        }
        String identification = header.orNull();
        if (identification.isBlank()) {
            throw new TelegramFormatException("the header line has no identification behind its /");
        }
        return identification;
    }

    private void readObject() {
        int line = cursor.at;
        LineMemory.Line expected = lines.recall(cursor);
        int code = expected.code;
        if (code == Obis.NONE) {
            code = CodeReader.read(cursor);
            lines.learn(cursor, line, code);
        }
        values.begin(expected.number);
        boolean known = code != Obis.NONE && read(code);
        if (known && !values.failed && cursor.lineEnds()) {
            objects++;
        } else {
            cursor.at = line;
            keepAsText(known);
        }
    }

    private boolean read(int code) {
        if (Obis.isOfDevice(code)) {
            return mbus.read(code, values) || connection.read(code, values);
        }
        return phases.read(code, values)
                || meter.read(code, values)
                || peaks.read(code, values)
                || connection.read(code, values);
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
        keep(new UnknownObject(cursor.text(line, bracket), groups));
        if (known) {
            warn("not understood: " + quote(line, cursor.at));
        }
    }

    private void keep(UnknownObject object) {
        others = others.isEmpty() ? new ArrayList<>() : others;
        others.add(object);
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

    private Telegram build(String identification, boolean repaired) {
        P1Time at = meter.at();
        if (at != null && at.contradictsCalendar()) {
            warn("the suffix of " + at + " contradicts the calendar; the suffix is believed");
        }
        meter.leftOver(cursor, this::keep);
        connection.leftOver(cursor, this::keep);
        mbus.leftOver(cursor, this::keep);
        List<MbusDevice> devices = mbus.devices();
        return new Telegram(
                identification,
                meter.version.orNull(),
                DialectRules.recognise(identification, meter, peaks, connection, devices),
                meter.serial(),
                meter.ean.orNull(),
                at,
                meter.registers(),
                meter.tariff(),
                meter.importW(),
                meter.exportW(),
                phases.phases(),
                peaks.demandW(),
                peaks.runningPeak(),
                peaks.monthPeaks(),
                devices,
                connection.connection(),
                meter.message.orNull(),
                meter.messageCode.orNull(),
                connection.quality(phases.voltageEvents()),
                others,
                crc,
                repaired,
                warnings);
    }
}
