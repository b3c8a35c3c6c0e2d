package energy.sem.bridge.local;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import energy.sem.bridge.history.api.BucketJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.value.RangePiece;

/**
 * One of the lists of DSMR-reader's API, of which each row is a bucket of history.
 *
 * @param field by which it is filtered and ordered
 * @param step of the buckets: {@code PT15M}, {@code PT1H} or {@code P1D}
 * @param days how far back it goes without a filter
 * @param rows the rows of an answer of history, in order
 */
record DsmrReaderList(String field, String step, int days, Function<PeriodAnswerJson, List<Row>> rows) {
    /** As many as history gives at once. */
    private static final long MOST_ROWS = 5000;

    /**
     * One row.
     *
     * @param at the time in the list's field
     * @param fields as they are answered
     */
    record Row(OffsetDateTime at, Map<String, Object> fields) {}

    /** A list of which each bucket that was read is a row by itself, at its begin. */
    static DsmrReaderList ofBuckets(
            String field, String step, int days, Function<BucketJson, Map<String, Object>> row) {
        return new DsmrReaderList(field, step, days, answer -> answer.getBuckets().stream()
                .filter(bucket -> bucket.getImportKwh() != null)
                .map(bucket -> new Row(bucket.getFrom(), row.apply(bucket)))
                .toList());
    }

    /** @throws IllegalArgumentException with a line for people when there would be too many rows */
    void check(ZonedDateTime first, ZonedDateTime last) {
        Duration each = isDays() ? Duration.ofDays(1) : Duration.parse(step);
        if (Duration.between(begin(first), end(last)).dividedBy(each) > MOST_ROWS) {
            throw new IllegalArgumentException("that is more than " + MOST_ROWS + " rows: narrow it with " + field
                    + "__gte and " + field + "__lte");
        }
    }

    /** Where the range of history begins that has the bucket which begins, or ends, at this moment. */
    ZonedDateTime begin(ZonedDateTime at) {
        return isDays()
                ? at.toLocalDate().atStartOfDay(at.getZone())
                : at.truncatedTo(ChronoUnit.HOURS).minusHours(1);
    }

    /** Where the range of history ends that has the bucket which begins at this moment. */
    ZonedDateTime end(ZonedDateTime at) {
        return isDays()
                ? at.toLocalDate().plusDays(1).atStartOfDay(at.getZone())
                : at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }

    /** The ranges of history, each of some hundred buckets, that together have the rows between these two. */
    List<RangePiece> pieces(ZonedDateTime first, ZonedDateTime last) {
        return RangePiece.of(begin(first), end(last), isDays() ? 366 : step.equals("PT1H") ? 31 : 7);
    }

    private boolean isDays() {
        return step.equals("P1D");
    }
}
