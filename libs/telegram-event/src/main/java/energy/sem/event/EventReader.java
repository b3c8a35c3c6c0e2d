package energy.sem.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.event.JsonCursor.UnusualFormException;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Reads a stream of events as {@link EventJson#read} does, to the letter, in a fraction of its time. It goes over the form
 * in which {@link EventJson#write} writes, field after field; any other JSON it leaves to {@link EventJson}. What an event
 * repeats of its meter's event before (names, month peaks, the gas meter's hourly value) is known again by its bytes, and
 * is the same object again. Not thread-safe.
 */
public final class EventReader {
    /** What more meters than this repeat is forgotten, so that a stream of ever new names does not fill the memory. */
    private static final int MOST_METERS = 2000;

    private static final byte[] VERSION = JsonCursor.name("version");
    private static final byte[] METER = JsonCursor.name("meter");
    private static final byte[] AT = JsonCursor.name("at");
    private static final byte[] TIME_SOURCE = JsonCursor.name("timeSource");
    private static final byte[] RECEIVED_AT = JsonCursor.name("receivedAt");
    private static final byte[] SIMULATED = JsonCursor.name("simulated");
    private static final byte[] IDENTIFICATION = JsonCursor.name("identification");
    private static final byte[] DIALECT = JsonCursor.name("dialect");
    private static final byte[] P1_VERSION = JsonCursor.name("p1Version");
    private static final byte[] CRC = JsonCursor.name("crc");
    private static final byte[] ELECTRICITY = JsonCursor.name("electricity");
    private static final byte[] MONTH_PEAKS = JsonCursor.name("monthPeaks");
    private static final byte[] DEVICES = JsonCursor.name("devices");
    private static final byte[] EXTREMES = JsonCursor.name("extremes");
    private static final byte[] VERDICT = JsonCursor.name("verdict");
    private static final byte[] UNKNOWN = JsonCursor.name("unknown");
    private static final byte[] METER_AT = JsonCursor.name("meterAt");
    private static final byte[] LEFT_OUT = JsonCursor.name("leftOut");
    private static final byte[] OCCURRENCES = JsonCursor.name("occurrences");

    private static final byte[] SERIAL = JsonCursor.name("serial");
    private static final byte[] TARIFF = JsonCursor.name("tariff");
    private static final byte[] IMPORT_W = JsonCursor.name("importW");
    private static final byte[] EXPORT_W = JsonCursor.name("exportW");
    private static final byte[] DEMAND_W = JsonCursor.name("demandW");
    private static final byte[] PHASES = JsonCursor.name("phases");
    private static final byte[] PHASE = JsonCursor.name("phase");
    private static final byte[] VOLTAGE_DECI_V = JsonCursor.name("voltageDeciV");
    private static final byte[] CURRENT_CENTI_A = JsonCursor.name("currentCentiA");
    private static final byte[] IMPORT_AT = JsonCursor.name("importAt");
    private static final byte[] EXPORT_AT = JsonCursor.name("exportAt");
    private static final byte[] VOLTAGES = JsonCursor.name("voltages");
    private static final byte[] MIN_DECI_V = JsonCursor.name("minDeciV");
    private static final byte[] MAX_DECI_V = JsonCursor.name("maxDeciV");

    private static final List<Register> REGISTERS = Register.ofElectricityMeter();
    private static final byte[][] REGISTER_NAMES = REGISTERS.stream()
            .map(register -> JsonCursor.name(register.jsonName()))
            .toArray(byte[][]::new);

    private final Map<String, RepeatedValues> repeatedByMeter = new HashMap<>();

    /**
     * The event in the bytes.
     *
     * @throws IOException as {@link EventJson#read}
     */
    public TelegramEvent read(byte[] json) throws IOException {
        try {
            return usual(new JsonCursor(json));
        } catch (UnusualFormException e) {
            return EventJson.read(json);
        }
    }

    private TelegramEvent usual(JsonCursor at) throws UnusualFormException {
        at.begin();
        at.expect(VERSION);
        if (at.number() != TelegramEvent.VERSION) {
            throw new UnusualFormException();
        }
        at.expect(METER);
        String name = at.text();
        RepeatedValues repeated = repeated(name);
        at.expect(AT);
        // In the order of the record, which is the order in which they are written and evaluated here.
        TelegramEvent event = new TelegramEvent(
                TelegramEvent.VERSION,
                repeated.meter,
                at.instant(),
                at.isAt(TIME_SOURCE) ? repeated.timeSource.read(at) : null,
                at.isAt(RECEIVED_AT) ? at.instant() : null,
                at.isAt(SIMULATED) ? repeated.simulated.read(at) : null,
                at.isAt(IDENTIFICATION) ? repeated.identification.read(at) : null,
                at.isAt(DIALECT) ? repeated.dialect.read(at) : null,
                at.isAt(P1_VERSION) ? repeated.p1Version.read(at) : null,
                at.isAt(CRC) ? repeated.crc.read(at) : null,
                at.isAt(ELECTRICITY) ? electricity(at, repeated) : null,
                at.isAt(MONTH_PEAKS) ? repeated.monthPeaks.read(at) : null,
                at.isAt(DEVICES) ? repeated.devices.read(at) : null,
                at.isAt(EXTREMES) ? extremes(at) : null,
                at.isAt(VERDICT) ? repeated.verdict.read(at) : null,
                at.isAt(UNKNOWN) ? repeated.unknown.read(at) : null,
                at.isAt(METER_AT) ? at.instant() : null,
                at.isAt(LEFT_OUT) ? repeated.leftOut.read(at) : null,
                at.isAt(OCCURRENCES) ? repeated.occurrences.read(at) : null);
        at.end();
        at.expectEnd();
        return event;
    }

    private RepeatedValues repeated(String meter) {
        RepeatedValues known = repeatedByMeter.get(meter);
        if (known == null) {
            if (repeatedByMeter.size() == MOST_METERS) {
                repeatedByMeter.clear();
            }
            known = new RepeatedValues(meter);
            repeatedByMeter.put(meter, known);
        }
        return known;
    }

    private static Electricity electricity(JsonCursor at, RepeatedValues repeated) throws UnusualFormException {
        at.begin();
        Electricity electricity = new Electricity(
                at.isAt(SERIAL) ? repeated.serial.read(at) : null,
                optionalInt(at, TARIFF),
                registers(at),
                optionalInt(at, IMPORT_W),
                optionalInt(at, EXPORT_W),
                optionalInt(at, DEMAND_W),
                at.isAt(PHASES) ? list(at, EventReader::phase) : null);
        at.end();
        return electricity;
    }

    private static RegisterValues registers(JsonCursor at) throws UnusualFormException {
        RegisterValues.Builder values = RegisterValues.builder();
        for (int i = 0; i < REGISTERS.size(); i++) {
            if (at.isAt(REGISTER_NAMES[i])) {
                values.set(REGISTERS.get(i), at.number());
            }
        }
        return values.build();
    }

    private static Electricity.Phase phase(JsonCursor at) throws UnusualFormException {
        at.begin();
        at.expect(PHASE);
        Electricity.Phase phase = new Electricity.Phase(
                at.intNumber(),
                optionalInt(at, VOLTAGE_DECI_V),
                optionalInt(at, CURRENT_CENTI_A),
                optionalInt(at, IMPORT_W),
                optionalInt(at, EXPORT_W));
        at.end();
        return phase;
    }

    private static Extremes extremes(JsonCursor at) throws UnusualFormException {
        at.begin();
        Extremes extremes = new Extremes(
                optionalInt(at, IMPORT_W),
                at.isAt(IMPORT_AT) ? at.instant() : null,
                optionalInt(at, EXPORT_W),
                at.isAt(EXPORT_AT) ? at.instant() : null,
                at.isAt(VOLTAGES) ? list(at, EventReader::voltageRange) : null);
        at.end();
        return extremes;
    }

    private static Extremes.VoltageRange voltageRange(JsonCursor at) throws UnusualFormException {
        at.begin();
        at.expect(PHASE);
        int phase = at.intNumber();
        at.expect(MIN_DECI_V);
        int minDeciV = at.intNumber();
        at.expect(MAX_DECI_V);
        Extremes.VoltageRange range = new Extremes.VoltageRange(phase, minDeciV, at.intNumber());
        at.end();
        return range;
    }

    private static <T> List<T> list(JsonCursor at, Element<T> element) throws UnusualFormException {
        List<T> list = new ArrayList<>(3);
        at.expect('[');
        do {
            list.add(element.read(at));
        } while (at.has(','));
        at.expect(']');
        return list;
    }

    private static Integer optionalInt(JsonCursor at, byte[] name) throws UnusualFormException {
        return at.isAt(name) ? Integer.valueOf(at.intNumber()) : null;
    }

    /** Reads one element of a list. */
    private interface Element<T> {
        T read(JsonCursor at) throws UnusualFormException;
    }
}
