package energy.sem.history.store;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A row of {@code meter}. */
@Entity
@Immutable
@Table(name = "meter")
class MeterEntity {
    @Id
    int id;

    String name;

    boolean simulated;

    @OneToMany(mappedBy = "meter")
    @OrderBy("id")
    List<DeviceEntity> devices = new ArrayList<>();

    Meter toMeter() {
        return new Meter(
                name,
                simulated,
                devices.stream()
                        .map(each -> new Device(each.id, Kind.of(each.kind), each.serial))
                        .toList());
    }
}
