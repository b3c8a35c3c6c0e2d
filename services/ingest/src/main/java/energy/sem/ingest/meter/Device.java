package energy.sem.ingest.meter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One serial number of one kind behind one meter. A replaced device is another one and starts its own count. */
@Entity
@Table(name = "device")
public class Device {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "meter_id")
    int meterId;

    DeviceKind kind;

    String serial;

    @Column(name = "first_at")
    long firstAtMilli;

    /** For Hibernate. */
    protected Device() {}

    Device(DeviceKey key, long firstAtMilli) {
        this.meterId = key.meterId();
        this.kind = key.kind();
        this.serial = key.serial();
        this.firstAtMilli = firstAtMilli;
    }

    /** The number that its rows carry. */
    public int id() {
        return id;
    }

    /** What makes it this device and no other. */
    public DeviceKey key() {
        return new DeviceKey(meterId, kind, serial);
    }
}
