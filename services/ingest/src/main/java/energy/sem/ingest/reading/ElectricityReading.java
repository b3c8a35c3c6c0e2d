package energy.sem.ingest.reading;

import energy.sem.event.Electricity;

/**
 * One row of {@code reading}, but for its device.
 *
 * @param atMilli time of the reading, milliseconds since 1970 in UTC
 * @param values what the telegram says
 * @param gasLitre the gas meter's value in the same telegram, litres, or {@code null}
 * @param waterLitre the water meter's value in the same telegram, litres, or {@code null}
 */
public record ElectricityReading(long atMilli, Electricity values, Long gasLitre, Long waterLitre)
        implements TimedReading {}
