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

import energy.sem.display.history.api.BucketJson;
import energy.sem.display.history.api.PeriodAnswerJson;
import energy.sem.display.history.api.PeriodAnswerJson.StepEnum;
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
            PeriodAnswerJson period,
            OffsetDateTime dataUntil,
            Instant firstReadingAt,
            Optional<PeriodAnswerJson> before,
            Utility utility) {
        Map<Integer, BucketJson> earlier = new HashMap<>();
        before.ifPresent(other -> {
            List<Integer> places = places(other);
            for (int i = 0; i < places.size(); i++) {
                earlier.put(places.get(i), other.getBuckets().get(i));
            }
        });
        List<Integer> places = places(period);
        List<Bucket> bars = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            BucketJson bucket = period.getBuckets().get(i);
            State state = state(bucket, dataUntil, firstReadingAt);
            Counted amounts = state == State.FUTURE || state == State.BEFORE ? NOTHING : Counted.of(bucket, utility);
            if (state == State.NORMAL && (amounts.amount() == null || !measured(bucket, firstReadingAt))) {
                state = State.GAP;
                amounts = NOTHING;
            }
            BucketJson previous = earlier.get(places.get(i));
            bars.add(new Bucket(
                    bucket.getFrom(),
                    bucket.getTo(),
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
    private static State state(BucketJson bucket, OffsetDateTime dataUntil, Instant firstReadingAt) {
        if (firstReadingAt != null && !bucket.getTo().toInstant().isAfter(firstReadingAt)) {
            return State.BEFORE;
        }
        if (!bucket.getFrom().isBefore(dataUntil)) {
            return State.FUTURE;
        }
        return bucket.getTo().isAfter(dataUntil) ? State.RUNNING : State.NORMAL;
    }

    /** Of the time since the first reading: what was before it is not missing. Null counts the whole bar. */
    private static boolean measured(BucketJson bucket, Instant firstReadingAt) {
        if (bucket.getCoverage() == null) {
            return true;
        }
        Instant begin = bucket.getFrom().toInstant();
        Instant end = bucket.getTo().toInstant();
        Instant known = firstReadingAt == null || firstReadingAt.isBefore(begin) ? begin : firstReadingAt;
        double share = (double) Duration.between(known, end).toSeconds()
                / Duration.between(begin, end).toSeconds();
        return bucket.getCoverage().doubleValue() >= ENOUGH_COVERAGE * share;
    }

    /**
     * Where each bucket lies in its period by the clock on the wall: the hour of the day, the day of the week or month,
     * the month of the year. On the day the clock goes back one hour comes twice; the second is then another place.
     */
    private static List<Integer> places(PeriodAnswerJson period) {
        List<Integer> places = new ArrayList<>();
        for (BucketJson bucket : period.getBuckets()) {
            OffsetDateTime from = bucket.getFrom();
            int place = place(period, from);
            places.add(places.contains(place) ? place + AGAIN : place);
        }
        return places;
    }

    private static int place(PeriodAnswerJson period, OffsetDateTime from) {
        if (period.getStep() == StepEnum.PT1_H) {
            return from.getHour();
        }
        return period.getStep() == StepEnum.P1_M
                ? from.getMonthValue()
                : (int) ChronoUnit.DAYS.between(period.getFrom().toLocalDate(), from.toLocalDate());
    }
}
