package energy.sem.history.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A row of {@code meter}. */
@Entity
@Immutable
@Table(name = "meter")
class MeterEntity {
    // Electricity first, then as they followed each other. Their ids tell nothing: one batch may bring several devices.
    private static final Comparator<DeviceEntity> ORDER = Comparator.comparing(
                    (DeviceEntity device) -> Kind.of(device.kind))
            .thenComparing(device -> device.firstAt)
            .thenComparing(device -> device.id);

    @Id
    int id;

    String name;

    boolean simulated;

    @Column(name = "first_at")
    long firstAt;

    @OneToMany(mappedBy = "meter")
    List<DeviceEntity> devices = new ArrayList<>();

    Meter toMeter() {
        return new Meter(
                name,
                simulated,
                firstAt,
                devices.stream()
                        .sorted(ORDER)
                        .map(each -> new Device(each.id, Kind.of(each.kind), each.serial))
                        .toList());
    }
}
