package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    private final OtherChannels channels = new OtherChannels();
    private final NumberShape anyShape = new NumberShape();
    private List<UnknownObject> others = List.of();
    private List<String> warnings = List.of();
    private int objects;

    private CrcState crc;

    /** Where the telegram being read begins, and whether a line that does not read is tried in another form. */
    private int begin;

    private boolean mayBeCrooked;

    /** The telegram in the standard's form, once a line did not read as it stands. */
    private byte[] straight;

    /**
     * Reads a telegram.
     *
     * @param begin where its {@code /} stands
     * @param end where its {@code !} stands
     */
    Telegram parse(byte[] bytes, int begin, int end, CrcState crc, boolean repaired) {
        this.crc = crc;
        mayBeCrooked = true;
        String identification = readAll(bytes, begin, end);
        if (straight != null) {
            mayBeCrooked = false;
            identification = readAll(straight, 0, straight.length - 1);
        }
        if (objects == 0) {
            throw new TelegramFormatException("no line of the telegram is an object such as 1-0:1.8.1(000001.234*kWh)");
        }
        return build(identification, repaired);
    }

    private String readAll(byte[] bytes, int from, int end) {
        begin = from;
        straight = mayBeCrooked ? null : straight;
        cursor.begin(bytes, from + 1, end);
        lines.reset();
        meter.reset();
        phases.reset();
        peaks.reset();
        connection.reset();
        mbus.reset();
        channels.reset();
        if (!others.isEmpty() || !warnings.isEmpty()) {
            others = List.of();
            warnings = List.of();
        }
        objects = 0;
        String identification = readHeader();
        while (!isBent() && cursor.nextLine()) {
            readObject();
        }
        if (!isBent() && channels.count() > 0) {
            readOtherChannels();
        }
        return identification;
    }

    /** Whether this form of the telegram is given up for another. */
    private boolean isBent() {
        return mayBeCrooked && straight != null;
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
        if (channels.concern(code)) {
            channels.note(line, code, others.size());
            cursor.skipLine();
            return;
        }
        values.begin(expected.number);
        readAs(code, line);
    }

    private void readAs(int code, int line) {
        boolean known = code != Obis.NONE && read(code);
        if (known && !values.failed && cursor.lineEnds()) {
            objects++;
        } else {
            cursor.at = line;
            keepAsText(known);
        }
    }

    /** Lines on other channels than 0, when it is known what channel 0 has. */
    private void readOtherChannels() {
        Set<OtherChannels.Kind> onChannel0 =
                OtherChannels.kinds(meter.registers(), meter.importW(), meter.exportW(), phases.phases());
        int moved = 0;
        for (int i = 0; i < channels.count() && !isBent(); i++) {
            int before = others.size();
            cursor.at = channels.line(i);
            CodeReader.read(cursor);
            values.begin(anyShape);
            readAs(channels.readAs(i, onChannel0), channels.line(i));
            if (others.size() > before) {
                others.add(channels.othersBefore(i) + moved++, others.remove(before));
            }
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
        boolean isObject = !groups.isEmpty() && cursor.lineEnds();
        if ((known || !isObject) && mayBeCrooked) {
            straight = Straightened.of(cursor.bytes, begin, cursor.end, crc != CrcState.ABSENT);
        }
        if (isBent()) {
            return;
        }
        if (!isObject) {
            cursor.at = line;
            cursor.skipLine();
            noObject("not an object: " + quote(line, cursor.at));
            if (known) {
                keep(new UnknownObject(cursor.text(line, bracket), List.of(inside(bracket, cursor.at)), true));
            }
            return;
        }
        objects++;
        keep(new UnknownObject(cursor.text(line, bracket), groups, known));
        if (known) {
            warn("not understood: " + quote(line, cursor.at));
        }
    }

    /** What stands between the outermost brackets of what is no row of groups. */
    private String inside(int bracket, int to) {
        int last = cursor.bytes[to - 1] == ')' ? to - 1 : to;
        return cursor.text(Math.min(bracket + 1, last), last);
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
        Dialect dialect = DialectRules.recognise(identification, meter, peaks, connection, devices);
        return new Telegram(
                identification,
                meter.version.orNull(),
                dialect,
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
                connection.connection(dialect),
                meter.message.orNull(),
                meter.messageCode.orNull(),
                connection.quality(phases.voltageEvents()),
                others,
                crc,
                repaired,
                warnings);
    }
}
