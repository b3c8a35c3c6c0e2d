package energy.sem.ingest.meter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The earliest time at which something became known of a device: that it is there, or on which channel. */
@Entity
@Table(name = "device_event")
public class DeviceEvent {
    /** The kind of the event "here is a device that was not here before". */
    public static final String APPEARED = "appeared";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "device_id")
    int deviceId;

    String kind;

    @Column(name = "at")
    long atMilli;

    String detail;

    /** For Hibernate. */
    protected DeviceEvent() {}

    DeviceEvent(int deviceId, String kind, long atMilli, String detail) {
        this.deviceId = deviceId;
        this.kind = kind;
        this.atMilli = atMilli;
        this.detail = detail;
    }

    /** The kind of the event "seen on this channel". */
    static String onChannel(int channel) {
        return "channel-" + channel;
    }
}
