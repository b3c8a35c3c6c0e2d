package energy.sem.display.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.display.view.Bucket;
import energy.sem.display.view.Bucket.State;
import energy.sem.display.view.Utility;

/** The bars of a view: each with its state, and with the bar of the period before that it is compared with. */
final class Bars {
    /** Less measured than this is a gap: history's value is then mostly interpolated. */
    private static final double ENOUGH_COVERAGE = 0.5;

    private static final Counted NOTHING = new Counted(null, null);
    private static final int AGAIN = 100;

    private Bars() {}

    /**
     * The bars.
     *
     * @param period up to the last full quarter hour, with the buckets that are to come
     * @param dataUntil where its data end
     * @param firstReadingAt the meter's first reading ever, or null
     * @param before the period before
     */
    static List<Bucket> of(
            Answers.PeriodAnswer period,
            OffsetDateTime dataUntil,
            Instant firstReadingAt,
            Optional<Answers.PeriodAnswer> before,
            Utility utility) {
        Map<Integer, Answers.Part> earlier = new HashMap<>();
        before.ifPresent(other -> {
            List<Integer> places = places(other);
            for (int i = 0; i < places.size(); i++) {
                earlier.put(places.get(i), other.buckets().get(i));
            }
        });
        List<Integer> places = places(period);
        List<Bucket> bars = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Answers.Part bucket = period.buckets().get(i);
            State state = state(bucket, dataUntil, firstReadingAt);
            Counted amounts = state == State.FUTURE || state == State.BEFORE ? NOTHING : Counted.of(bucket, utility);
            if (state == State.NORMAL && (amounts.amount() == null || !measured(bucket, firstReadingAt))) {
                state = State.GAP;
                amounts = NOTHING;
            }
            Answers.Part previous = earlier.get(places.get(i));
            bars.add(new Bucket(
                    bucket.from(),
                    bucket.to(),
                    state,
                    amounts.amount(),
                    amounts.exportWh(),
                    previous == null || !measured(previous, null)
                            ? null
                            : Counted.of(previous, utility).amount()));
        }
        return bars;
    }

    // By the data, not by the clock: while a meter is silent the picture stays as it is.
    private static State state(Answers.Part bucket, OffsetDateTime dataUntil, Instant firstReadingAt) {
        if (firstReadingAt != null && !bucket.to().toInstant().isAfter(firstReadingAt)) {
            return State.BEFORE;
        }
        if (!bucket.from().isBefore(dataUntil)) {
            return State.FUTURE;
        }
        return bucket.to().isAfter(dataUntil) ? State.RUNNING : State.NORMAL;
    }

    /** Of the time since the first reading: what was before it is not missing. Null counts the whole bar. */
    private static boolean measured(Answers.Part bucket, Instant firstReadingAt) {
        if (bucket.coverage() == null) {
            return true;
        }
        Instant begin = bucket.from().toInstant();
        Instant end = bucket.to().toInstant();
        Instant known = firstReadingAt == null || firstReadingAt.isBefore(begin) ? begin : firstReadingAt;
        double share = (double) Duration.between(known, end).toSeconds()
                / Duration.between(begin, end).toSeconds();
        return bucket.coverage().doubleValue() >= ENOUGH_COVERAGE * share;
    }

    /**
     * Where each bucket lies in its period by the clock on the wall: the hour of the day, the day of the week or month,
     * the month of the year. On the day the clock goes back one hour comes twice; the second is then another place.
     */
    private static List<Integer> places(Answers.PeriodAnswer period) {
        List<Integer> places = new ArrayList<>();
        for (Answers.Part bucket : period.buckets()) {
            OffsetDateTime from = bucket.from();
            int place =
                    switch (String.valueOf(period.step())) {
                        case "PT1H" -> from.getHour();
                        case "P1M" -> from.getMonthValue();
                        default -> (int) ChronoUnit.DAYS.between(period.from().toLocalDate(), from.toLocalDate());
                    };
            places.add(places.contains(place) ? place + AGAIN : place);
        }
        return places;
    }
}
