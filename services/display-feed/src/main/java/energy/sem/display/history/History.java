package energy.sem.display.history;

import java.net.URI;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import energy.sem.display.history.api.BillAnswerJson;
import energy.sem.display.history.api.DeviceJson;
import energy.sem.display.history.api.DeviceJson.KindEnum;
import energy.sem.display.history.api.MeterJson;
import energy.sem.display.history.api.MetersAnswerJson;
import energy.sem.display.history.api.PeaksAnswerJson;
import energy.sem.display.history.api.PeriodAnswerJson;
import energy.sem.display.history.api.PriceAnswerJson;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/** The history service, as far as pictures need it. Thread-safe. */
public final class History {
    /** What Flemish bills look at: the running month and twelve before. */
    private static final int BILLED_MONTHS = 13;

    private static final int MOST_MONTHS = 600;
    /** Once more when the day turned meanwhile, and once more when the two clocks differ. */
    private static final int TRIES = 3;

    private final HistoryClient client;

    /**
     * @param base its address
     * @param key its read key; empty for none
     * @param patience how long one request may take
     */
    public History(URI base, String key, Duration patience) {
        this.client = new HistoryClient(base, key, patience);
    }

    /** All meters with their first and last readings. */
    public Meters meters() throws HistoryFailure, InterruptedException {
        MetersAnswerJson answer = client.meters();
        try {
            List<Meter> meters = new ArrayList<>();
            for (MeterJson each : answer.getMeters()) {
                meters.add(new Meter(
                        each.getName(),
                        Boolean.TRUE.equals(each.getSimulated()),
                        each.getFirstReadingAt() == null
                                ? null
                                : each.getFirstReadingAt().toInstant(),
                        each.getLastReadingAt() == null
                                ? null
                                : each.getLastReadingAt().toInstant(),
                        Boolean.TRUE.equals(each.getEverExported()),
                        utilities(each.getDevices()),
                        capturedAt(each.getDevices()),
                        Clocks.wrong(each.getHealth())));
            }
            return new Meters(ZoneId.of(answer.getZone()), meters);
        } catch (DateTimeException | NullPointerException e) {
            throw new HistoryFailure(
                    Fault.HISTORY_UNREACHABLE,
                    "history's meters lack what their contract promises: " + e.getMessage(),
                    e);
        }
    }

    /** A visit: asks history for as many periods as wanted, and for nothing twice. */
    public Visit visit() {
        return new Visit();
    }

    /** One look at history. Not thread-safe; short-lived, because it remembers what it was told. */
    public final class Visit {
        private final Map<String, Object> told = new HashMap<>();
        private final Set<String> silent = new HashSet<>();

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
            PeriodAnswerJson answer = period(meter, period, offset);
            if (answer.getFrom() == null) {
                throw new HistoryFailure(
                        Fault.HISTORY_UNREACHABLE,
                        "history does not say when the " + period.code() + " of " + meter.name() + " began");
            }
            Optional<PeriodAnswerJson> before =
                    hasBefore(meter, answer) ? Optional.of(period(meter, period, offset - 1)) : Optional.empty();
            PeaksAnswerJson peaks = meter.utilities().contains(Utility.ELECTRICITY)
                    ? peaks(meter, months(period, offset, answer))
                    : new PeaksAnswerJson();
            return new PeriodData(meter, period, offset, answer, before, peaks, money(meter, period, offset, answer));
        }

        /** Prices of the running day, and the bill where costs are not said with the period. Without a contract nothing. */
        private PricedData money(Meter meter, Period period, int offset, PeriodAnswerJson answer)
                throws InterruptedException {
            boolean billed = answer.getTotal() != null && answer.getTotal().getCosts() == null;
            boolean today = period == Period.DAY && offset == 0;
            if (!billed && !today) {
                return PricedData.NONE;
            }
            Optional<PriceAnswerJson> price =
                    ifKnown("price of " + meter.name(), PriceAnswerJson.class, () -> client.price(meter.name()));
            if (price.isEmpty()) {
                return PricedData.NONE;
            }
            // What a silent meter took last says nothing of now.
            boolean dynamic = today
                    && !Boolean.TRUE.equals(answer.getStale())
                    && !price.get().getSources().isEmpty();
            return new PricedData(
                    dynamic ? price : Optional.empty(),
                    dynamic
                            ? ifKnown(
                                    "quarters of " + meter.name(),
                                    PeriodAnswerJson.class,
                                    () -> client.quarters(meter.name()))
                            : Optional.empty(),
                    billed
                            ? ifKnown(
                                    "bill of " + meter.name() + " " + period + offset,
                                    BillAnswerJson.class,
                                    () -> client.bill(meter.name(), period, offset))
                            : Optional.empty());
        }

        /** Money is a gift: a picture is drawn without it, whatever keeps history from saying it. */
        private <T> Optional<T> ifKnown(String what, Class<T> type, Question<T> question) throws InterruptedException {
            if (silent.contains(what)) {
                return Optional.empty();
            }
            try {
                return Optional.of(told(what, type, question));
            } catch (HistoryFailure e) {
                silent.add(what);
                return Optional.empty();
            }
        }

        private PeriodAnswerJson period(Meter meter, Period period, int offset)
                throws HistoryFailure, InterruptedException {
            return told(
                    meter.name() + " " + period + offset,
                    PeriodAnswerJson.class,
                    () -> client.period(meter.name(), period, offset));
        }

        private PeaksAnswerJson peaks(Meter meter, int months) throws HistoryFailure, InterruptedException {
            return told(meter.name() + " " + months, PeaksAnswerJson.class, () -> client.peaks(meter.name(), months));
        }

        private <T> T told(String what, Class<T> type, Question<T> question)
                throws HistoryFailure, InterruptedException {
            Object known = told.get(what);
            if (known == null) {
                known = question.ask();
                told.put(what, known);
            }
            return type.cast(known);
        }
    }

    private interface Question<T> {
        T ask() throws HistoryFailure, InterruptedException;
    }

    private static boolean hasBefore(Meter meter, PeriodAnswerJson answer) {
        return meter.firstReadingAt() != null
                && meter.firstReadingAt().isBefore(answer.getFrom().toInstant());
    }

    /** Enough months for the peaks of the period and the year before its end. */
    private static int months(Period period, int offset, PeriodAnswerJson answer) {
        LocalDate firstDay = answer.getFrom().toLocalDate();
        LocalDate lastDayNow = period.lastDay(period.shifted(firstDay, -offset));
        long ago = YearMonth.from(period.lastDay(firstDay)).until(YearMonth.from(lastDayNow), ChronoUnit.MONTHS);
        return (int) Math.min(BILLED_MONTHS + ago, MOST_MONTHS);
    }

    private static Set<Utility> utilities(List<DeviceJson> devices) {
        Set<Utility> utilities = EnumSet.noneOf(Utility.class);
        for (DeviceJson device : devices) {
            Utility.of(String.valueOf(device.getKind())).ifPresent(utilities::add);
        }
        return utilities;
    }

    private static List<Instant> capturedAt(List<DeviceJson> devices) {
        return devices.stream()
                .filter(device -> device.getLastAt() != null && device.getKind() != KindEnum.ELECTRICITY)
                .map(device -> device.getLastAt().toInstant())
                .sorted()
                .toList();
    }
}
