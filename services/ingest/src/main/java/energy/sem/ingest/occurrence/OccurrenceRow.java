package energy.sem.ingest.occurrence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

import energy.sem.event.Occurrence;

/**
 * A row of {@code occurrence}.
 *
 * @param number phase or relay; 0 is neither
 * @param atMilli milliseconds since 1970 in UTC
 */
public record OccurrenceRow(
        int meterId, String serial, String kind, int number, long atMilli, Long value, String text, Long seconds) {
    /** In the order of the key. */
    static final Comparator<OccurrenceRow> BY_KEY = Comparator.comparingInt(OccurrenceRow::meterId)
            .thenComparing(OccurrenceRow::serial)
            .thenComparing(OccurrenceRow::kind)
            .thenComparingInt(OccurrenceRow::number)
            .thenComparingLong(OccurrenceRow::atMilli);

    private static final Pattern KIND = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int SERIAL_LENGTH = 96;
    private static final int TEXT_LENGTH = 4096;
    private static final int MOST_NUMBER = 255;

    /** The earliest stamp of a meter is of the year 2000, in its own zone. */
    private static final Instant EARLIEST = Instant.parse("1999-12-31T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    /** The row of an occurrence; empty for one that is none: no gateway makes such a one. */
    public static Optional<OccurrenceRow> of(int meterId, Occurrence said) {
        if (said.kind() == null
                || !KIND.matcher(said.kind()).matches()
                || said.serial() == null
                || said.serial().codePointCount(0, said.serial().length()) > SERIAL_LENGTH
                || said.at() == null
                || said.at().isBefore(EARLIEST)
                || said.at().isAfter(LATEST)) {
            return Optional.empty();
        }
        int number = said.number() == null ? 0 : said.number();
        if (number < 0 || number > MOST_NUMBER) {
            return Optional.empty();
        }
        return Optional.of(new OccurrenceRow(
                meterId,
                said.serial(),
                said.kind(),
                number,
                said.at().toEpochMilli(),
                said.value(),
                said.text() == null ? null : atMost(TEXT_LENGTH, said.text()),
                said.seconds()));
    }

    /** The same of another meter. */
    public OccurrenceRow withMeter(int id) {
        return new OccurrenceRow(id, serial, kind, number, atMilli, value, text, seconds);
    }

    /** The same of a device with another serial number. */
    public OccurrenceRow withSerial(String of) {
        return new OccurrenceRow(meterId, of, kind, number, atMilli, value, text, seconds);
    }

    private static String atMost(int length, String text) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
