package energy.sem.ingest.quarantine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One finding of the gateway about one event, with the whole event as it came. */
@Entity
@Table(name = "quarantine")
public class QuarantineRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "meter_id")
    int meterId;

    String serial;

    @Column(name = "at")
    long atMilli;

    String cause;

    String detail;

    String event;

    /** For Hibernate. */
    protected QuarantineRow() {}

    QuarantineRow(int meterId, String serial, long atMilli, String cause, String detail, String event) {
        this.meterId = meterId;
        this.serial = serial;
        this.atMilli = atMilli;
        this.cause = cause;
        this.detail = detail;
        this.event = event;
    }
}
