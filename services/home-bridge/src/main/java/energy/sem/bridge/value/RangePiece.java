package energy.sem.bridge.value;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a range that history is asked for: an answer with thousands of buckets would be longer, and take longer, than it is
 * waited for.
 *
 * @param from where it begins
 * @param to where it ends, and the next begins
 */
public record RangePiece(ZonedDateTime from, ZonedDateTime to) {

    /** The parts of a range, of so many days at most, in order. */
    public static List<RangePiece> of(ZonedDateTime from, ZonedDateTime to, int days) {
        List<RangePiece> pieces = new ArrayList<>();
        for (ZonedDateTime at = from; at.isBefore(to); at = at.plusDays(days)) {
            ZonedDateTime end = at.plusDays(days);
            pieces.add(new RangePiece(at, end.isBefore(to) ? end : to));
        }
        return pieces;
    }
}
