package energy.sem.history.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A row of {@code device}. */
@Entity
@Immutable
@Table(name = "device")
class DeviceEntity {
    @Id
    int id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "meter_id")
    MeterEntity meter;

    @Column(columnDefinition = "enum")
    String kind;

    String serial;

    @Column(name = "first_at")
    long firstAt;
}
