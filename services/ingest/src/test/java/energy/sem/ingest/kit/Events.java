package energy.sem.ingest.kit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvent.Crc;
import energy.sem.event.TelegramEvent.TimeSource;
import energy.sem.event.Verdict;
import energy.sem.event.Verdict.Finding;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Builds one event of a meter, step by step. */
public final class Events {
    private final String meter;
    private final Instant at;
    private String serial;
    private Electricity electricity;
    private Instant receivedAt;
    private Boolean simulated;
    private Extremes extremes;
    private Verdict verdict = new Verdict(true, List.of());
    private final List<MonthPeak> peaks = new ArrayList<>();
    private final List<MBusReading> devices = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    private Events(String meter, Instant at) {
        this.meter = meter;
        this.at = at;
        this.receivedAt = at.plusMillis(400);
        this.serial = "1SEM-" + meter;
    }

    public static Events at(String meter, Instant at) {
        return new Events(meter, at);
    }

    public static Events at(String meter, String at) {
        return new Events(meter, Instant.parse(at));
    }

    public Events serial(String number) {
        serial = number;
        return this;
    }

    /** Tariff 1 only grows, tariff 2 stands at 500 Wh. */
    public Events importT1Wh(long wh) {
        return registers(wh, 500L, 70L, 80L);
    }

    public Events registers(Long importT1Wh, Long importT2Wh, Long exportT1Wh, Long exportT2Wh) {
        electricity = new Electricity(
                serial,
                1,
                RegisterValues.builder()
                        .set(Register.IMPORT_T1_WH, importT1Wh)
                        .set(Register.IMPORT_T2_WH, importT2Wh)
                        .set(Register.EXPORT_T1_WH, exportT1Wh)
                        .set(Register.EXPORT_T2_WH, exportT2Wh)
                        .build(),
                400,
                0,
                380,
                List.of(new Phase(1, 2301, 150, 400, 0), new Phase(2, 2310, 0, 0, 0), new Phase(3, 2297, 12, 0, 0)));
        return this;
    }

    public Events electricity(Electricity values) {
        electricity = values;
        return this;
    }

    public Events gas(String number, String captured, long litre) {
        devices.add(new MBusReading(1, MBusReading.Kind.GAS, number, Instant.parse(captured), litre, null, null));
        return this;
    }

    public Events device(MBusReading reading) {
        devices.add(reading);
        return this;
    }

    public Events peak(String month, int watts, String when, boolean closed) {
        peaks.add(new MonthPeak(YearMonth.parse(month), watts, Instant.parse(when), closed));
        return this;
    }

    public Events devices(List<MBusReading> readings) {
        devices.addAll(readings);
        return this;
    }

    public Events peaks(List<MonthPeak> stated) {
        peaks.addAll(stated);
        return this;
    }

    public Events occurrences(List<Occurrence> said) {
        occurrences.addAll(said);
        return this;
    }

    public Events verdict(Verdict judgement) {
        verdict = judgement;
        return this;
    }

    public Events extremes(Extremes range) {
        extremes = range;
        return this;
    }

    public Events receivedAt(String arrival) {
        receivedAt = Instant.parse(arrival);
        return this;
    }

    public Events simulated() {
        simulated = true;
        return this;
    }

    /** The gateway found the values of this serial number implausible; {@code null}: the whole event. */
    public Events implausible(String number, String cause) {
        verdict = new Verdict(false, List.of(new Finding(number, cause, "said the test")));
        return this;
    }

    public TelegramEvent build() {
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                at,
                TimeSource.METER,
                receivedAt,
                simulated,
                "FLU5\\SEM",
                "E_MUCS",
                "50217",
                Crc.VALID,
                electricity,
                peaks,
                devices,
                extremes,
                verdict,
                List.of(),
                null,
                List.of(),
                occurrences);
    }
}
