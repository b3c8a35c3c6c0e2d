package energy.sem.bill.sum;

import java.time.YearMonth;
import java.util.List;

import energy.sem.bill.tariff.Utility;

/** What a home used, as far as it is known. Answers the same to the same question while a bill is made. */
public interface Usage {

    /**
     * What flowed between two edges, whole Wh or litres; {@code null} where no register says it, nor where all of this time is
     * before its first reading or after its last one.
     *
     * @param from quarter number
     * @param to quarter number, not before {@code from}
     */
    Long between(Lane lane, int from, int to);

    /**
     * The time between two edges that no reading of a utility covers: before the first one, after the last one, and between one
     * meter's last and the next one's first. A gap between readings of one meter is not among it. Nothing where the home has no
     * such meter.
     */
    List<Unread> unread(Utility utility, int from, int to);

    /**
     * Time of which nothing is known.
     *
     * @param from its first edge
     * @param to its last edge, more than {@code from}
     */
    record Unread(int from, int to) {}

    /** Whether one of two edges lies in a gap: then it is certain that it flowed and not when. */
    boolean isEstimated(Lane lane, int from, int to);

    /** The peak that a month's capacity is charged by, W; {@code null} where none was measured up to it. */
    Integer billingPeakW(YearMonth month);

    /** The edge from which fees count: where the meter's history begins. */
    int begin();

    /** The edge up to which time has elapsed. */
    int elapsed();
}
