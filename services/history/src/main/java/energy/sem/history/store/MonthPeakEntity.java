package energy.sem.history.store;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A row of {@code month_peak}: what the meter itself says of a month. */
@Entity
@Immutable
@Table(name = "month_peak")
@IdClass(MonthPeakEntity.Key.class)
class MonthPeakEntity {
    @Id
    @Column(name = "device_id")
    int deviceId;

    @Id
    LocalDate month;

    @Column(name = "running_w")
    Integer runningW;

    @Column(name = "running_at")
    Long runningAt;

    @Column(name = "final_w")
    Integer finalW;

    @Column(name = "final_at")
    Long finalAt;

    /** The primary key. */
    record Key(int deviceId, LocalDate month) implements Serializable {}
}
