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

    @Column(name = "restored_at")
    Long restoredAtMilli;

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

    /** The serial number of the device whose values these are; empty for the whole event. */
    public String serial() {
        return serial;
    }

    /** Time of the event, milliseconds since 1970 in UTC. */
    public long atMilli() {
        return atMilli;
    }

    /** What was wrong, in a word. */
    public String cause() {
        return cause;
    }

    /** What was wrong, in a sentence. */
    public String detail() {
        return detail;
    }

    /** The event as it came, JSON. */
    public String event() {
        return event;
    }

    /** Its values are in the tables since this instant, milliseconds since 1970 in UTC. */
    public void restored(long nowMilli) {
        restoredAtMilli = nowMilli;
    }
}
