package energy.sem.ingest.quarter;

import java.util.Comparator;

/**
 * Identity of a row of {@code quarter_hour}, in the order of its primary key.
 *
 * @param deviceId the device
 * @param quarter number of the quarter hour
 */
public record QuarterKey(int deviceId, int quarter) implements Comparable<QuarterKey> {
    private static final Comparator<QuarterKey> ORDER =
            Comparator.comparingInt(QuarterKey::deviceId).thenComparingInt(QuarterKey::quarter);

    @Override
    public int compareTo(QuarterKey other) {
        return ORDER.compare(this, other);
    }
}
