package energy.sem.history.store;

/**
 * What a meter said beside its counts: an entry of a log, or a state or count that is another than before.
 *
 * @param serial of the device that it is about
 * @param kind a word of {@link energy.sem.event.OccurrenceKind}, or of a later version's
 * @param number the phase or relay; 0 is neither
 * @param atMilli since when, or the end of what a log tells; milliseconds since 1970 in UTC
 * @param value how many, or how much in the unit of the kind, or {@code null}
 * @param text the word of a state or the text, or {@code null}
 * @param seconds how long it lasted; {@code null} of a state or count
 * @param beganMilli when that began, or {@code null} when that is not known
 * @param previousValue of the state or count before, or {@code null}
 * @param previousText likewise
 * @param firstSaid whether nothing was said of it before
 */
public record OccurrenceChange(
        String serial,
        String kind,
        int number,
        long atMilli,
        Long value,
        String text,
        Long seconds,
        Long beganMilli,
        Long previousValue,
        String previousText,
        boolean firstSaid) {}
