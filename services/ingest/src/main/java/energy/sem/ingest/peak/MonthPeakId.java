package energy.sem.ingest.peak;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A device and a month.
 *
 * @param deviceId the electricity meter
 * @param month its first day
 */
@Embeddable
public record MonthPeakId(@Column(name = "device_id") int deviceId, LocalDate month) implements Serializable {}
