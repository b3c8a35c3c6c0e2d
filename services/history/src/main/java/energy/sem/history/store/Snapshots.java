package energy.sem.history.store;

import java.time.ZoneId;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Moments of all tables. */
@ApplicationScoped
public class Snapshots {
    private final DataSource source;

    Snapshots(DataSource source) {
        this.source = source;
    }

    /**
     * Now.
     *
     * @param zone of the household's clock
     * @throws DatabaseFailure when MariaDB does not answer
     */
    public Snapshot now(ZoneId zone) {
        return Snapshot.take(source, zone);
    }
}
