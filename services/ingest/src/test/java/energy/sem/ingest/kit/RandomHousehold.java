package energy.sem.ingest.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.event.Verdict.Finding;

/**
 * Events of an invented household: with or without tariffs, with gas read each hour or each five minutes, with gaps,
 * values judged implausible, a meter that is replaced, and month peaks. The same seed gives the same events.
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
        boolean tariffs = random.nextInt(4) > 0;
        Duration gasEvery = random.nextBoolean() ? Duration.ofHours(1) : Duration.ofMinutes(5);
        Instant replaced = random.nextInt(3) == 0 ? from.plus(length.dividedBy(2)) : null;
        List<TelegramEvent> events = new ArrayList<>();
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
            }
            int nowMonth = at.atZone(ZONE).getMonthValue();
            if (nowMonth != month || random.nextInt(50) == 0) {
                month = nowMonth;
                state.peakW = Math.max(500, random.nextInt(9000));
                state.peakAt = at;
            }
            events.add(event(meter, at, state, tariffs, captured, random));
            at = at.plus(random.nextInt(200) == 0 ? every.multipliedBy(random.nextInt(300)) : every);
        }
        return events;
    }

    private static TelegramEvent event(
            String meter, Instant at, State state, boolean tariffs, Instant captured, Random random) {
        Electricity electricity = new Electricity(
                state.serial,
                tariffs ? 1 : null,
                tariffs ? state.wh[0] : null,
                tariffs ? state.wh[1] : null,
                tariffs && random.nextBoolean() ? null : state.wh[0] + state.wh[1],
                tariffs ? state.wh[2] : null,
                tariffs ? state.wh[3] : null,
                tariffs ? null : state.wh[2],
                random.nextInt(9000),
                random.nextInt(3) == 0 ? null : random.nextInt(5000),
                null,
                List.of(new Phase(1, 2200 + random.nextInt(200), 100, null, null)));
        List<MBusReading> devices = random.nextInt(10) == 0
                ? List.of()
                : List.of(new MBusReading(
                        1, MBusReading.Kind.GAS, "7SEM" + state.number, captured, state.gasLitre, null, null));
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
                .verdict(verdict)
                .build();
    }

    /** What the meters behind the port show. */
    private static final class State {
        private final Random random;
        private final int number;
        private final String serial;
        private final long[] wh = new long[4];
        private long gasLitre;
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
            wh[random.nextInt(4)] += random.nextInt(most);
        }
    }
}
