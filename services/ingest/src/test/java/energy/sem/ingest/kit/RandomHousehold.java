package energy.sem.ingest.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.Extremes;
import energy.sem.event.Extremes.VoltageRange;
import energy.sem.event.MBusReading;
import energy.sem.event.MBusReading.Kind;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.event.Verdict.Finding;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Events of an invented household: on one phase or three, with none to eight tariffs, with the meter's own total or without
 * or from the middle on, with gas and water, heat or a submeter
 * read each hour or each five minutes, with gaps, extremes between events, values judged implausible, a meter that is
 * replaced, month peaks, and what a meter says beside its counts. The same seed gives the same events.
 *
 * @param seed of everything that is by chance
 * @param from the first event
 * @param length until the last
 * @param every between two events, but for gaps
 */
public record RandomHousehold(long seed, Instant from, Duration length, Duration every) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** Its events in order of time, under the name of this meter. */
    public List<TelegramEvent> events(String meter) {
        Random random = new Random(seed);
        int tariffs = random.nextInt(4) > 0 ? 1 + random.nextInt(Register.MOST_TARIFFS) : 0;
        // Without tariffs there is nothing else to count in.
        int totalFrom = tariffs == 0 ? 0 : random.nextInt(3);
        Duration gasEvery = random.nextBoolean() ? Duration.ofHours(1) : Duration.ofMinutes(5);
        Instant replaced = random.nextInt(3) == 0 ? from.plus(length.dividedBy(2)) : null;
        List<TelegramEvent> events = new ArrayList<>();
        RandomOccurrences occurrences = new RandomOccurrences(seed);
        State state = new State(random);
        Instant captured = null;
        int month = -1;
        // A start anywhere within the interval: most edges have no reading of their own.
        Instant at = from.plusMillis(random.nextInt((int) every.toMillis()) / 1000 * 1000L);
        while (at.isBefore(from.plus(length))) {
            if (replaced != null && !at.isBefore(replaced)) {
                replaced = null;
                state = new State(random);
                month = -1;
            }
            state.advance(every);
            Instant capture = Instant.ofEpochSecond(at.getEpochSecond() / gasEvery.toSeconds() * gasEvery.toSeconds());
            if (!capture.equals(captured)) {
                captured = capture;
                state.gasLitre += random.nextInt(300);
                state.otherCount += state.gasLitre % 7;
            }
            int nowMonth = at.atZone(ZONE).getMonthValue();
            if (nowMonth != month || random.nextInt(50) == 0) {
                month = nowMonth;
                state.peakW = Math.max(500, random.nextInt(9000));
                state.peakAt = at;
            }
            // From the first reading of a quarter hour on: its row has the registers of its first and its last reading
            // only.
            boolean late = !at.isBefore(from.plus(length.dividedBy(2)));
            RegisterValues registers = state.registers(tariffs, late, totalFrom == 0 || (totalFrom == 1 && late));
            events.add(event(meter, at, state, registers, captured, random).with(occurrences.at(at, state.serial)));
            at = at.plus(random.nextInt(200) == 0 ? every.multipliedBy(random.nextInt(300)) : every);
        }
        return events;
    }

    private TelegramEvent event(
            String meter, Instant at, State state, RegisterValues registers, Instant captured, Random random) {
        Electricity electricity = new Electricity(
                state.serial,
                1,
                registers,
                random.nextInt(9000),
                random.nextInt(3) == 0 ? null : random.nextInt(5000),
                null,
                phases(random));
        List<MBusReading> devices = random.nextInt(10) == 0
                ? List.of()
                : List.of(
                        new MBusReading(1, Kind.GAS, "7SEM" + state.number, captured, state.gasLitre, null, null),
                        other("8SEM" + state.number, captured, state.otherCount));
        Verdict verdict = random.nextInt(60) == 0
                ? new Verdict(false, List.of(new Finding(state.serial, "register-fell", "invented")))
                : null;
        YearMonth month = YearMonth.from(state.peakAt.minusSeconds(1).atZone(ZONE));
        List<MonthPeak> peaks = List.of(
                new MonthPeak(month, state.peakW, state.peakAt, false),
                new MonthPeak(
                        month.minusMonths(1),
                        2000 + month.getMonthValue(),
                        Instant.EPOCH.plusSeconds(1_700_000_000),
                        true));
        return Events.at(meter, at)
                .electricity(electricity)
                .devices(devices)
                .peaks(peaks)
                .extremes(random.nextInt(3) == 0 ? extremes(at, random) : null)
                .verdict(verdict)
                .build();
    }

    private List<Phase> phases(Random random) {
        return IntStream.rangeClosed(1, phases())
                .mapToObj(phase -> new Phase(phase, 2200 + random.nextInt(200), 100, null, null))
                .toList();
    }

    private Extremes extremes(Instant at, Random random) {
        List<VoltageRange> voltages = IntStream.rangeClosed(1, phases())
                .mapToObj(phase -> new VoltageRange(phase, 2150 + random.nextInt(100), 2300 + random.nextInt(150)))
                .toList();
        return new Extremes(random.nextInt(12_000), at, random.nextInt(6000), at, voltages);
    }

    private int phases() {
        return seed % 4 == 3 ? 1 : 3;
    }

    private MBusReading other(String serial, Instant captured, long count) {
        return switch ((int) (seed % 3)) {
            case 0 -> new MBusReading(2, Kind.WATER, serial, captured, count, null, null);
            case 1 -> new MBusReading(2, Kind.HEAT, serial, captured, null, count, null);
            default -> new MBusReading(2, Kind.ELECTRICITY, serial, captured, null, null, count);
        };
    }

    /** What the meters behind the port show. */
    private static final class State {
        private final Random random;
        private final int number;
        private final String serial;
        /** By direction and tariff. */
        private final long[] wh = new long[Direction.values().length * Register.MOST_TARIFFS];

        private long gasLitre;
        private long otherCount;
        private int peakW;
        private Instant peakAt;

        State(Random random) {
            this.random = random;
            this.number = random.nextInt(100_000);
            this.serial = "1SEM" + number;
            for (int i = 0; i < wh.length; i++) {
                wh[i] = random.nextInt(10_000_000);
            }
            gasLitre = random.nextInt(1_000_000);
        }

        void advance(Duration every) {
            int most = (int) Math.max(2, every.toSeconds() * 3);
            wh[random.nextInt(wh.length)] += random.nextInt(most);
        }

        /** Half of the tariffs are sent from the middle on. */
        RegisterValues registers(int tariffs, boolean late, boolean withTotal) {
            RegisterValues.Builder values = RegisterValues.builder();
            for (Direction direction : Direction.values()) {
                long total = 0;
                for (Register tariff : Register.tariffs(direction)) {
                    long its = wh[(direction == Direction.IMPORT ? 0 : Register.MOST_TARIFFS) + tariff.tariff() - 1];
                    total += its;
                    if (tariff.tariff() <= (late ? tariffs : (tariffs + 1) / 2)) {
                        values.set(tariff, its);
                    }
                }
                if (withTotal) {
                    values.set(Register.total(direction), total);
                }
            }
            return values.build();
        }
    }
}
