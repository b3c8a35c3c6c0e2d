package energy.sem.ingest.price;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import energy.sem.bill.price.DayPrices;
import energy.sem.ingest.start.Database;

/** Stores what was published, however long the database is away. */
@ApplicationScoped
public class PriceStore {
    private static final Logger LOG = Logger.getLogger(PriceStore.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final PriceTable table;

    PriceStore(Database database, PriceTable table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Stores the prices of a day. What the tables refuse is said and left out: trying again would give the same, and stop the rest.
     *
     * @throws InterruptedException when the service ends; they will be read again
     */
    public void store(DayPrices day) throws InterruptedException {
        database.awaitReady();
        boolean told = false;
        while (true) {
            try {
                table.store(day);
                return;
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                if (state.startsWith("22") || state.startsWith("23")) {
                    LOG.errorf(
                            "prices of %s for %s from %s cannot be stored and are left out: %s",
                            day.area(), day.day().date(), day.source(), e.getMessage());
                    return;
                }
                if (!told) {
                    LOG.warnf("prices are not stored yet, trying on: %s", e.getMessage());
                    told = true;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
