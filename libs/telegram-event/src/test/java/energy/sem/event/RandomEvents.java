package energy.sem.event;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Events for properties. */
final class RandomEvents {

    /** Events in which anything may be missing that may. */
    static Arbitrary<TelegramEvent> events() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(946_684_800_000L, 4_102_444_800_000L)
                .map(Instant::ofEpochMilli);
        Arbitrary<MonthPeak> peaks = Combinators.combine(
                        Arbitraries.integers().between(0, 1200),
                        Arbitraries.integers(),
                        instants.injectNull(0.2),
                        Arbitraries.of(true, false))
                .as((month, w, at, closed) ->
                        new MonthPeak(YearMonth.of(2000, 1).plusMonths(month), w, at, closed));
        Arbitrary<MBusReading> devices = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(MBusReading.Kind.class),
                        texts,
                        instants,
                        Arbitraries.longs().injectNull(0.3),
                        Arbitraries.longs().injectNull(0.3),
                        Arbitraries.longs().injectNull(0.3))
                .as(MBusReading::new);
        Arbitrary<Verdict.Finding> findings =
                Combinators.combine(texts.injectNull(0.2), texts, texts).as(Verdict.Finding::new);
        Arbitrary<LeftOut> leftOut = Combinators.combine(
                        texts, Arbitraries.integers().between(1, 3).injectNull(0.5), Arbitraries.longs(), texts, texts)
                .as(LeftOut::new);
        Arbitrary<Occurrence> occurrences = Combinators.combine(
                        Arbitraries.of(OccurrenceKind.class).map(OccurrenceKind::word),
                        texts,
                        Arbitraries.integers().between(1, 3).injectNull(0.5),
                        instants,
                        Arbitraries.longs().injectNull(0.3),
                        texts.injectNull(0.5),
                        Arbitraries.longs().greaterOrEqual(0).injectNull(0.5))
                .as(Occurrence::new);
        Arbitrary<TelegramEvent> events = Combinators.combine(
                        instants,
                        Arbitraries.of(TelegramEvent.TimeSource.class),
                        Arbitraries.of(TelegramEvent.Crc.class),
                        electricity(texts).injectNull(0.2),
                        peaks.list().ofMaxSize(3),
                        devices.list().ofMaxSize(3),
                        Combinators.combine(
                                        findings.list().ofMaxSize(2),
                                        leftOut.list().ofMaxSize(2),
                                        instants.injectNull(0.8))
                                .as(Judgement::new),
                        Combinators.combine(texts, texts.list().ofMinSize(1).ofMaxSize(3))
                                .as(UnknownObject::new)
                                .list()
                                .ofMaxSize(2))
                .as((at, source, crc, electricity, monthPeaks, readings, judgement, unknown) -> new TelegramEvent(
                        TelegramEvent.VERSION,
                        "home",
                        at,
                        source,
                        at.plusMillis(7),
                        crc == TelegramEvent.Crc.ABSENT ? Boolean.TRUE : null,
                        "SEM5",
                        "DSMR_5",
                        "50",
                        crc,
                        electricity,
                        monthPeaks,
                        readings,
                        EventJsonTest.sample().extremes(),
                        new Verdict(judgement.found.isEmpty(), judgement.found),
                        unknown,
                        judgement.meterAt,
                        judgement.leftOut,
                        List.of()));
        return Combinators.combine(events, occurrences.list().ofMaxSize(3)).as(TelegramEvent::with);
    }

    private record Judgement(List<Verdict.Finding> found, List<LeftOut> leftOut, Instant meterAt) {}

    private static Arbitrary<Electricity> electricity(Arbitrary<String> texts) {
        Arbitrary<RegisterValues> registers = Arbitraries.maps(
                        Arbitraries.of(Register.ofElectricityMeter()),
                        Arbitraries.longs().between(0, Long.MAX_VALUE))
                .map(RegisterValues::of);
        Arbitrary<Integer> w = Arbitraries.integers().injectNull(0.3);
        Arbitrary<Electricity.Phase> phase = Combinators.combine(
                        Arbitraries.integers().between(1, 3), w, w, w, w)
                .as(Electricity.Phase::new);
        return Combinators.combine(
                        texts.filter(t -> !t.isEmpty()),
                        w,
                        registers,
                        w,
                        phase.list().ofMaxSize(3))
                .as((serial, tariff, values, power, phases) ->
                        new Electricity(serial, tariff, values, power, power, power, phases));
    }

    private RandomEvents() {}
}
