package energy.sem.display.history;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/** The history service, as far as pictures need it. Thread-safe. */
public final class History {
    static final String METERS = "/api/v1/meters";
    /** What Flemish bills look at: the running month and twelve before. */
    private static final int BILLED_MONTHS = 13;

    private static final int MOST_MONTHS = 600;
    /** Once more when the day turned meanwhile, and once more when the two clocks differ. */
    private static final int TRIES = 3;

    private final Requests requests;

    /**
     * @param base its address
     * @param key its read key; empty for none
     * @param patience how long one request may take
     */
    public History(URI base, String key, Duration patience) {
        this.requests = new Requests(base, key, patience);
    }

    /** All meters with their first and last readings. */
    public Meters meters() throws HistoryFailure, InterruptedException {
        Answers.AllMeters answer = requests.get(METERS, Answers.AllMeters.class);
        try {
            List<Meter> meters = new ArrayList<>();
            for (Answers.MeterAnswer each : answer.meters()) {
                meters.add(new Meter(
                        each.name(),
                        each.simulated(),
                        each.firstReadingAt() == null
                                ? null
                                : each.firstReadingAt().toInstant(),
                        each.lastReadingAt() == null
                                ? null
                                : each.lastReadingAt().toInstant(),
                        each.everExported(),
                        utilities(each.devices()),
                        capturedAt(each.devices()),
                        Clocks.wrong(each.health())));
            }
            return new Meters(ZoneId.of(answer.zone()), meters);
        } catch (DateTimeException | NullPointerException e) {
            throw new HistoryFailure(
                    Fault.HISTORY_UNREACHABLE, METERS + " lacks what its contract promises: " + e.getMessage(), e);
        }
    }

    /** A visit: asks history for as many periods as wanted, and for nothing twice. */
    public Visit visit() {
        return new Visit();
    }

    /** One look at history. Not thread-safe; short-lived, because it remembers what it was told. */
    public final class Visit {
        private final Map<String, Object> told = new HashMap<>();

        private Visit() {}

        /**
         * What history knows of a period of a meter, up to the last full quarter hour. History is asked by distance from
         * today, and its day may be another than ours: it turns between two answers, or the clocks differ. So what comes
         * is looked at, and asked for anew until it is the period that was wanted.
         *
         * @param firstDay of the period
         * @param today as far as we know
         * @return the wanted period, or the running one when history has not come so far yet
         */
        public PeriodData load(Meter meter, Period period, LocalDate firstDay, LocalDate today)
                throws HistoryFailure, InterruptedException {
            int offset = period.offset(firstDay, today);
            for (int i = 0; i < TRIES; i++) {
                PeriodData data = load(meter, period, offset);
                int apart = period.offset(firstDay, data.firstDay());
                if (data.ofOneDay() && (apart == 0 || offset + apart > 0)) {
                    return data;
                }
                offset = Math.min(0, offset + apart);
                told.clear();
            }
            throw new HistoryFailure(
                    Fault.HISTORY_UNREACHABLE, "history's calendar changes with every answer: look at its clock");
        }

        private PeriodData load(Meter meter, Period period, int offset) throws HistoryFailure, InterruptedException {
            Answers.PeriodAnswer answer = period(meter, period, offset);
            if (answer.from() == null) {
                throw new HistoryFailure(
                        Fault.HISTORY_UNREACHABLE,
                        "history does not say when the " + period.code() + " of " + meter.name() + " began");
            }
            Optional<Answers.PeriodAnswer> before =
                    hasBefore(meter, answer) ? Optional.of(period(meter, period, offset - 1)) : Optional.empty();
            Answers.MonthPeaks peaks = meter.utilities().contains(Utility.ELECTRICITY)
                    ? peaks(meter, months(period, offset, answer))
                    : Answers.MonthPeaks.NONE;
            return new PeriodData(meter, period, offset, answer, before, peaks);
        }

        private Answers.PeriodAnswer period(Meter meter, Period period, int offset)
                throws HistoryFailure, InterruptedException {
            return told(
                    at(meter) + "/history/" + period.code() + "?offset=" + offset + "&until=last-quarter",
                    Answers.PeriodAnswer.class);
        }

        private Answers.MonthPeaks peaks(Meter meter, int months) throws HistoryFailure, InterruptedException {
            return told(at(meter) + "/peaks?months=" + months, Answers.MonthPeaks.class);
        }

        private <T> T told(String path, Class<T> type) throws HistoryFailure, InterruptedException {
            Object known = told.get(path);
            if (known == null) {
                known = requests.get(path, type);
                told.put(path, known);
            }
            return type.cast(known);
        }
    }

    private static boolean hasBefore(Meter meter, Answers.PeriodAnswer answer) {
        return meter.firstReadingAt() != null
                && meter.firstReadingAt().isBefore(answer.from().toInstant());
    }

    /** Enough months for the peaks of the period and the year before its end. */
    private static int months(Period period, int offset, Answers.PeriodAnswer answer) {
        LocalDate firstDay = answer.from().toLocalDate();
        LocalDate lastDayNow = period.lastDay(period.shifted(firstDay, -offset));
        long ago = YearMonth.from(period.lastDay(firstDay)).until(YearMonth.from(lastDayNow), ChronoUnit.MONTHS);
        return (int) Math.min(BILLED_MONTHS + ago, MOST_MONTHS);
    }

    private static Set<Utility> utilities(List<Answers.Device> devices) {
        Set<Utility> utilities = EnumSet.noneOf(Utility.class);
        for (Answers.Device device : devices) {
            Utility.of(String.valueOf(device.kind())).ifPresent(utilities::add);
        }
        return utilities;
    }

    private static List<Instant> capturedAt(List<Answers.Device> devices) {
        return devices.stream()
                .filter(device -> device.lastAt() != null && !"electricity".equals(device.kind()))
                .map(device -> device.lastAt().toInstant())
                .sorted()
                .toList();
    }

    private static String at(Meter meter) {
        return METERS + "/" + URLEncoder.encode(meter.name(), StandardCharsets.UTF_8);
    }
}
