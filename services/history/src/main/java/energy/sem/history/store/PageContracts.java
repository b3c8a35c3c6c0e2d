package energy.sem.history.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The table page_contract: contracts that somebody set up on the page, which ingest keeps. */
@ApplicationScoped
public class PageContracts {
    private final DataSource source;

    public PageContracts(DataSource source) {
        this.source = source;
    }

    /**
     * One of them.
     *
     * @param document as docs/contracts.example.yaml explains it
     */
    public record PageContract(String name, String document) {}

    /**
     * All of them, by name.
     *
     * @throws DatabaseFailure when the database does not answer, or has no such table yet
     */
    public List<PageContract> all() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, document FROM page_contract WHERE document IS NOT NULL ORDER BY name")) {
            List<PageContract> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new PageContract(rows.getString(1), rows.getString(2)));
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFailure("contracts of the page", e);
        }
    }
}
