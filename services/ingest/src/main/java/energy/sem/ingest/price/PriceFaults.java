package energy.sem.ingest.price;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;
import energy.sem.bill.price.PriceFault;
import energy.sem.ingest.statement.Statements;

/** The table price_fault: why each source gave no prices of a day when it was asked last, for whoever waits for them. */
@ApplicationScoped
class PriceFaults {
    private static final int LONGEST = 300;

    private final DataSource dataSource;
    private final Clock clock;

    PriceFaults(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Says how it went.
     *
     * @param fault {@code null} when it gave all of them
     */
    void tell(PriceArea area, DeliveryDay day, String source, PriceFault fault) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (fault == null) {
                Statements.run(
                        connection,
                        "UPDATE price_fault SET detail = NULL, at = ? WHERE area = ? AND day = ? AND source = ?",
                        clock.millis(),
                        area.name(),
                        day.date().toString(),
                        source);
                return;
            }
            Statements.run(
                    connection,
                    "INSERT INTO price_fault (area, day, source, at, reason, detail) VALUES (?, ?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE at = VALUES(at), reason = VALUES(reason), detail = VALUES(detail)",
                    area.name(),
                    day.date().toString(),
                    source,
                    clock.millis(),
                    fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    cut(String.valueOf(fault.getMessage())));
        }
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }
}
