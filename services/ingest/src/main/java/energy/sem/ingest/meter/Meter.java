package energy.sem.ingest.meter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A configured meter, known by its name. Its row is the lock of everything that is its own. */
@Entity
@Table(name = "meter")
public class Meter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    String name;

    boolean simulated;

    @Column(name = "first_at")
    long firstAtMilli;

    /** The number that its rows carry. */
    public int id() {
        return id;
    }

    /** The configured name. */
    public String name() {
        return name;
    }

    /** Once simulated is always simulated, and the earliest time counts. */
    void see(MeterSighting sighting) {
        simulated |= sighting.simulated();
        firstAtMilli = Math.min(firstAtMilli, sighting.atMilli());
    }
}
