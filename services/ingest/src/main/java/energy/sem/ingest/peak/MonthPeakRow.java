package energy.sem.ingest.peak;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A device's peak of one month, as it stated it while the month was running and when it was closed. */
@Entity
@Table(name = "month_peak")
public class MonthPeakRow {
    @EmbeddedId
    MonthPeakId id;

    @Column(name = "running_w")
    Integer runningW;

    @Column(name = "running_at")
    Long runningAtMilli;

    @Column(name = "final_w")
    Integer finalW;

    @Column(name = "final_at")
    Long finalAtMilli;

    @Column(name = "import_id")
    Integer importId;

    /** For Hibernate. */
    protected MonthPeakRow() {}

    MonthPeakRow(int deviceId, LocalDate month) {
        this.id = new MonthPeakId(deviceId, month);
    }

    /** Takes a statement into account; the highest of its sort stays, of equal ones the earliest. */
    void state(StatedPeak stated) {
        importId = null;
        if (stated.closed()) {
            if (stated.higherThan(finalW, finalAtMilli)) {
                finalW = stated.watts();
                finalAtMilli = stated.atMilli();
            }
        } else if (stated.higherThan(runningW, runningAtMilli)) {
            runningW = stated.watts();
            runningAtMilli = stated.atMilli();
        }
    }
}
